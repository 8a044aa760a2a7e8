import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentPane } from '@/components/documents/document-pane';
import { asCaseNumber, findCaseByNumber } from '@/lib/cases/queries/case';
import { findPaper } from '@/lib/cases/queries/papers';
import { requireStaff } from '../../../../session';

type Props = { params: Promise<{ caseNumber: string }>; searchParams: Promise<{ document?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).caseNumber}, paper` };
}

/** One document of a case, alone, for a second screen. */
export default async function PaperPage({ params, searchParams }: Props) {
  const actor = await requireStaff('document.view');
  const number = asCaseNumber((await params).caseNumber);
  const { document: asked } = await searchParams;
  const found = number === null ? null : await findCaseByNumber(actor, number, 'paper');
  const shown = found?.submission.documents.find(({ publicId }) => publicId === asked);
  if (found === null || shown === undefined) notFound();
  return (
    <main id="main" tabIndex={-1} aria-label="Document" className="flex min-h-dvh flex-1 flex-col bg-doc focus-visible:outline-none">
      <h1 className="sr-only">A document of C-{found.number}</h1>
      <DocumentPane document={shown} paper={await findPaper(actor, found, shown)} />
    </main>
  );
}
