/** The one way in which a case changes its state: by a row of the transitions table, from the version it was read at. */
import type { StaffActor, WorkerActor } from '@/lib/access/actor';
import type { Tx } from '@/lib/platform/db';
import { refuse, type Refused } from '@/lib/platform/outcome';
import type { CaseChange, WorkCase } from './scope';
import { findTransition, moveProblems, type CaseAction, type Mover } from './transitions';
import type { CaseState } from './types';

const moversOf = (actor: StaffActor | WorkerActor): readonly Mover[] => (actor.kind === 'worker' ? ['worker'] : actor.roles);

type Moved = Pick<WorkCase, 'id' | 'version' | 'state'>;
type Move = {
  readonly reason?: string | null;
  /** What changes with the state. */
  readonly change?: CaseChange;
  /** For an undoing: where the case stood before. */
  readonly restoring?: CaseState;
};

/** Why this person cannot make the move; a missing reason is a field to fill, everything else an answer. */
export function moveRefusal(actor: StaffActor | WorkerActor, from: CaseState, action: CaseAction, reason: string | null): Refused | null {
  const problems = moveProblems(from, action, moversOf(actor), reason);
  const [first] = problems;
  if (first === undefined) return null;
  return refuse(first.reason === 'reason_missing' ? 'invalid' : first.reason, problems);
}

/** Moves a case, or says why it cannot be moved; `conflict` when somebody was faster. */
export async function moveBy(tx: Tx, actor: StaffActor | WorkerActor, found: Moved, action: CaseAction, { reason = null, change = {}, restoring }: Move = {}): Promise<Refused | null> {
  const refused = moveRefusal(actor, found.state, action, reason);
  const row = findTransition(found.state, action);
  if (refused !== null || row === null) return refused ?? refuse('not_from_this_state');
  const state = row.restores ? (restoring ?? row.to) : row.to;
  const { count } = await tx.case.updateMany({ where: { id: found.id, version: found.version }, data: { ...change, state, version: found.version + 1 } });
  return count === 1 ? null : refuse('conflict');
}
