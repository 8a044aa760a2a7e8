/** The scale seed in small: everything the load took away is back, and a load that was cut off goes on and gives the same people. */
import type { Client } from 'pg';
import { withClient } from '@/lib/dev/database';
import { seedRegistry } from '@/prisma/seed/registry/seed-registry';
import { openTestDatabase } from '../support/database';

const PLAN = { patients: 500, doses: 2_000, seed: 'small', today: '2026-11-25', portion: 300 };
const quiet = { progress: () => undefined, step: () => undefined };

const shape = (client: Client) =>
  client.query(`SELECT conname FROM pg_constraint WHERE convalidated AND connamespace = 'public'::regnamespace UNION ALL SELECT indexname FROM pg_indexes WHERE schemaname = 'public' UNION ALL SELECT format('%s %s', tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`).then(({ rows }) => rows);
const digest = (client: Client) => client.query<{ md5: string }>(`SELECT md5(string_agg(id || birth_on, ',' ORDER BY id)) AS md5 FROM patients`).then(({ rows }) => rows[0]?.md5);

test('a load that is cut off after its first portion goes on and ends as one that was not', async () => {
  const database = await openTestDatabase();
  await withClient(database.owner, async (client) => {
    const before = await shape(client);
    const cut = new Error('cut off');
    await expect(seedRegistry(client, PLAN, { ...quiet, progress: () => { throw cut; } })).rejects.toBe(cut);
    await client.query('SELECT pg_advisory_unlock_all()');
    expect((await client.query<{ people: number }>('SELECT count(*)::int AS people FROM patients')).rows).toEqual([{ people: PLAN.portion }]);
    // Another plan is given and not taken: what was begun is finished.
    await seedRegistry(client, { ...PLAN, patients: 99_000 }, quiet);
    expect(await shape(client)).toEqual(before);
    const { rows } = await client.query<Record<string, number>>(`
      SELECT (SELECT count(*)::int FROM patients) AS patients, (SELECT count(DISTINCT registry_number)::int FROM patients) AS numbers, (SELECT count(DISTINCT portion)::int FROM (SELECT (registry_number - 20000001) / 300 AS portion FROM patients) p) AS portions,
        (SELECT count(*)::int FROM doses) AS doses, (SELECT count(*)::int FROM patient_names n WHERE NOT EXISTS (SELECT 1 FROM patient_name_forms f WHERE f.name_id = n.id)) AS unfindable,
        (SELECT count(*)::int FROM patient_name_forms f JOIN patients p ON p.id = f.patient_id WHERE f.birth_on IS DISTINCT FROM p.birth_on) AS stale`);
    expect(rows[0]).toMatchObject({ patients: PLAN.patients, numbers: PLAN.patients, portions: 2, unfindable: 0, stale: 0 });
    expect((rows[0]?.doses ?? 0) / PLAN.doses).toBeGreaterThan(0.7);
    expect(await digest(client)).toMatch(/^[0-9a-f]{32}$/);
  });
  await database.close();
}, 120_000);
