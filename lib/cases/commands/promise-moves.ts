/** Moves the open promises to a changed calendar, a batch at a time. Cut off anywhere, it goes on behind the last batch. */
import { z } from 'zod';
import type { AuditEntry } from '@/lib/audit/events';
import { command } from '@/lib/command';
import { dbDate, type Tx } from '@/lib/platform/db';
import { officeDate } from '@/lib/platform/dates';
import { done, refuse } from '@/lib/platform/outcome';
import { closeOf } from '@/lib/policies/business-time';
import { shortDay } from '@/lib/policies/labels';
import { promisedDays } from '@/lib/policies/promise';
import { calendarsThrough, promiseMoves, type CalendarChange, type ChangeCause, type PromiseMove } from '@/lib/policies/promise-moves';
import { holdClosures } from '@/lib/policies/queries';
import { inReach, lastingPauses } from '../promise-reach';

/** Small enough for a transaction's time on the busiest machine. */
const BATCH = 250;

type Recount = { id: string; onDate: CalendarChange['on']; cause: string; afterNumber: number; cases: number | null; finishedAt: Date | null };
type Standing = { id: string; number: number; received_at: Date; target_days: number; due_at: Date };
type Moved = { readonly of: Standing; readonly receivedOn: string; readonly dueAt: Date; readonly moves: readonly PromiseMove[] };

/** One walker at a time: a second worker waits here, then finds the batch done. */
async function lockRecount(tx: Tx, id: string): Promise<Recount | null> {
  await tx.$queryRaw`SELECT 1 FROM promise_recounts WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.promiseRecount.findUnique({ where: { id } });
}

const lockBatch = (tx: Tx, { onDate, afterNumber }: Recount): Promise<Standing[]> => tx.$queryRaw<Standing[]>`
  SELECT c.id, c.number, c.received_at, c.target_days, c.due_at FROM cases c
  WHERE ${inReach(onDate)} AND c.number > ${afterNumber}
  ORDER BY c.number LIMIT ${BATCH} FOR NO KEY UPDATE`;

async function countReach(tx: Tx, { onDate }: Recount): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM cases c WHERE ${inReach(onDate)}`;
  return row?.count ?? 0;
}

/** Changes whose walk is not over, this one among them, in the order in which they were made. */
async function changesUnderWay(tx: Tx): Promise<CalendarChange[]> {
  const rows = await tx.promiseRecount.findMany({ where: { finishedAt: null }, orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] });
  return rows.map(({ onDate, cause }) => ({ on: onDate, cause: cause as ChangeCause }));
}

/** Counts each case of a batch anew; those that stay as they are fall out. */
async function countAnew(tx: Tx, batch: readonly Standing[]): Promise<Moved[]> {
  const pauses = await lastingPauses(tx, batch.map(({ id }) => id));
  const closures = await holdClosures(tx);
  const changes = await changesUnderWay(tx);
  const calendars = calendarsThrough(changes, closures);
  return batch.flatMap((of) => {
    const terms = { receivedAt: of.received_at, targetDays: of.target_days, pauses: pauses.get(of.id) ?? [] };
    const { receivedOn, dueOn } = promisedDays({ ...terms, closures });
    // Stopped since the row was read: it is counted when it resumes.
    if (dueOn === null) return [];
    return [{ of, receivedOn, dueAt: closeOf(dueOn), moves: promiseMoves(terms, of.due_at, changes, calendars) }];
  });
}

/** Set-based. The version stays: nobody typed this, and a clerk's unsaved work must not collide with the calendar. */
async function saveMoved(tx: Tx, moved: readonly Moved[]): Promise<void> {
  const [ids, dues, days] = [moved.map(({ of }) => of.id), moved.map(({ dueAt }) => dueAt.toISOString()), moved.map(({ receivedOn }) => receivedOn)];
  await tx.$executeRaw`
    UPDATE cases c SET due_at = m.due_at::timestamptz, received_on = m.received_on::date
    FROM unnest(${ids}::uuid[], ${dues}::text[], ${days}::text[]) AS m (id, due_at, received_on)
    WHERE c.id = m.id AND (c.due_at, c.received_on) IS DISTINCT FROM (m.due_at::timestamptz, m.received_on::date)`;
}

const rowsOf = ({ of, moves }: Moved, at: Date) =>
  moves.map(({ on, cause, before, after }) => ({ caseId: of.id, at, before, after, cause, onDate: dbDate(on) }));

/** A batch has hundreds of entries and a handful of days: each day is put into words once. */
function entriesOf(moved: readonly Moved[]): AuditEntry[] {
  const said = new Map<number, string>();
  const due = (at: Date): string => {
    const words = said.get(at.getTime()) ?? shortDay(officeDate(at));
    said.set(at.getTime(), words);
    return words;
  };
  return moved.flatMap(({ of, moves }) =>
    moves.map(({ on, cause, before, after }): AuditEntry => ({ event: 'promise.moved', caseId: of.id, details: { changes: [{ field: 'Due', before: due(before), after: due(after) }], cause, onDate: on } })),
  );
}

/** One batch of the walk for one change of the calendar. Idempotent: a case that stands where it should is left alone. */
export const moveBatch = command({
  name: 'case.move_promises',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({ recountId: z.uuid() }),
  subject: ({ recountId }) => ({ recount: recountId }),
  run: async ({ tx, now, record }, { recountId }) => {
    const recount = await lockRecount(tx, recountId);
    if (recount === null) return refuse('not_found');
    if (recount.finishedAt !== null) return refuse('already_finished');
    const cases = recount.cases ?? (await countReach(tx, recount));
    const batch = await lockBatch(tx, recount);
    const counted = await countAnew(tx, batch);
    const moved = counted.filter(({ moves }) => moves.length > 0);
    await saveMoved(tx, counted);
    await tx.casePromiseMove.createMany({ data: moved.flatMap((one) => rowsOf(one, now)) });
    const finished = batch.length < BATCH;
    await tx.promiseRecount.update({
      where: { id: recount.id },
      data: { cases, seen: { increment: batch.length }, moved: { increment: moved.length }, afterNumber: batch.at(-1)?.number ?? recount.afterNumber, finishedAt: finished ? now : null },
    });
    entriesOf(moved).forEach(record);
    record({ event: 'promise.recounted', details: { on: recount.onDate, cause: recount.cause, seen: batch.length, moved: moved.length, finished } });
    return done({ finished, seen: batch.length, moved: moved.length });
  },
});
