import type { WorkerActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { matchCase } from './commands/matches';
import { openCase } from './commands/openings';

/** Opens the cases of a submission that arrived. */
export async function openCases(actor: WorkerActor, { submissionId }: { submissionId: string }): Promise<void> {
  const outcome = await throughTheDoor(openCase, actor, { submissionId }, null);
  if (!outcome.ok && outcome.reason !== 'already_open') throw new Error(outcome.reason);
}

/** Looks for the person of a case among all patients. */
export async function findMatches(actor: WorkerActor, { caseId }: { caseId: string }): Promise<void> {
  const outcome = await throughTheDoor(matchCase, actor, { caseId }, null);
  if (!outcome.ok) throw new Error(outcome.reason);
}
