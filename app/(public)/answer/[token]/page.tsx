import type { Metadata } from 'next';
import { AnswerForm } from '@/components/answer/answer-form';
import { PublicHead } from '@/components/shell/public-frame';
import { ASK_PAGE } from '@/lib/documents/asking/labels';
import { openLink, type LinkProps } from './open-link';

export async function generateMetadata(props: LinkProps): Promise<Metadata> {
  const { link, language } = await openLink(props);
  return { title: { absolute: link === null ? ASK_PAGE[language].overTitle : ASK_PAGE[language].title } };
}

/** Where the link of a message leads. Looking changes nothing; a link that is wrong, over or used answers the same. */
export default async function AnswerPage(props: LinkProps) {
  const { token, link, language } = await openLink(props);
  if (link !== null) return <AnswerForm token={token} items={link.items} language={language} />;
  return (
    <>
      <PublicHead>{ASK_PAGE[language].overTitle}</PublicHead>
      <p>{ASK_PAGE[language].overLead}</p>
    </>
  );
}
