/** The queue's first page with every count, and history 10,000 pages deep, among a million cases. */
import { withClient } from '@/lib/dev/database';
import type { StaffActor } from '@/lib/access/actor';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { seedScale } from '@/prisma/seed/scale/seed-scale';
import type { BenchDatabase } from './support/bench-database';
import { signedInAs } from './support/bench-staff';
import { benchOnDatabase } from './support/main';
import { firstPage, historyPage, PAGE, placeInHistory } from './support/our-queue';
import { repeated, type Report, spread } from './support/report';
import { usualFirstPage, usualHistory, usualIndexes } from './support/usual-queue';

/** A Wednesday morning at the office. */
const AT = new Date('2026-11-25T15:00:00Z');

async function someProcessor(database: BenchDatabase): Promise<StaffActor> {
  freezeClock(AT);
  await useDatabase(database.as('staff_app'));
  const { id } = await db().staff.findFirstOrThrow({ where: { roles: { has: 'processor' } }, orderBy: { id: 'asc' } });
  return signedInAs(id);
}

/** So many people open the queue at once, again and again without a pause, on one staff web. */
async function together(actor: StaffActor, clients: number, rounds: number): Promise<number[]> {
  const taken = await Promise.all(Array.from({ length: clients }, () => repeated(rounds, () => firstPage(actor, AT), 1)));
  return taken.flat();
}

type Measured = { first: number; history: number };

async function ours(actor: StaffActor, { page, clients, runs }: { page: number; clients: number; runs: number }, report: Report): Promise<Measured> {
  const state = await placeInHistory((page - 1) * PAGE);
  const first = spread(await repeated(runs, () => firstPage(actor, AT), 8));
  const history = spread(await repeated(runs, () => historyPage(actor, AT, state), 8));
  report.line({ way: 'ours', what: 'first page with all counts, ms', ...first });
  report.line({ way: 'ours', what: `history, page ${page}, ms`, ...history });
  const crowd = spread(await together(actor, clients, Math.max(3, Math.ceil(runs / 20))));
  report.line({ way: 'ours', what: `first page with all counts, ${clients} clients without a pause, ms`, ...crowd });
  report.atMost('first page with all counts, p95 ms', first.p95, 25);
  report.atMost(`the same with ${clients} clients, p95 ms`, crowd.p95, 200);
  return { first: first.p50, history: history.p50 };
}

async function usual(database: BenchDatabase, actor: StaffActor, page: number, runs: number, report: Report): Promise<Measured> {
  await withClient(database.superuser(), usualIndexes);
  const first = spread(await repeated(runs, () => usualFirstPage(actor, AT)));
  const history = spread(await repeated(runs, () => usualHistory((page - 1) * PAGE)));
  report.line({ way: 'usual', what: 'first page with all counts, ms', ...first });
  report.line({ way: 'usual', what: `history, page ${page}, ms`, ...history });
  return { first: first.p50, history: history.p50 };
}

void benchOnDatabase({ cases: 1_000_000, open: 100_000, page: 10_000, clients: 64, runs: 200 }, async ({ cases, open, page, clients, runs }, report, database) => {
  const from = performance.now();
  await withClient(database.as('app_owner'), (client) => seedScale(client, { cases, open, staff: 70, at: AT }, (seeded, rows, ms) => report.line({ seeded, rows, seconds: ms / 1000 })));
  report.line({ seeded: 'everything', seconds: (performance.now() - from) / 1000 });
  const actor = await someProcessor(database);
  const mine = await ours(actor, { page, clients, runs }, report);
  const theirs = await usual(database, actor, page, Math.min(10, runs), report);
  report.atLeast('first page with all counts, ratio to the usual way', theirs.first / mine.first, 25);
  report.atLeast(`history, page ${page}, ratio to the usual way`, theirs.history / mine.history, 500);
});
