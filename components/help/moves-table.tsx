import { PlainTable } from '@/components/tables/plain-table';
import { roleLabels } from '@/lib/access/roles';
import { CASE_STATE_WORDS, OUTCOME_WORDS } from '@/lib/cases/labels';
import { OUTCOME_LETTERS, OUTCOME_RULES } from '@/lib/cases/outcomes';
import { OUTCOMES } from '@/lib/cases/schema';
import { TRANSITIONS, type Mover } from '@/lib/cases/transitions';
import { CASE_STATES } from '@/lib/cases/types';

const moverWords = (by: readonly Mover[]): string => by.map((mover) => (mover === 'worker' ? 'the desk itself' : roleLabels[mover])).join(', ');
const heads = (words: readonly string[]) => words.map((head) => ({ key: head, head }));
const yes = (needed: boolean): string => (needed ? 'Yes' : 'No');

/** Every move of a case, from the table that the desk itself obeys. */
export function MovesTable() {
  const rows = CASE_STATES.flatMap((from) => TRANSITIONS.filter((row) => row.from === from)).map((row, at, all) => ({
    id: `${row.from} ${row.action}`,
    // The name of a state is bold where its moves begin.
    cells: [all[at - 1]?.from === row.from ? <span key="from" className="font-normal text-ink-3">{CASE_STATE_WORDS[row.from]}</span> : CASE_STATE_WORDS[row.from], row.label, moverWords(row.by), row.to === row.from ? 'Stays as it is' : CASE_STATE_WORDS[row.to], yes(row.reasonNeeded)],
  }));
  return <PlainTable caption="How a case moves" columns={heads(['From', 'What is done', 'By whom', 'To', 'Reason needed'])} edge rows={rows} />;
}

/** Every way a case ends, and what goes out. */
export function EndsTable() {
  const rows = OUTCOMES.map((outcome) => {
    const { from, by, reasonNeeded } = OUTCOME_RULES[outcome];
    return { id: outcome, cells: [OUTCOME_WORDS[outcome], from.map((state) => CASE_STATE_WORDS[state]).join(', '), moverWords(by), yes(reasonNeeded), OUTCOME_LETTERS[outcome].words] };
  });
  return <PlainTable caption="How a case ends" columns={heads(['Outcome', 'From', 'By whom', 'Reason needed', 'What goes out'])} edge rows={rows} />;
}
