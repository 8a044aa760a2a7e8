/** A row of the queue in words: plain, so that a page carries each word once and the browser needs no rule to show it. */
import type { StatusKind } from '@/components/ui/status';
import { OUTCOME_SHORT_WORDS, OUTCOME_WORDS, thenWords } from '@/lib/cases/labels';
import { monthDay } from '@/lib/cases/queue-labels';
import type { QueueRow } from '@/lib/cases/queries/queue';
import { deadlineWords, dueWords, holderWords, nextStepWords, presenceSentences, requesterWords } from '@/lib/cases/queue-row';
import { ageWords, officeDate, type CalendarDate } from '@/lib/platform/dates';

export type LineFacts = { readonly row: QueueRow; readonly today: CalendarDate; readonly me: string };

/** Null where the person is restricted: who it is stands on the case, once it is opened. */
export type PersonWords = { readonly name: string; /** Years; of a baby its months, in words. */ readonly age: string | null } | null;
export type DueStatus = { readonly kind: StatusKind; readonly words: string };
export type HolderWords = ReturnType<typeof holderWords> & { readonly nobody: boolean };

export function personWords({ row: { person }, today }: LineFacts): PersonWords {
  return person && { name: person.name, age: person.birthOn === null ? null : ageWords(person.birthOn, today).replace(/ years?$/, '') };
}

export function dueStatus({ row }: LineFacts): DueStatus {
  if (row.person === null) return { kind: 'restricted', words: 'Restricted' };
  if (row.closedAt === null || row.state !== 'closed') return dueWords(row);
  const how = row.outcome === null ? 'closed' : OUTCOME_SHORT_WORDS[row.outcome];
  return { kind: row.outcome === 'refused' ? 'refused' : 'done', words: `${monthDay(officeDate(row.closedAt))}, ${how}` };
}

export const holderOf = ({ row, me }: LineFacts): HolderWords => ({ ...holderWords(row, me), nobody: row.holder === null });

export type Peek = {
  readonly person: PersonWords;
  readonly kind: string;
  /** What comes next, and who asks: terms with their words. */
  readonly first: readonly (readonly [string, string])[];
  readonly closed: boolean;
  readonly due: DueStatus;
  readonly deadline: string;
  readonly presence: string | null;
  readonly holder: HolderWords;
};

function proof({ row, today }: LineFacts): string {
  const words = deadlineWords(row, today);
  if (words === null) return 'None given';
  return row.deadlineOn === null ? words : `${words}, ${row.deadlineProven ? 'proven' : 'no proof yet'}`;
}

function askedBy({ row }: LineFacts): string | null {
  if (row.person === null) return null;
  const { who, relation } = requesterWords(row.person);
  return relation === null ? null : `${who}, ${relation}`;
}

/** The case in short, under the table: what the row had to cut, and what comes next. */
export function peekOf(facts: LineFacts): Peek {
  const { row } = facts;
  const asked = askedBy(facts);
  const present = presenceSentences(row);
  return {
    person: personWords(facts),
    kind: thenWords(row),
    first: [
      row.outcome === null ? ['Next step', row.person === null ? 'A restricted record: open it on the case' : nextStepWords(row)] : ['Ended', OUTCOME_WORDS[row.outcome]],
      ...(asked === null ? [] : [['Asked by', asked] as const]),
    ],
    closed: row.state === 'closed',
    due: dueStatus(facts),
    deadline: proof(facts),
    presence: present.length > 0 ? present.join('. ') : null,
    holder: holderOf(facts),
  };
}
