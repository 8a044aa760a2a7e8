import { z } from 'zod';
import type { AuditEntry } from '@/lib/audit/events';
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

type Opened = { readonly id: string; readonly number: number };
type Pen = { readonly tx: Tx; readonly now: Date; record(entry: AuditEntry): void };

/** One case for each person of the submission who has none yet; none where there is no such submission. */
export async function openWaiting({ tx, now, record }: Pen, submissionId: string): Promise<readonly Opened[]> {
  const sent = await withSubjects(tx, submissionId);
  const waiting = sent?.subjects.filter((subject) => subject.case === null) ?? [];
  if (sent === null || waiting.length === 0) return [];
  const terms = await promised(tx, sent, now);
  const shared = { ...terms, submissionId, kind: sent.kind, state: 'new', language: sent.language, receivedAt: sent.receivedAt, deadlineOn: sent.deadlineOn === null ? null : dbDate(sent.deadlineOn), deadlineReason: sent.deadlineReason, createdAt: now } as const;
  const opened: Opened[] = [];
  for (const subject of waiting) {
    const made = await tx.case.create({ data: { ...shared, subjectId: subject.id } });
    record({ event: 'case.opened', caseId: made.id, submissionId, details: { number: made.number, kind: made.kind, dueAt: made.dueAt?.toISOString() ?? null } });
    opened.push({ id: made.id, number: made.number });
  }
  return opened;
}

/** Opens one case for each person a submission names. Run twice, it opens none twice. */
export const openCase = command({
  name: 'case.open',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({ submissionId: z.uuid() }),
  subject: ({ submissionId }) => ({ submission: submissionId }),
  run: async (door, { submissionId }) => {
    if ((await door.tx.submission.count({ where: { id: submissionId } })) === 0) return refuse('not_found');
    const opened = await openWaiting(door, submissionId);
    return opened.length === 0 ? refuse('already_open') : done({ opened: opened.length });
  },
});
