/** A closure over 100,000 open cases: how long its walk takes, and one batch of it, which is what a clerk's save can wait. */
import { mintWorker } from '@/lib/access/actor';
import { moveBatch } from '@/lib/cases/commands/promise-moves';
import { throughTheDoor } from '@/lib/command';
import { withClient } from '@/lib/dev/database';
import { freezeClock } from '@/lib/platform/clock';
import { db, dbDate, useDatabase } from '@/lib/platform/db';
import { calendarDateOf } from '@/lib/platform/dates';
import { seedScale } from '@/prisma/seed/scale/seed-scale';
import { benchOnDatabase } from './support/main';
import { spread, timed } from './support/report';

/** A Wednesday morning at the office, which closes that day. */
const AT = new Date('2026-11-25T15:00:00Z');
const ON = dbDate(calendarDateOf('2026-11-25'));

/** The closure as it stands when its walk begins; that it may be added is measured nowhere. */
async function closeOffice(): Promise<string> {
  const supervisor = await db().staff.findFirstOrThrow({ select: { id: true } });
  await db().officeClosure.create({ data: { onDate: ON, name: 'Governor’s order', citation: 'Executive Order 26-4', addedAt: AT } });
  const { id } = await db().promiseRecount.create({ data: { closure: { connect: { onDate: ON } }, cause: 'closure_added', askedAt: AT, by: { connect: { id: supervisor.id } } } });
  return id;
}

/** Batch after batch as the worker does it; the milliseconds of each. */
async function walk(recountId: string): Promise<number[]> {
  const worker = mintWorker('bench');
  const batches: number[] = [];
  for (let finished = false; !finished; ) {
    batches.push(
      await timed(async () => {
        const outcome = await throughTheDoor(moveBatch, worker, { recountId }, null);
        if (!outcome.ok) throw new Error(`the walk was refused: ${outcome.reason}`);
        finished = (outcome.value as { finished: boolean }).finished;
      }),
    );
  }
  return batches;
}

void benchOnDatabase({ open: 100_000 }, async ({ open }, report, database) => {
  await withClient(database.as('app_owner'), (client) => seedScale(client, { cases: open, open, staff: 70, at: AT }));
  freezeClock(AT);
  await useDatabase(database.superuser());
  const recountId = await closeOffice();
  const batches = await walk(recountId);
  const { cases, seen, moved } = await db().promiseRecount.findUniqueOrThrow({ where: { id: recountId } });
  report.line({ what: 'the walk of one closure', inReach: cases, seen, moved, seconds: batches.reduce((sum, ms) => sum + ms, 0) / 1000 });
  report.line({ what: 'one batch of 250 cases, ms', ...spread(batches) });
});
