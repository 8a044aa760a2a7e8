import { EmptyState } from '@/components/ui/empty-state';
import type { CaseView } from '@/lib/cases/queries/case';
import type { Paper } from '@/lib/cases/queries/papers';
import { documentWords } from '@/lib/cases/words';
import { refusalSentence } from '@/lib/documents/labels';
import { paths } from '@/lib/paths';
import { Covers } from './covers';
import { ImageView } from './image-view';
import { Original } from './original';
import type { ViewedPage } from './page-image';
import { ReadPanel } from './read-panel';

type Document = CaseView['submission']['documents'][number];

/** What stands where an image would: the file is being checked, or was refused, and why. */
function NoImage({ document }: { document: Document }) {
  if (document.state === 'refused') return <EmptyState title="This file was refused">{refusalSentence(document.refusedReason)}</EmptyState>;
  return <EmptyState title="Being checked">The image appears here when the file has been made safe. Reload in a moment.</EmptyState>;
}

/** Its address says what is covered on it, so that a browser asks again when that changes. */
function pagesOf({ publicId, kind, pages }: Document, { covers, revealedFor }: Paper): ViewedPage[] {
  return pages.map(({ number, width, height }) => {
    const on = covers.filter(({ page }) => page === number).map(({ redactionId }) => redactionId.slice(0, 6));
    const mark = on.length === 0 ? '' : `covers=${on.join('.')}`;
    const whole = on.length > 0 && revealedFor !== null;
    const src = whole ? paths.documentWhole(publicId, number) : paths.documentPage(publicId, number) + (mark && `?${mark}`);
    return { number, src, thumb: paths.documentThumb(publicId, number) + (mark && `&${mark}`), alt: `${documentWords(kind)}, page ${number}`, width, height };
  });
}

type Props = { document: Document | undefined; paper: Paper | null; /** Where it stands alone, for a second window. */ windowHref?: string };

/** The document beside the task: only images that we made ourselves. */
export function DocumentPane({ document, paper, windowHref }: Props) {
  if (document === undefined || paper === null) return <EmptyState title="No documents">Nothing was sent with this request.</EmptyState>;
  const [first, ...others] = pagesOf(document, paper);
  const foot = paper.covers.length > 0 || paper.mayFetch;
  return (
    <>
      {first === undefined ? (
        <NoImage document={document} />
      ) : (
        <ImageView key={document.publicId} documentId={document.publicId} windowHref={windowHref} follows={windowHref === undefined} title={documentWords(document.kind)} pages={[first, ...others]} coverFor={paper.mayCover ? paper.caseId : undefined} />
      )}
      <ReadPanel {...paper} />
      {foot && (
        <div className="flex flex-none flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line-strong bg-surface px-3 py-1.5 text-small">
          <Covers documentId={document.publicId} {...paper} />
          {paper.mayFetch && <Original documentId={document.publicId} scanned={document.scan === 'clean'} />}
        </div>
      )}
      {document.scan === 'not_scanned' && <p className="border-t border-line-strong bg-surface px-3 py-1.5 text-small text-today">Not scanned for viruses: no scanner is configured. Drawn anew, the image is safe to look at.</p>}
    </>
  );
}
