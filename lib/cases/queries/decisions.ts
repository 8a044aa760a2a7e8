/** What staff decided, as labels for the matching lab: counts only, nobody is named. */
import type { Band } from '@/lib/patients/matching/types';
import { db, Prisma } from '@/lib/platform/db';

type Row = { label: 'match' | 'not_a_match'; band: Band; pairs: number };
type Counts = Record<Band, number>;
export type DecisionReport = { readonly pairs: number; readonly match: Counts; readonly possible_match: Counts; readonly not_a_match: Counts };

/** A candidate that the case was linked to is a match; one that was seen beside it and set aside is none. Links taken back count for nothing. */
const DECIDED = Prisma.sql`
  SELECT CASE WHEN l.patient_id = m.patient_id THEN 'match' ELSE 'not_a_match' END AS label, m.band::text AS band, count(*)::int AS pairs
  FROM match_candidates m JOIN case_links l ON l.case_id = m.case_id AND l.undone_at IS NULL
  GROUP BY 1, 2`;

/** In which band the search had put each candidate, against what a person then said. */
export async function reportDecisions(): Promise<DecisionReport> {
  const rows = await db().$queryRaw<Row[]>(DECIDED);
  const of = (label: string): Counts => {
    const count = (band: Band): number => rows.find((row) => row.label === label && row.band === band)?.pairs ?? 0;
    return { likely: count('likely'), possible: count('possible'), no: count('no') };
  };
  return { pairs: rows.reduce((sum, { pairs }) => sum + pairs, 0), match: of('match'), possible_match: of('possible_match'), not_a_match: of('not_a_match') };
}
