/** Questions to a supervisor: asked with the case still in one's hands, or with the case laid aside until a second person has looked. */
import { command, type Door } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import type { Tx } from '@/lib/platform/db';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { hasOpenRelease } from '@/lib/records/queries';
import { moveBy } from '../moving';
import { answerSchema, caseReasonSchema } from '../schema';
import { findCase, heldCase, isRefused, type WorkCase } from '../scope';
import type { CaseAction } from '../transitions';

const openQuestion = (tx: Tx, caseId: string) => tx.caseEscalation.findFirst({ where: { caseId, answeredAt: null } });

async function ask({ actor, tx, now, record }: Door<StaffActor>, { caseId, reason }: { caseId: string; reason: string }, action: CaseAction): Promise<Refused | WorkCase> {
  const held = await heldCase(tx, actor, caseId);
  if (isRefused(held)) return held;
  if ((await openQuestion(tx, held.id)) !== null) return refuse('already_asked');
  const refused = await moveBy(tx, actor, held, action, { reason });
  if (refused !== null) return refused;
  await tx.caseEscalation.create({ data: { caseId: held.id, reason, byId: actor.staffId, at: now } });
  record({ event: 'case.escalated', caseId: held.id, details: { reason, forReview: action === 'send_for_review' } });
  return held;
}

/** The case stays where it is; the question stands with it until a supervisor has answered. */
export const escalateCase = command({
  name: 'case.escalate',
  surface: 'staff',
  actors: ['staff'],
  input: caseReasonSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async (door, input) => {
    const asked = await ask(door, input, 'escalate');
    return isRefused(asked) ? asked : done({ number: asked.number });
  },
});

/** Nothing more is done to the case until a supervisor has looked at it. */
export const sendForReview = command({
  name: 'case.send_for_review',
  surface: 'staff',
  actors: ['staff'],
  input: caseReasonSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async (door, input) => {
    const asked = await ask(door, input, 'send_for_review');
    return isRefused(asked) ? asked : done({ number: asked.number });
  },
});

/** Only the question holds the case there: no correction and no copy waits for its own decision. */
async function heldByQuestion(tx: Tx, found: WorkCase): Promise<boolean> {
  if (found.state !== 'needs_second_review') return false;
  const corrections = await tx.approval.count({ where: { caseId: found.id, decision: null } });
  return corrections === 0 && !(await hasOpenRelease(tx, found.id));
}

/** A supervisor's word, never one's own; where the case was laid aside for it, the case goes back to work. */
export const answerQuestion = command({
  name: 'case.answer',
  surface: 'staff',
  actors: ['staff'],
  input: answerSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, answer }) => {
    const found = await findCase(tx, caseId);
    if (found === null) return refuse('not_found');
    if (found.state === 'closed') return refuse('case_closed');
    const question = await openQuestion(tx, found.id);
    if (question === null) return refuse('nothing_asked');
    if (question.byId === actor.staffId) return refuse('own_request');
    const refused = await moveBy(tx, actor, found, (await heldByQuestion(tx, found)) ? 'refuse_review' : 'answer', { reason: answer });
    if (refused !== null) return refused;
    await tx.caseEscalation.update({ where: { id: question.id }, data: { answer, answeredAt: now, answeredById: actor.staffId } });
    record({ event: 'case.answered', caseId: found.id, details: { question: question.reason, answer } });
    return done({ number: found.number });
  },
});
