/** Finding people among a million: by a prefix, by a name with mistakes, with and without the date of birth, beside a primary key and the usual way. */
import { findCandidates, findPeople } from '@/lib/finding/people';
import { searchPatients } from '@/lib/finding/queries';
import { takeLook } from '@/lib/look';
import { withClient } from '@/lib/dev/database';
import { db, useDatabase } from '@/lib/platform/db';
import { seedRegistry } from '@/prisma/seed/registry/seed-registry';
import { setEnvironment } from '../support/environment';
import { addProcessors, signedInAs } from './support/bench-staff';
import { bench, type Undo } from './support/main';
import { openBenchDatabase } from './support/bench-database';
import { repeated, type Report, spread } from './support/report';
import { asked, COMMON, type Kind, type Known, QUESTIONS, questionsOf, somePeople } from './support/search-questions';

/** A database that is filled already (its superuser's URL), or one of the bench's own. */
async function registry(patients: number, report: Report, undo: Undo): Promise<void> {
  const filled = process.env.BENCH_DATABASE_URL;
  if (filled !== undefined) {
    setEnvironment(filled);
    await useDatabase(filled);
    return undo(() => useDatabase(null));
  }
  const database = await openBenchDatabase();
  undo(database.close);
  const from = performance.now();
  const plan = { patients, doses: 0, seed: '1', today: '2026-11-25', portion: 10_000 };
  await withClient(database.as('app_owner'), (client) => seedRegistry(client, plan, { progress: () => undefined, step: () => undefined }));
  report.line({ seeded: 'people', patients, seconds: (performance.now() - from) / 1000, ...database.settings });
  await useDatabase(database.superuser());
}

const byKey = (id: string): Promise<unknown> => db().$queryRaw`SELECT id, public_id, birth_on, sex FROM patients WHERE id = ${id}::uuid`;

/** As it is usually written: contains, whatever the case, in both names. */
const usual = ({ given, family }: Known): Promise<unknown> =>
  db().patient.findMany({ where: { names: { some: { family: { contains: family, mode: 'insensitive' }, given: { contains: given, mode: 'insensitive' } } } }, include: { names: true }, take: 20 });

async function found(kind: Kind, people: readonly Known[]): Promise<number> {
  const questions = questionsOf(kind, people);
  let count = 0;
  for (const [at, question] of questions.entries()) if ((await findCandidates(question)).includes(people[at]?.id ?? '')) count += 1;
  return count / questions.length;
}

type Figures = { p50: number; p95: number };

async function ours(kind: Kind, people: readonly Known[], runs: number, report: Report): Promise<Figures> {
  const questions = questionsOf(kind, people);
  const of = (at: number) => questions[at % questions.length] as (typeof questions)[number];
  const nobody = { opened: [] } as never;
  const first = spread(await repeated(runs, (at) => findCandidates(of(at)), 20));
  const whole = spread(await repeated(runs, (at) => findPeople(nobody, of(at)), 20));
  report.line({ what: `${kind}: found and ranked, ms`, ...first });
  report.line({ what: `${kind}: and read whole with the reasons, ms`, ...whole });
  return first;
}

async function together(clients: number, rounds: number, people: readonly Known[], report: Report): Promise<void> {
  const [staffId] = await addProcessors(1).catch(async () => [(await db().staff.findFirstOrThrow({ where: { email: 'bench.1@recorddesk.example' } })).id]);
  const actor = await signedInAs(staffId ?? '');
  const search = { ...searchPatients, rate: undefined } as never;
  const ask = (client: number) => (at: number) => { const one = people[(client * 131 + at) % people.length] as Known; return takeLook(search, actor, { text: QUESTIONS[at % 2 === 0 ? 'fuzzy name and date of birth' : 'whole name'](one, { next: () => 0.3, below: () => 0, chance: () => true } as never) }); };
  const taken = await Promise.all(Array.from({ length: clients }, (_, client) => repeated(rounds, ask(client), 2)));
  const figures = spread(taken.flat());
  report.line({ what: `the look with its log entries, ${clients} clients without a pause, one process, ms`, ...figures });
  report.atMost(`search with its log entries, ${clients} clients, p95 ms`, figures.p95, 80);
}

void bench({ patients: 1_000_000, runs: 300, clients: 16, usual: 5 }, async ({ patients, runs, clients, usual: usualRuns }, report, undo) => {
  await registry(patients, report, undo);
  const people = await somePeople(runs, patients);
  report.machine({ patients, people: people.length, jit: 'off' });
  const key = spread(await repeated(runs, (at) => byKey(people[at % people.length]?.id ?? ''), 30));
  const orm = spread(await repeated(runs, (at) => db().patient.findUnique({ where: { id: people[at % people.length]?.id ?? '' } }), 30));
  report.line({ what: 'one person by primary key, one statement, ms', ...key });
  report.line({ what: 'one person by primary key, findUnique, ms', ...orm });
  const figures = {} as Record<Kind, Figures>;
  for (const kind of Object.keys(QUESTIONS) as Kind[]) figures[kind] = await ours(kind, people, runs, report);
  const common = spread(await repeated(COMMON.length * 10, (at) => findCandidates(asked(COMMON[at % COMMON.length] as string)), COMMON.length));
  report.line({ what: 'common surnames and one letter: found and ranked, ms', ...common });
  const slow = spread(await repeated(usualRuns, (at) => usual(people[at % people.length] as Known), 1));
  report.line({ way: 'usual', what: 'contains, insensitive, both names, ms', ...slow });
  for (const kind of Object.keys(QUESTIONS) as Kind[]) report.line({ what: `${kind}: share in which the person is among those found`, share: await found(kind, people) });
  await together(clients, Math.max(5, Math.ceil(runs / clients)), people, report);
  report.atMost('name prefix, p50 to a primary key', figures['name prefix'].p50 / key.p50, 4);
  report.atMost('fuzzy name and date of birth, p50 to a primary key', figures['fuzzy name and date of birth'].p50 / key.p50, 6);
  report.atMost('fuzzy name alone, p95 ms', figures['fuzzy name alone'].p95, 10);
  report.atMost('common surnames and one letter, p50 to a primary key', common.p50 / key.p50, 4);
  report.atLeast('the usual way to ours by prefix', slow.p50 / figures['name prefix'].p50, patients >= 5_000_000 ? 3000 : 1);
});
