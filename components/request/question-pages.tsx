'use client';

import type { ComponentType } from 'react';
import { AddressPage, BirthPage, ContactPage, TriedPage } from './person-pages';
import { ChildrenPage } from './children-page';
import { PersonPage, WhoPage, YouPage } from './name-pages';
import { DeadlinePage, DeliveryPage, FaxPage, MailPage, MessagePage, WantsPage } from './sending-pages';
import type { PageProps } from './question-page';
import type { Question } from './questions';
import type { Step } from './steps';

const pages: { readonly [Q in Question]: ComponentType<PageProps<Q>> } = {
  who: WhoPage,
  you: YouPage,
  person: PersonPage,
  birth: BirthPage,
  tried: TriedPage,
  address: AddressPage,
  children: ChildrenPage,
  contact: ContactPage,
  delivery: DeliveryPage,
  wants: WantsPage,
  mail: MailPage,
  fax: FaxPage,
  deadline: DeadlinePage,
  message: MessagePage,
};

export const isQuestion = (step: Step): step is Question => Object.hasOwn(pages, step);

/** The page of a question. */
export function QuestionPage<Q extends Question>({ question, ...page }: PageProps<Q> & { question: Q }) {
  const Page = pages[question] as ComponentType<object>;
  return <Page {...page} />;
}
