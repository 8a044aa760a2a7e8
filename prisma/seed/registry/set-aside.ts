/**
 * Foreign keys, secondary indexes and row triggers of the tables that are loaded: taken away first, put back at the end,
 * written down in between, so that a load that was cut off can go on where it stood, another day and by another process.
 * Keys are checked when they come back; what the triggers hold (no dose before birth) is asked once for all rows.
 */
import type { Client } from 'pg';

const DEFINITIONS = `
  SELECT 1 AS stage, format('CREATE INDEX %I', i.indexrelid::regclass::text) AS what, format('DROP INDEX %s', i.indexrelid::regclass) AS away, pg_get_indexdef(i.indexrelid) AS back
  FROM pg_index i WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
  UNION ALL
  SELECT 2, conname, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname), format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[])
  UNION ALL
  SELECT 3, tgname, format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname), format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname)
  FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = ANY ($1::regclass[]) AND tgenabled = 'O'`;

type Definition = { what: string; away: string; back: string };

/** In the transaction that begins the load. */
export async function setAside(client: Client, tables: readonly string[]): Promise<void> {
  await client.query('CREATE TABLE seed_scale.set_aside (number int PRIMARY KEY, what text NOT NULL, away text NOT NULL, back text NOT NULL)');
  await client.query(`INSERT INTO seed_scale.set_aside SELECT row_number() OVER (ORDER BY stage, what), what, away, back FROM (${DEFINITIONS}) d`, [tables]);
  // Keys go before the indexes they lean on.
  const { rows } = await client.query<Definition>('SELECT * FROM seed_scale.set_aside ORDER BY number DESC');
  for (const { away } of rows) await client.query(away);
}

/** One by one, each forgotten as it is back: a restart does the rest. */
export async function putBack(client: Client, made: (what: string, ms: number) => void): Promise<void> {
  const { rows } = await client.query<Definition & { number: number }>('SELECT * FROM seed_scale.set_aside ORDER BY number');
  for (const { number, what, back } of rows) {
    const from = performance.now();
    await client.query('BEGIN');
    await client.query(back);
    await client.query('DELETE FROM seed_scale.set_aside WHERE number = $1', [number]);
    await client.query('COMMIT');
    made(what, performance.now() - from);
  }
}
