/** The answers of each page, as they are read back before sending. */
import { asCalendarDate, longDate } from '@/lib/platform/dates';
import { deliveryWords, relationWords, sexWords, wantWords } from '@/lib/submissions/labels';
import type { Language } from '../shell/preferences';
import type { Answers, Question } from './questions';
import { relationOf, type Progress, type Step } from './steps';
import { formWords } from './words';

type AddressTyped = NonNullable<Answers['address']>;

const joined = (...parts: (string | undefined)[]): string => parts.map((part) => part?.trim()).filter(Boolean).join(' ');

const dayWords = (on: string, language: Language): string => {
  const day = asCalendarDate(on);
  return day === null ? on : longDate(day, language);
};

// The state alone is our suggestion, not an address.
const addressLines = (address: AddressTyped | undefined): string[] =>
  address === undefined || joined(address.line1, address.line2, address.city, address.zip) === ''
    ? []
    : [joined(address.line1, address.line2), `${joined(address.city)}, ${joined(address.state.toUpperCase(), address.zip)}`];

const known = <K extends string>(words: Readonly<Record<K, string>>, code: string | undefined): string => Object.entries<string>(words).find(([key]) => key === code)?.[1] ?? '';

const lines: { readonly [Q in Question]: (answers: Answers, language: Language) => (string | undefined)[] } = {
  who: (answers, language) => [relationWords[language][relationOf(answers)]],
  you: ({ you }) => [joined(you?.given, you?.family)],
  person: ({ person }) => [joined(person?.given, person?.middle, person?.family, person?.suffix)],
  birth: ({ birth }, language) => [dayWords(birth?.birthOn ?? '', language), known(sexWords[language], birth?.sex)],
  tried: ({ tried }) => [tried?.phone, tried?.email],
  address: ({ address }) => addressLines(address),
  children: ({ children }, language) => (children?.children ?? []).map(({ given, middle, family, suffix, birthOn }) => `${joined(given, middle, family, suffix)}, ${dayWords(birthOn, language)}`),
  contact: ({ contact }) => [contact?.phone, contact?.email],
  delivery: ({ delivery }, language) => [known(deliveryWords[language], delivery?.delivery)],
  wants: ({ wants }, language) => (wants?.wants ?? []).map((want) => wantWords[language][want]),
  mail: ({ mail }) => [mail?.name, ...addressLines(mail?.address)],
  fax: ({ fax }) => [fax?.faxNumber],
  deadline: ({ deadline }, language) => (deadline?.needed === 'yes' ? [dayWords(deadline.on, language), deadline.reason] : [deadline && formWords[language].no]),
  message: ({ message }) => [message?.message],
};

const isQuestion = (step: Step): step is Question => Object.hasOwn(lines, step);

/** Empty where nothing was said. */
export function answerLines(step: Step, { answers, files }: Progress, language: Language): string[] {
  const said = isQuestion(step) ? lines[step](answers, language) : files.filter(({ kind }) => kind === step).map(({ name }) => name);
  return said.map((text) => text?.trim() ?? '').filter((text) => text !== '');
}
