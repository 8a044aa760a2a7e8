import { PlainTable } from '@/components/tables/plain-table';
import type { AuditLine } from '@/lib/audit/lines';
import { officeTime } from '@/lib/platform/dates';

/** The verb begins a cell here, without the name before it. */
const alone = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** When, who, what, in which case. */
export function LooksTable({ lines, whole }: { lines: readonly AuditLine[]; whole: boolean }) {
  return (
    <div className="px-4 pb-4">
      <PlainTable
        captionHidden={false}
        caption={`${lines.length} ${lines.length === 1 ? 'entry' : 'entries'}${whole ? '' : ', the newest of more: ask the audit for a span of days'}`}
        columns={[
          { key: 'when', head: 'When' },
          { key: 'who', head: 'Who' },
          { key: 'what', head: 'What' },
          { key: 'case', head: 'In case' },
        ]}
        rows={lines.map((line) => ({ id: line.id, cells: [officeTime(line.at), line.who, alone(line.words), line.caseNumber === null ? 'Outside a case' : `C-${line.caseNumber}`] }))}
      />
    </div>
  );
}
