import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { OUTCOME_WORDS, thenWords } from '@/lib/cases/labels';
import { deadlineWords, nextStepWords, presenceSentences, requesterWords } from '@/lib/cases/queue-row';
import { paths } from '@/lib/paths';
import { About, Due, Holder, type LineFacts } from './queue-line';

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
export function QueuePeek(facts: LineFacts) {
  const { row } = facts;
  const asked = askedBy(facts);
  const present = presenceSentences(row);
  const parts: readonly (readonly [string, ReactNode])[] = [
    row.outcome === null ? ['Next step', row.person === null ? 'A supervisor opens this case' : nextStepWords(row)] : ['Ended', OUTCOME_WORDS[row.outcome]],
    ...(asked === null ? [] : [['Asked by', asked] as const]),
    ['Due', <Due key="due" {...facts} />],
    ['Their deadline', proof(facts)],
    present.length > 0 ? ['Presence', present.join('. ')] : ['Who has it', <Holder key="holder" {...facts} />],
  ];
  return (
    <>
      <div className="min-w-0">
        <p className="text-small text-ink-3">C-{row.number}</p>
        <p className="text-section">
          <About {...facts} />
        </p>
        <p className="text-ink-2">{thenWords(row)}</p>
      </div>
      {parts.map(([term, value]) => (
        <div key={term} className="min-w-0">
          <p className="text-small text-ink-3">{term}</p>
          <div className="font-medium">{value}</div>
        </div>
      ))}
      <ButtonLink href={paths.case(row.number)} keyCap="Enter" className="ml-auto">
        Open case
      </ButtonLink>
    </>
  );
}
