import { PlainTable, type PlainColumn } from '@/components/tables/plain-table';
import { asDocumentKind } from '@/lib/documents/checklists';
import { DOCUMENT_KIND_WORDS, setbackSentence } from '@/lib/documents/labels';
import type { WaitingFile } from '@/lib/documents/making-safe/queries';
import { officeTime } from '@/lib/platform/dates';
import { CheckAgain } from './check-again';

const COLUMNS: readonly PlainColumn[] = [
  { key: 'received', head: 'Received', width: 'w-44' },
  { key: 'file', head: 'File', width: 'w-56' },
  { key: 'setback', head: 'What stands in the way' },
  { key: 'tries', head: 'Tries', width: 'w-56' },
  { key: 'again', head: <span className="sr-only">Check again</span>, width: 'w-36' },
];

const TYPE_WORDS: Readonly<Record<string, string>> = { 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP', 'image/tiff': 'TIFF', 'application/pdf': 'PDF' };
const sizeWords = (bytes: number): string => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
const triesWords = ({ tries, triedAt }: WaitingFile): string => (triedAt === null ? 'None' : `${tries}, the last ${officeTime(triedAt)}`);

/** Files that could not be checked: what of, not whose. */
export function WaitingFiles({ files }: { files: readonly WaitingFile[] }) {
  const rows = files.map((file) => {
    const received = officeTime(file.receivedAt);
    const what = `${DOCUMENT_KIND_WORDS[asDocumentKind(file.kind)].full}, ${TYPE_WORDS[file.mediaType] ?? 'another type'}, ${sizeWords(file.size)}`;
    return { id: file.id, cells: [received, what, setbackSentence(file.setback), triesWords(file), <CheckAgain key="again" documentId={file.id} about={`${what}, received ${received}`} />] };
  });
  return <PlainTable caption="Files that wait to be checked" columns={COLUMNS} rows={rows} edge />;
}
