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
  // Nothing tells whose it was, its language neither: said in both.
  const other = language === 'en' ? 'es' : 'en';
  return (
    <>
      <PublicHead>{ASK_PAGE[language].overTitle}</PublicHead>
      <p className="mb-6">{ASK_PAGE[language].overLead}</p>
      <div lang={other}>
        <h2 className="mb-2 text-section font-semibold">{ASK_PAGE[other].overTitle}</h2>
        <p>{ASK_PAGE[other].overLead}</p>
      </div>
    </>
  );
}
