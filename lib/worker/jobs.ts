/** Job name → the function that runs it. Rooms own the functions; this is the whole list. */
import type { WorkerActor } from '@/lib/access/actor';
import type { JobName, Jobs } from '@/lib/platform/jobs';

type Run<N extends JobName> = (actor: WorkerActor, payload: Jobs[N], signal: AbortSignal | undefined) => Promise<void>;

export const jobs: { readonly [N in JobName]: () => Promise<Run<N>> } = {
  'document.make_safe': async () => (await import('@/lib/documents/making-safe/jobs')).makeSafe,
  'document.resume_checks': async () => (await import('@/lib/documents/making-safe/sweep')).resumeChecks,
  'document.sweep_files': async () => (await import('@/lib/documents/making-safe/sweep')).sweepFiles,
  'document.read': async () => (await import('@/lib/documents/codes/jobs')).readDocument,
  'case.open': async () => (await import('@/lib/cases/jobs')).openCases,
  'case.match': async () => (await import('@/lib/cases/jobs')).findMatches,
  'case.lapse_claims': async () => (await import('@/lib/cases/jobs')).freeIdleClaims,
  'case.wake': async () => (await import('@/lib/cases/jobs')).wakeSnoozed,
  'case.take_answer': async () => (await import('@/lib/cases/jobs')).goOnAnswered,
  'case.remind': async () => (await import('@/lib/cases/jobs')).remindSilent,
  'case.close_unanswered': async () => (await import('@/lib/cases/jobs')).closeSilent,
  'document.list_for_destruction': async () => (await import('@/lib/documents/retention/jobs')).makeList,
  'document.destroy': async () => (await import('@/lib/documents/retention/jobs')).destroyListed,
  'document.send_link': async () => (await import('@/lib/documents/asking/jobs')).sendUploadLink,
  'presence.sweep': async () => (await import('@/lib/cases/jobs')).sweepAway,
  'case.move_promises': async () => (await import('@/lib/cases/jobs')).movePromises,
  'staff.send_link': async () => (await import('@/lib/staff/jobs')).sendLink,
  'notice.send': async () => (await import('@/lib/dispatch/jobs')).sendNotice,
  'audit.seal': async () => (await import('@/lib/audit/jobs')).sealAudit,
  'audit.make_months': async () => (await import('@/lib/audit/jobs')).makeMonths,
};

/**
 * What nobody enqueues: each minute of real time. A run that was missed is the next one's work, so none is made up for;
 * in a demo the jobs compare with the clock that was moved.
 */
export const everyMinute = ['case.lapse_claims', 'case.wake', 'presence.sweep', 'audit.make_months', 'audit.seal', 'document.resume_checks', 'case.remind', 'case.close_unanswered'] as const satisfies readonly JobName[];

/** And what is asked of a whole bucket, or of every paper there is: each hour. */
export const everyHour = ['document.sweep_files', 'document.list_for_destruction'] as const satisfies readonly JobName[];
