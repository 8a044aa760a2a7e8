/** Fills an empty, migrated database with an office of many years, for benches and for looking at long lists. */
import type { Client } from 'pg';
import { CHANCE } from './chance';
import type { ScalePlan } from './plan';
import { withoutKeysAndIndexes } from './set-aside';
import { statements, statementsWithIndexes } from './statements';

const TABLES = ['patients', 'patient_names', 'submissions', 'submission_subjects', 'documents', 'document_reviews', 'cases', 'case_claims', 'case_waits', 'case_closures', 'case_notes', 'case_escalations', 'record_releases'];

export type Made = (what: string, rows: number, ms: number) => void;

/** In one transaction: all of it or nothing. `made` hears of each step. */
export async function seedScale(client: Client, plan: ScalePlan, made: Made = () => undefined): Promise<void> {
  const step = async (what: string, sql: string): Promise<void> => {
    const from = performance.now();
    const { rowCount } = await client.query(sql);
    made(what, rowCount ?? 0, performance.now() - from);
  };
  await client.query('BEGIN');
  await client.query(`SET LOCAL work_mem = '128MB'; SET LOCAL maintenance_work_mem = '512MB'`);
  await client.query(CHANCE);
  let loaded = performance.now();
  await withoutKeysAndIndexes(client, TABLES, async () => {
    for (const [what, sql] of statements(plan)) await step(what, sql);
    loaded = performance.now();
  });
  made('keys, indexes', 0, performance.now() - loaded);
  for (const [what, sql] of statementsWithIndexes(plan)) await step(what, sql);
  await client.query('COMMIT');
  // Statistics, and the visibility map that index-only reads need and a freshly loaded table has not.
  await step('vacuum, analyze', 'VACUUM (ANALYZE)');
}
