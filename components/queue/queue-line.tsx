import type { ReactNode } from 'react';
import { DocumentBadge } from '@/components/ui/document-badge';
import { Status } from '@/components/ui/status';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { queueKindWords } from '@/lib/cases/labels';
import { monthDay } from '@/lib/cases/queue-labels';
import { badgesOf, badgesShown, deadlineWords, requesterWords } from '@/lib/cases/queue-row';
import type { QueueColumn } from '@/lib/cases/views';
import { paths } from '@/lib/paths';
import { About, Holder } from './queue-peek';
import type { QueueLine } from './queue-table';
import { dueStatus, holderOf, peekOf, personWords, type DueStatus, type LineFacts } from './queue-words';

/** The relation gives way first where it is narrow; the peek says it in full when the row has the focus. */
function AskedBy({ row }: LineFacts) {
  if (row.person === null) return <span className="text-ink-3">Not shown</span>;
  const { who, relation } = requesterWords(row.person);
  return (
    <span title={relation === null ? undefined : `${who}, ${relation}`}>
      {who}
      {relation !== null && <span className="text-ink-2">, {relation}</span>}
    </span>
  );
}

function Documents({ row, today }: LineFacts) {
  if (row.person === null) return <span className="text-ink-3">Not shown</span>;
  const badges = badgesOf(row.person, today).filter(({ state }) => state !== 'asked' || row.state !== 'closed');
  const shown = badgesShown(badges);
  const more = badges.slice(shown);
  return (
    <>
      {badges.slice(0, shown).map(({ words, state }, at) => (
        <DocumentBadge key={at} state={state}>
          {words}
        </DocumentBadge>
      ))}
      {more.length > 0 && (
        <span className="text-ink-2" title={more.map(({ words }) => words).join(', ')}>
          +{more.length}
          <VisuallyHidden>: {more.map(({ words }) => words).join(', ')}</VisuallyHidden>
        </span>
      )}
      {badges.length === 0 && <span className="text-ink-3">None</span>}
    </>
  );
}

const Due = ({ kind, words }: DueStatus) => (
  <Status kind={kind} className="max-w-full">
    <span className="block truncate" title={words}>
      {words}
    </span>
  </Status>
);

/** What for gives way where it is narrow, the day stays. */
function Deadline({ row, today }: LineFacts) {
  const words = deadlineWords(row, today);
  if (words === null) return <span className="text-ink-3">None given</span>;
  const [, what = '', day = ''] = /^(.*?) ?([A-Z][a-z]{2} \d{1,2})$/.exec(words) ?? [];
  return (
    <span className="flex min-w-0" title={words}>
      <span className="truncate">{what}</span>
      <span className="flex-none whitespace-pre">{what === '' ? day : ` ${day}`}</span>
    </span>
  );
}

const CELLS: Readonly<Record<QueueColumn | 'kind' | 'due', (facts: LineFacts) => ReactNode>> = {
  kind: ({ row }) => queueKindWords(row),
  about: (facts) => <About person={personWords(facts)} />,
  by: (facts) => <AskedBy {...facts} />,
  documents: (facts) => <Documents {...facts} />,
  received: ({ row }) => monthDay(row.receivedOn),
  due: (facts) => <Due {...dueStatus(facts)} />,
  deadline: (facts) => <Deadline {...facts} />,
  holder: (facts) => <Holder holder={holderOf(facts)} />,
};
export type CellName = keyof typeof CELLS;

/** A row of the queue with the cells of the columns shown. A restricted person is not named: who it is stands on the case, once it is opened. */
export const queueLine = (facts: LineFacts, columns: readonly CellName[]): QueueLine => ({
  id: facts.row.id,
  href: paths.case(facts.row.number),
  name: `C-${facts.row.number}`,
  cells: columns.map((column) => CELLS[column](facts)),
  peek: peekOf(facts),
});
