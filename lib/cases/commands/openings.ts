import { z } from 'zod';
import { command } from '@/lib/command';
import { dbDate, type Tx } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { promise } from '@/lib/policies/promise';
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';
import { holdClosures } from '@/lib/policies/queries';

const include = { subjects: { orderBy: { position: 'asc' }, include: { case: true } } } as const;
const withSubjects = (tx: Tx, id: string) => tx.submission.findUnique({ where: { id }, include });
type Sent = NonNullable<Awaited<ReturnType<typeof withSubjects>>>;

/** Day 0 and the due time of what arrived, by the office's calendar. */
async function promised(tx: Tx, sent: Sent, now: Date) {
  const targetDays = POLICY_DEFAULTS.targetDays[sent.kind];
  const { receivedOn, dueAt } = promise({ receivedAt: sent.receivedAt, targetDays, closures: await holdClosures(tx), pauses: [], now });
  return { receivedOn: dbDate(receivedOn), dueAt, targetDays };
}

/** Opens one case for each person a submission names. Run twice, it opens none twice. */
export const openCase = command({
  name: 'case.open',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({ submissionId: z.uuid() }),
  subject: ({ submissionId }) => ({ submission: submissionId }),
  run: async ({ tx, now, record }, { submissionId }) => {
    const sent = await withSubjects(tx, submissionId);
    if (sent === null) return refuse('not_found');
    const waiting = sent.subjects.filter((subject) => subject.case === null);
    if (waiting.length === 0) return refuse('already_open');
    const terms = await promised(tx, sent, now);
    for (const subject of waiting) {
      const opened = await tx.case.create({
        data: {
          ...terms,
          subjectId: subject.id,
          submissionId,
          kind: sent.kind,
          state: 'new',
          language: sent.language,
          receivedAt: sent.receivedAt,
          deadlineOn: sent.deadlineOn === null ? null : dbDate(sent.deadlineOn),
          deadlineReason: sent.deadlineReason,
          createdAt: now,
        },
      });
      record({ event: 'case.opened', caseId: opened.id, submissionId, details: { number: opened.number, kind: opened.kind, dueAt: opened.dueAt?.toISOString() ?? null } });
    }
    return done({ opened: waiting.length });
  },
});
