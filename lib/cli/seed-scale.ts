/**
 * `npm run seed:scale -- --patients 1000000 --doses 16000000`: an invented state for the empty, migrated database of OWNER_DATABASE_URL; started
 * again after a stop it goes on. `-- --cases 1000000 --open 100000`: many cases with their few people instead.
 */
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { withClient } from '@/lib/dev/database';
import { Obstacle } from '@/lib/dev/places';
import { type Progress, seedRegistry, unfinished } from '@/prisma/seed/registry/seed-registry';
import { seedScale } from '@/prisma/seed/scale/seed-scale';

const { values } = parseArgs({ options: Object.fromEntries(['patients', 'doses', 'cases', 'open', 'staff', 'seed'].map((name) => [name, { type: 'string' as const }])) });

function whole(name: string, otherwise: number, least = 1): number {
  const value = values[name] === undefined ? otherwise : Number(values[name]);
  if (!Number.isInteger(value) || value < least) throw new Obstacle(`--${name} wants a whole number of at least ${least}, not ${String(values[name])}.`);
  return value;
}

async function mustBeEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>('SELECT EXISTS (SELECT 1 FROM cases) OR EXISTS (SELECT 1 FROM staff) OR EXISTS (SELECT 1 FROM patients) AS there');
  if (rows[0]?.there !== false) throw new Obstacle('The database is not empty: these invented people never go beside real ones.');
}

const many = (count: number): string => count.toLocaleString('en-US');
const span = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`);
const SAY_EVERY_MS = 5_000;

/** A line every few seconds; on a terminal it stays the same line. */
function sayProgress(): (progress: Progress) => void {
  let said = 0;
  return ({ patients, doses, of, secondsLeft }) => {
    if (performance.now() - said < SAY_EVERY_MS && patients < of) return;
    said = performance.now();
    const words = `${many(patients)} of ${many(of)} people, ${many(doses)} doses, about ${span(secondsLeft)} left, then the indexes`;
    process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${words}${patients === of ? '\n' : ''}` : `${words}\n`);
  };
}

const sayStep = (what: string, ms: number): void => console.log(`${what.padEnd(52)}${(ms / 1000).toFixed(1)} s`);

async function seedPeople(client: Client): Promise<void> {
  const patients = whole('patients', 1_000_000);
  const plan = { patients, doses: whole('doses', patients * 16, 0), seed: values.seed ?? '1', today: new Date().toISOString().slice(0, 10), portion: 10_000 };
  const begun = await unfinished(client);
  if (begun === null) await mustBeEmpty(client);
  else console.log(`Goes on with what was begun: ${many(begun.patients)} people, ${many(begun.doses)} doses.`);
  const from = performance.now();
  await seedRegistry(client, plan, { progress: sayProgress(), step: sayStep });
  const { rows } = await client.query<{ size: string; doses: string }>(`SELECT pg_size_pretty(pg_database_size(current_database())) AS size, (SELECT count(*) FROM doses) AS doses`);
  console.log(`${many(patients)} people and ${many(Number(rows[0]?.doses))} doses in ${span((performance.now() - from) / 1000)}, ${rows[0]?.size}.`);
}

async function seedCases(client: Client): Promise<void> {
  const [cases, open, staff] = [whole('cases', 1_000_000), whole('open', 100_000), whole('staff', 70)];
  if (open > cases) throw new Obstacle('No more cases are open than there are.');
  await mustBeEmpty(client);
  await seedScale(client, { cases, open, staff, at: new Date() }, (made, count, ms) => sayStep(`${made}, ${many(count)} rows`, ms));
}

async function main(): Promise<void> {
  const url = process.env.OWNER_DATABASE_URL;
  if (url === undefined) throw new Obstacle('OWNER_DATABASE_URL is not set: it names an empty database and the role that owns its tables.');
  if (values.cases !== undefined && values.patients !== undefined) throw new Obstacle('Either --patients or --cases: each fills a database of its own.');
  await withClient(url, values.cases === undefined ? seedPeople : seedCases);
}

main().catch((error: unknown) => {
  console.error(error instanceof Obstacle ? error.message : error);
  process.exit(1);
});
