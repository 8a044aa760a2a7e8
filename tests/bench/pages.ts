/** Seventy people at work on the built system: queue, case steps and notes, with pauses to think. */
import { existsSync } from 'node:fs';
import { encode } from 'next-auth/jwt';
import { Obstacle } from '@/lib/dev/places';
import { demoSecrets } from '@/lib/dev/secrets';
import { startSystem } from '@/lib/dev/system';
import { db, useDatabase } from '@/lib/platform/db';
import { random } from '@/prisma/seed/random';
import { setEnvironment } from '../support/environment';
import { aSession } from '../support/people';
import { addProcessors } from './support/bench-staff';
import { type Deed, type Done, type OpenCase, workAt } from './support/desk';
import { bench } from './support/main';
import { type Report, spread } from './support/report';

const SEED = 2041;
const MOST_MS: Readonly<Record<Deed, number>> = { queue: 400, case: 600, save: 700 };
/** A session as the sign-in would leave it: the row, and the library's cookie with its id. */
const COOKIE = '__Host-staff-session';

async function cookies(count: number, secret: string): Promise<string[]> {
  const made: string[] = [];
  for (const id of await addProcessors(count)) {
    const sid = await aSession(id);
    made.push(`${COOKIE}=${await encode({ token: { sid }, secret })}`);
  }
  return made;
}

const openCases = (): Promise<OpenCase[]> =>
  db().case.findMany({ where: { state: { not: 'closed' }, OR: [{ patientId: null }, { patient: { restriction: null } }] }, select: { number: true, publicId: true }, orderBy: { number: 'asc' } });

function say(report: Report, done: readonly Done[], seconds: number): void {
  const errors = done.filter(({ error }) => error !== null);
  report.line({ what: 'all', requests: done.length, perSecond: done.length / seconds, errors: errors.length, reasons: [...new Set(errors.map(({ deed, error }) => `${deed}: ${error}`))] });
  for (const deed of ['queue', 'case', 'save'] as const) {
    const times = done.filter((one) => one.deed === deed && one.error === null).map(({ ms }) => ms);
    if (times.length === 0) throw new Error(`nobody came to ${deed}: let it run longer`);
    const { p95, ...others } = spread(times);
    report.line({ what: `${deed}, ms`, ...others, p95 });
    report.atMost(`${deed}, p95 ms`, p95, MOST_MS[deed]);
  }
  report.atMost('errors', errors.length, 0);
}

void bench({ staff: 70, seconds: 180 }, async ({ staff, seconds }, report, undo) => {
  if (!existsSync('.next/BUILD_ID')) throw new Obstacle('The system is not built: run `npm run build` first.');
  const system = await startSystem({ quiet: true });
  undo(system.stop);
  const secret = demoSecrets(system.folder).staffSession;
  setEnvironment(system.databaseUrl);
  await useDatabase(system.databaseUrl);
  undo(() => useDatabase(null));
  const [people, cases] = [await cookies(staff, secret), await openCases()];
  report.machine({ staff, seconds, openCases: cases.length, processes: 'database, both webs, worker and these people on the same cores', durability: 'fsync, synchronous_commit and full_page_writes on' });
  const desks = people.map((cookie, at) => ({ origin: system.urls.staff, cookie, cases, chance: random(`${SEED}/${at}`) }));
  const until = performance.now() + seconds * 1000;
  say(report, (await Promise.all(desks.map((desk) => workAt(desk, until)))).flat(), seconds);
});
