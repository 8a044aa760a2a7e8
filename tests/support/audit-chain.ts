/** An audit of a few sealed minutes, and a burglar who passes every guard of the database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { mintWorker } from '@/lib/access/actor';
import { sealAudit } from '@/lib/audit/jobs';
import { appendAudit } from '@/lib/audit/record';
import { freePort } from '@/lib/dev/free-port';
import { startObjectStore } from '@/lib/dev/object-store';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { TEST_HOUR } from './database';

/** A bucket of the test's own; answers its end. */
export async function openBucket(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'audit-test-'));
  const store = await startObjectStore({ folder, port: await freePort(), bucket: 'documents' });
  Object.assign(process.env, { S3_ENDPOINT: store.endpoint, S3_ACCESS_KEY_ID: 'S3RVER' });
  return async () => {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

export const worker = mintWorker('audit-test');

export async function addEntries(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await appendAudit(db(), worker, { event: 'document.refused', details: { reason: `reason ${at}` } });
}

/** So many minutes of five entries, each sealed, the head in the bucket. */
export async function sealedMinutes(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    freezeClock(new Date(TEST_HOUR.getTime() + minute * 60_000));
    await addEntries(5);
    await sealAudit(worker);
  }
}

/** A superuser with the triggers asleep; afterwards everything can be put back as it was. */
export async function burglarOf(url: string): Promise<{ doing: (...sql: string[]) => Promise<void>; undo: () => Promise<void>; end: () => Promise<void> }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`SET session_replication_role = replica`);
  for (const table of ['audit_events', 'audit_seals']) await client.query(`DROP TABLE IF EXISTS kept_${table}; CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
  return {
    doing: async (...sql) => {
      for (const statement of sql) await client.query(statement);
    },
    undo: async () => {
      for (const table of ['audit_events', 'audit_seals']) await client.query(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}`);
    },
    end: () => client.end(),
  };
}
