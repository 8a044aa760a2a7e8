/** Candidates that a changed record may alter are looked for anew: by the worker, after the change is saved. */
import type { Tx } from '@/lib/platform/db';
import { enqueue } from '@/lib/platform/jobs';

/** Cases asked for again after one change; a birth date that more open cases share says too little. */
const MOST = 100;

/**
 * Asks for the search of every open case about nobody yet that has this patient among its candidates, or whose person was born on
 * the same day. Asked twice before the worker comes, it is done once.
 */
export async function refreshCandidates(tx: Tx, patientId: string, exceptCaseId: string): Promise<void> {
  const { birthOn } = await tx.patient.findUniqueOrThrow({ where: { id: patientId }, select: { birthOn: true } });
  const open = { patientId: null, state: { not: 'closed' }, id: { not: exceptCaseId } } as const;
  const kept = await tx.case.findMany({ where: { ...open, candidates: { some: { patientId } } }, select: { id: true }, take: MOST });
  const born = birthOn === null ? [] : await tx.case.findMany({ where: { ...open, subject: { birthOn } }, select: { id: true }, take: MOST });
  for (const id of new Set([...kept, ...born].map((found) => found.id))) await enqueue(tx, 'case.match', { caseId: id }, `case.match:${id}`);
}
