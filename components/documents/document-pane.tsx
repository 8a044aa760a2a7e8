import { EmptyState } from '@/components/ui/empty-state';
import type { CaseView } from '@/lib/cases/queries/case';
import { documentWords } from '@/lib/cases/words';
import { refusalSentence } from '@/lib/documents/labels';
import { paths } from '@/lib/paths';
import { ImageView, type ViewedPage } from './image-view';

type Document = CaseView['submission']['documents'][number];

/** What stands where an image would: the file is being checked, or was refused, and why. */
function NoImage({ document }: { document: Document }) {
  if (document.state === 'refused') return <EmptyState title="This file was refused">{refusalSentence(document.refusedReason)}</EmptyState>;
  return <EmptyState title="Being checked">The image appears here when the file has been made safe. Reload in a moment.</EmptyState>;
}

/** The document beside the task: only images that we made ourselves. */
export function DocumentPane({ document, windowHref }: { document: Document | undefined; /** Where it stands alone, for a second window. */ windowHref?: string }) {
  if (document === undefined) return <EmptyState title="No documents">Nothing was sent with this request.</EmptyState>;
  const title = documentWords(document.kind);
  const [first, ...others] = document.pages.map(
    (page): ViewedPage => ({ src: paths.documentPage(document.publicId, page.number), alt: `${title}, page ${page.number}`, width: page.width, height: page.height }),
  );
  return (
    <>
      {first === undefined ? <NoImage document={document} /> : <ImageView key={document.publicId} documentId={document.publicId} windowHref={windowHref} title={title} pages={[first, ...others]} />}
      {document.scan === 'not_scanned' && <p className="border-t border-line-strong bg-surface px-3 py-1.5 text-small text-today">Not scanned for viruses: no scanner is configured. Drawn anew, the image is safe to look at.</p>}
    </>
  );
}
