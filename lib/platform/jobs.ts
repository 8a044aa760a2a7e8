/** Jobs by name, with the payload each carries: ids only, never personal data. What must reach upward between rooms goes as one of these. */
import type { Tx } from './db';

export type Jobs = {
  'document.make_safe': { documentId: string };
  'document.resume_checks': object;
  'document.sweep_files': object;
  'document.read': { documentId: string };
  'case.open': { submissionId: string };
  'case.match': { caseId: string };
  'case.lapse_claims': object;
  'case.wake': object;
  'case.take_answer': { requestId: string };
  'case.remind': object;
  'case.close_unanswered': object;
  'document.list_for_destruction': object;
  'document.destroy': { listId: string };
  'document.send_link': { linkId: string };
  'presence.sweep': object;
  'notice.send': { noticeId: string };
  'staff.send_link': { linkId: string };
  'case.move_promises': { recountId: string };
  'audit.seal': object;
  'audit.make_months': object;
};
export type JobName = keyof Jobs;

/** Enqueues inside the caller's transaction: no commit, no job. A second request under the same key replaces the first. */
export async function enqueue<N extends JobName>(tx: Tx, name: N, payload: Jobs[N], key?: string): Promise<void> {
  await tx.$executeRaw`SELECT enqueue_job(${name}, ${JSON.stringify(payload)}::json, ${key ?? null}::text)`;
}
