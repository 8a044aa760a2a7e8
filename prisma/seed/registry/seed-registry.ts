/**
 * Fills an empty, migrated database with an invented state: people, their names, contacts, homes, parents and doses, by
 * COPY. A portion is one transaction and depends on its number alone, so a load that was cut off goes on where it stood
 * and gives the same people as one that was not.
 */
import type { Client } from 'pg';
import { copyLines } from './copy';
import { Dice } from './dice';
import { dueCount } from './doses';
import { IdChance } from './ids';
import { household, type Person, worldOn } from './people';
import { patientIds, type Portion, tablesOf } from './rows';
import { putBack, setAside } from './set-aside';

export type RegistryPlan = { readonly patients: number; readonly doses: number; readonly seed: string; readonly today: string; /** People loaded at once. */ readonly portion: number };
export type Progress = { readonly patients: number; readonly doses: number; readonly of: number; readonly secondsLeft: number };
type Heard = { readonly progress: (progress: Progress) => void; readonly step: (what: string, ms: number) => void };

const FIRST_NUMBER = 20_000_001;
/** The instant of the first ids; portions lie a minute apart, as if somebody had typed very fast. */
const FIRST_MS = Date.UTC(2020, 0, 6, 14);
const BEGIN_WITH_HOUSEHOLDS = 3000;

/** Everybody of one portion, household by household. */
export function peopleOf(plan: RegistryPlan, portion: number): { people: Person[]; homes: number[]; dice: Dice } {
  const dice = new Dice(`${plan.seed}/${portion}`);
  const world = worldOn(plan.today, dice);
  const room = Math.min(plan.portion, plan.patients - portion * plan.portion);
  const [people, homes]: [Person[], number[]] = [[], []];
  for (let home = 0; people.length < room; home += 1) {
    const members = household(world, room - people.length);
    people.push(...members);
    homes.push(...members.map(() => portion * plan.portion + home));
  }
  return { people, homes, dice };
}

/** What part of all that could be given makes the wanted number of doses. */
function shareOf(plan: RegistryPlan): number {
  const dice = new Dice(`${plan.seed}/share`);
  const world = worldOn(plan.today, dice);
  let [people, due] = [0, 0];
  for (let home = 0; home < BEGIN_WITH_HOUSEHOLDS; home += 1) {
    for (const { birth, deceased } of household(world, 99)) {
      people += 1;
      due += dueCount(birth, deceased ?? world.today, dice);
    }
  }
  return plan.doses / plan.patients / (due / people);
}

async function begin(client: Client, plan: RegistryPlan): Promise<void> {
  await client.query('BEGIN');
  await client.query(`CREATE SCHEMA seed_scale; CREATE TABLE seed_scale.plan (plan jsonb NOT NULL); CREATE TABLE seed_scale.portions (portion int PRIMARY KEY, patients int NOT NULL, doses int NOT NULL)`);
  await client.query('INSERT INTO seed_scale.plan VALUES ($1)', [JSON.stringify(plan)]);
  await setAside(client, tablesOf().map(({ name }) => name));
  await client.query('COMMIT');
}

/** The plan of a load that was begun here and not finished. */
export async function unfinished(client: Client): Promise<RegistryPlan | null> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('seed_scale.plan') IS NOT NULL AS there");
  if (rows[0]?.there !== true) return null;
  return (await client.query<{ plan: RegistryPlan }>('SELECT plan FROM seed_scale.plan')).rows[0]?.plan ?? null;
}

async function loadPortion(client: Client, plan: RegistryPlan, number: number, doseShare: number): Promise<{ patients: number; doses: number }> {
  const { people, homes, dice } = peopleOf(plan, number);
  const portion: Portion = { people, homes, dice, chance: new IdChance(`${plan.seed}/${number}`), firstNumber: FIRST_NUMBER + number * plan.portion, ms: FIRST_MS + number * 60_000, today: worldOn(plan.today, dice).today, doseShare };
  const ids = patientIds(portion);
  let doses = 0;
  await client.query('BEGIN');
  for (const { name, columns, lines } of tablesOf()) doses = await copyLines(client, name, columns, lines(portion, ids));
  await client.query('INSERT INTO seed_scale.portions VALUES ($1, $2, $3)', [number, people.length, doses]);
  await client.query('COMMIT');
  return { patients: people.length, doses };
}

async function loadAll(client: Client, plan: RegistryPlan, heard: Heard): Promise<void> {
  const { rows } = await client.query<{ done: number; patients: number; doses: number }>('SELECT count(*)::int AS done, coalesce(sum(patients), 0)::int AS patients, coalesce(sum(doses), 0)::int AS doses FROM seed_scale.portions');
  let { done, patients, doses } = rows[0] ?? { done: 0, patients: 0, doses: 0 };
  const [share, from, before] = [shareOf(plan), performance.now(), patients];
  for (; done * plan.portion < plan.patients; done += 1) {
    const loaded = await loadPortion(client, plan, done, share);
    [patients, doses] = [patients + loaded.patients, doses + loaded.doses];
    const perSecond = (patients - before) / ((performance.now() - from) / 1000);
    heard.progress({ patients, doses, of: plan.patients, secondsLeft: (plan.patients - patients) / perSecond });
  }
}

const BEFORE_BIRTH = `SELECT count(*)::int AS wrong FROM doses d JOIN patients p ON p.id = d.patient_id WHERE p.birth_on IS NOT NULL AND d.given_on < birth_earliest(p.birth_on)`;

async function finish(client: Client, step: Heard['step']): Promise<void> {
  await putBack(client, step);
  const [{ wrong }] = (await client.query<{ wrong: number }>(BEFORE_BIRTH)).rows as [{ wrong: number }];
  if (wrong > 0) throw new Error(`${wrong} doses were given before birth`);
  await client.query(`SELECT setval('patients_registry_number_seq', (SELECT max(registry_number) FROM patients))`);
  await client.query('DROP SCHEMA seed_scale CASCADE');
  // Statistics, and the visibility map that index-only reads need and a freshly loaded table has not.
  const from = performance.now();
  for (const { name } of tablesOf()) await client.query(`VACUUM (ANALYZE) ${name}`);
  step('vacuum, analyze', performance.now() - from);
}

/** Begins, or goes on with what was begun. Only one process at a time. */
export async function seedRegistry(client: Client, wanted: RegistryPlan, heard: Heard): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(hashtext('seed_scale')) AS mine`);
  if (rows[0]?.mine !== true) throw new Error('another load of this database is running');
  await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'; SET max_parallel_maintenance_workers = 2`);
  const begun = await unfinished(client);
  if (begun === null) await begin(client, wanted);
  await loadAll(client, begun ?? wanted, heard);
  await finish(client, heard.step);
}
