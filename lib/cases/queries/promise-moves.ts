import { db } from '@/lib/platform/db';
import type { ChangeCause } from '@/lib/policies/promise-moves';
import { promiseMoveWords } from '@/lib/policies/calendar-labels';

/** Why the promise of a case falls due at another time than was said before, newest first. The look at the case is the caller's. */
export async function listPromiseMoves(caseId: string): Promise<readonly { id: string; at: Date; words: string }[]> {
  const moves = await db().casePromiseMove.findMany({ where: { caseId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  const closures = await db().officeClosure.findMany({ where: { onDate: { in: moves.map(({ onDate }) => new Date(`${onDate}T00:00:00Z`)) } } });
  const names = new Map(closures.map(({ onDate, name }) => [onDate, name]));
  return moves.flatMap(({ id, at, before, after, cause, onDate }) =>
    before === null || after === null ? [] : [{ id, at, words: promiseMoveWords({ before, after, cause: cause as ChangeCause, on: onDate }, names.get(onDate) ?? 'a closure') }],
  );
}
