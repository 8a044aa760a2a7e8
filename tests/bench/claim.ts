/** Fifty people take next from 5,000 waiting cases: nobody gets another's case, and how many claims a second. */
import { withClient } from '@/lib/dev/database';
import { useDatabase } from '@/lib/platform/db';
import type { BenchDatabase } from './support/bench-database';
import { addProcessors, signedInAs } from './support/bench-staff';
import { benchOnDatabase } from './support/main';
import { takenInOrder, waitingNumbers } from './support/promise-order';
import { race } from './support/race';
import { percentile, repeated, type Report, spread, timed } from './support/report';
import { byCommand } from './support/taking';
import { addWaiting } from './support/waiting';
import { holdOldest, planOfNextClaim } from './support/walk';

/** What a schema without the idea would have: a plain index for the list, no guard against a second claim. */
const usualSchema = (database: BenchDatabase, name: string, { guarded }: { guarded: boolean }): Promise<unknown> =>
  withClient(database.superuser(name), (client) =>
    client.query(`
      DROP TRIGGER case_claims_taken ON case_claims; DROP TRIGGER case_claims_given_back ON case_claims; DROP INDEX cases_free_order;
      CREATE INDEX usual_due ON cases (due_at, deadline_on, number) WHERE state <> 'closed';
      ${guarded ? '' : 'DROP INDEX case_claims_one_open;'} ANALYZE`),
  );

/** The command, to the last case: correctness first, then claims a second. */
async function ours(database: BenchDatabase, staffIds: string[], report: Report): Promise<number> {
  const waiting = await withClient(database.superuser(), waitingNumbers);
  const { claims, cases, seconds } = await race(database.as('staff_app'), staffIds, 'command', 600);
  const taken = await withClient(database.superuser(), takenInOrder);
  const ahead = taken.map((one) => one.ahead);
  report.line({ way: 'take next', clients: staffIds.length, claims, cases, doubles: claims - cases, seconds, usefulPerSecond: cases / seconds, olderStillFree_p50: percentile(ahead, 0.5), olderStillFree_worst: percentile(ahead, 1) });
  report.atMost('cases claimed twice', taken.filter((one) => one.claims > 1).length + claims - cases, 0);
  report.atMost('waiting cases skipped', waiting.length - cases, 0);
  report.atMost('older promises still free at a claim (below the number of clients)', percentile(ahead, 1), staffIds.length - 1);
  return cases / seconds;
}

async function usual(database: BenchDatabase, name: string, staffIds: string[], seconds: number, report: Report): Promise<number> {
  const guarded = name === 'retrying';
  await usualSchema(database, name, { guarded });
  const ran = await race(database.as('staff_app', name), staffIds, guarded ? 'find_then_retry' : 'find_then_update', seconds);
  const way = guarded ? 'find, then update, again where the table refuses' : 'find, then update';
  report.line({ way, clients: staffIds.length, claims: ran.claims, cases: ran.cases, doubles: ran.claims - ran.cases, doubleShare: 1 - ran.cases / Math.max(1, ran.claims), seconds: ran.seconds, usefulPerSecond: ran.cases / ran.seconds });
  return ran.cases / ran.seconds;
}

/** One person alone: exactly the order. */
async function alone(database: BenchDatabase, staffId: string, report: Report): Promise<void> {
  const expected = (await withClient(database.superuser('alone'), waitingNumbers)).slice(0, 200);
  await useDatabase(database.as('staff_app', 'alone'));
  const actor = await signedInAs(staffId);
  const got: (number | null)[] = [];
  const taken: number[] = [];
  for (let at = 0; at < expected.length; at += 1) taken.push(await timed(async () => got.push(await byCommand(actor))));
  await useDatabase(null);
  report.line({ way: 'take next, one person', ...spread(taken) });
  report.atMost('places at which one person was not given the oldest promise', expected.filter((number, at) => got[at] !== number).length, 0);
}

/** What the server reads for one claim when a fifth of the open cases, the oldest ones, are held and fifty more are being claimed. */
async function walk(database: BenchDatabase, open: number, report: Report): Promise<void> {
  await withClient(database.superuser('walk'), async (client) => {
    await addWaiting(client, open);
    await holdOldest(client, Math.floor(open / 5));
  });
  await useDatabase(database.superuser('walk'));
  const [staffId] = await addProcessors(1);
  const actor = await signedInAs(staffId as string);
  const { index, rows, ms } = await planOfNextClaim(database.superuser('walk'), actor, 50);
  report.line({ what: 'one claim beside 50 unfinished ones', open, held: Math.floor(open / 5), index, rowsLookedAt: rows, ms });
  report.atMost('rows looked at for one claim: 50 locked ones and its own', rows, 51);
  report.line({ what: 'take next, one person, with so many open', open, ...spread(await repeated(100, () => byCommand(actor))) });
}

void benchOnDatabase({ cases: 5000, clients: 50, seconds: 15, open: 100_000 }, async ({ cases, clients, seconds, open }, report, database) => {
  await database.copy('walk');
  await withClient(database.superuser(), (client) => addWaiting(client, cases));
  await useDatabase(database.as('staff_app'));
  const staffIds = await addProcessors(clients);
  await useDatabase(null);
  for (const name of ['usual', 'retrying', 'alone']) await database.copy(name);
  const claimed = await ours(database, staffIds, report);
  const naive = await usual(database, 'usual', staffIds, seconds, report);
  const retried = await usual(database, 'retrying', staffIds, seconds, report);
  report.line({ what: 'useful claims, ratio', toFindThenUpdate: claimed / naive, toRetrying: claimed / retried });
  report.atLeast('useful claims a second, ratio to find-then-update', claimed / naive, 20);
  await alone(database, staffIds[0] as string, report);
  await walk(database, open, report);
});
