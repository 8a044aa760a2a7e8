/** The audit: entries a second beside the sealer, verifying all of it, and who looked at one person among ten million. */
import type { Client } from 'pg';
import { entriesStatement, type AuditScope } from '@/lib/audit/entries';
import { sealSettled } from '@/lib/audit/seal';
import { verifyAudit } from '@/lib/audit/verify';
import { withClient } from '@/lib/dev/database';
import { useDatabase } from '@/lib/platform/db';
import { drawn, fillAudit } from './support/audit-rows';
import { addUsualWays, appendFor, connectAll, type Way } from './support/audit-ways';
import type { BenchDatabase } from './support/bench-database';
import { benchOnDatabase } from './support/main';
import { percentile, repeated, type Report, spread, timed } from './support/report';

const FROM = new Date('2025-12-01T00:00:00Z');
const MONTHS = 12;
const PATIENTS = 500_000;
const STAFF = 70;
/** An entry is written in the transaction of its change, and a chain stays locked until that ends. */
const HELD_MS = 5;
const ALL = ['plain', 'ours', 'chained'] as const satisfies readonly Way[];

/** Seals without a pause while others write: in production it is once a minute. */
async function sealingMeanwhile<T>(work: () => Promise<T>): Promise<{ worked: T; seals: number }> {
  let [busy, seals] = [true, 0];
  const sealer = (async () => {
    while (busy) {
      const before = seals;
      const { waits } = await sealSettled(1_000);
      seals = waits ? before : before + 1;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  })();
  const worked = await work();
  busy = false;
  await sealer;
  return { worked, seals };
}

/** Turn by turn, so that what else the machine does falls on all of them. */
async function append(database: BenchDatabase, { clients, seconds, rounds }: { clients: number; seconds: number; rounds: number }, report: Report): Promise<void> {
  await withClient(database.as('app_owner'), addUsualWays);
  const all = await connectAll(database.as('staff_app'), clients);
  for (const way of ALL) await appendFor(all, way, 1_000);
  const rates: Record<Way, number[]> = { plain: [], ours: [], chained: [] };
  let seals = 0;
  for (let round = 0; round < rounds; round += 1) {
    // Each round begins with another, so that none always follows the same.
    for (const way of ALL.map((_, at) => ALL[(at + round) % ALL.length])) {
      if (way === undefined) continue;
      const write = (): Promise<number> => appendFor(all, way, seconds * 1000);
      if (way !== 'ours') rates[way].push(await write());
      else {
        const ours = await sealingMeanwhile(write);
        rates.ours.push(ours.worked);
        seals += ours.seals;
      }
    }
  }
  const held = { ours: await appendFor(all, 'ours', seconds * 1000, HELD_MS), chained: await appendFor(all, 'chained', seconds * 1000, HELD_MS) };
  await Promise.all(all.map((client) => client.end()));
  const middle = (way: Way): number => percentile(rates[way], 0.5);
  // Within a round, where the machine was the same for both.
  const paired = (way: Way, other: Way): number => percentile(rates[way].map((rate, round) => rate / (rates[other][round] ?? Number.NaN)), 0.5);
  for (const way of ALL) report.line({ way, what: 'entries a second', clients, rounds, perSecond: middle(way), worst: Math.min(...rates[way]), best: Math.max(...rates[way]) });
  report.line({ what: 'times the sealer ran beside ours', seals });
  report.atLeast('append beside the sealer, share of a plain insert', paired('ours', 'plain'), 0.9);
  report.line({ what: 'ratio to a chain within the insert, nothing else in the transaction', value: paired('ours', 'chained'), plain: paired('plain', 'chained') });
  report.line({ what: `entries a second in transactions of ${HELD_MS} ms`, ...held });
  report.atLeast(`append in transactions of ${HELD_MS} ms, ratio to a chain within the insert`, held.ours / held.chained, 10);
}

async function verify(report: Report, atLeast: number): Promise<void> {
  const sealing = await timed(() => sealSettled());
  const from = performance.now();
  const { entries, seals, broken } = await verifyAudit({ head: null });
  const perSecond = entries / ((performance.now() - from) / 1000);
  report.line({ what: 'sealing of all, ms', ms: sealing, entries, seals });
  report.line({ what: 'verifying all, entries a second', perSecond, entries, seals, found: broken?.what ?? 'nothing' });
  // Nobody kept a head here, and nothing else may be wrong.
  report.atMost('places found broken but the missing head', broken === null || broken.what === 'head_missing' ? 0 : 1, 0);
  report.atLeast('entries verified a second', perSecond, atLeast);
}

async function search(database: BenchDatabase, { rows, page, runs }: { rows: number; page: number; runs: number }, report: Report): Promise<void> {
  await withClient(database.as('auditor'), async (client: Client) => {
    await client.query('SET jit = off');
    const ask = (name: string, { text, values }: { text: string; values: unknown[] }) => client.query({ name, text, values });
    const someone = (scope: (at: number) => Promise<AuditScope>, name: string) => async (at: number) => ask(name, entriesStatement(await scope(at), null, page));
    const keys = (await client.query<{ id: string; at: Date }>(`SELECT id, at FROM audit_events TABLESAMPLE SYSTEM (0.05) LIMIT 2000`)).rows;
    const staffIds: string[] = [];
    const patientIds: string[] = [];
    for (let at = 0; at < STAFF; at += 1) staffIds.push(await drawn(client, 'staff', at));
    for (let at = 0; at < runs; at += 1) patientIds.push(await drawn(client, 'patient', (at * 7_919) % PATIENTS));
    const day = (at: number): { fromAt: Date; untilAt: Date } => {
      const fromAt = new Date(FROM.getTime() + (at % (MONTHS * 30)) * 86_400_000);
      return { fromAt, untilAt: new Date(fromAt.getTime() + 86_400_000) };
    };
    const primary = spread(await repeated(runs, (at) => { const key = keys[at % keys.length]; return ask('key', { text: 'SELECT * FROM audit_events WHERE id = $1 AND at = $2', values: [key?.id, key?.at] }); }, 10));
    const byPatient = spread(await repeated(runs, someone(async (at) => ({ patientId: patientIds[at] ?? '' }), 'patient'), 10));
    const byStaff = spread(await repeated(runs, someone(async (at) => ({ staffId: staffIds[at % STAFF] ?? '', ...day(at) }), 'staff'), 10));
    report.line({ what: 'one entry by its key, ms', rows, ...primary });
    report.line({ what: `who looked at one person, newest ${page}, ms`, rows, ...byPatient });
    report.line({ what: `what a colleague did on one day, newest ${page}, ms`, rows, ...byStaff });
    report.atMost('by patient, ratio to the key', byPatient.p50 / primary.p50, 4);
    report.atMost('by staff and day, ratio to the key', byStaff.p50 / primary.p50, 4);
  });
}

void benchOnDatabase({ rows: 10_000_000, clients: 64, seconds: 5, rounds: 5, page: 25, runs: 500, verified: 250_000 }, async ({ rows, clients, seconds, rounds, page, runs, verified }, report, database) => {
  await useDatabase(database.as('worker_app'));
  await append(database, { clients, seconds, rounds }, report);
  report.line({ seeded: 'audit', rows, seconds: (await timed(() => withClient(database.as('app_owner'), (client) => fillAudit(client, { rows, months: MONTHS, patients: PATIENTS, staff: STAFF, from: FROM })))) / 1000 });
  await search(database, { rows, page, runs }, report);
  await verify(report, verified);
});
