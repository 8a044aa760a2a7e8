/**
 * Foreign keys and secondary indexes cost more row by row than all at once, so a load into empty tables takes them away
 * first and puts the same ones back at its end, in the same transaction: every row is checked then, and nothing that they
 * forbid can stay. Checks, exclusions, primary keys and triggers stay on throughout.
 */
import type { Client } from 'pg';

type Definition = { drop: string; create: string };

const KEYS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS create
  FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[]) ORDER BY conrelid, conname`;
const INDEXES = `
  SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS drop, pg_get_indexdef(i.indexrelid) AS create
  FROM pg_index i WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
  ORDER BY i.indrelid, i.indexrelid`;

/** Runs the load without them. */
export async function withoutKeysAndIndexes(client: Client, tables: readonly string[], load: () => Promise<void>): Promise<void> {
  const definitions: Definition[] = [];
  for (const question of [KEYS, INDEXES]) definitions.push(...(await client.query<Definition>(question, [tables])).rows);
  for (const { drop } of definitions) await client.query(drop);
  await load();
  // Indexes before keys: a key's check is a join that may use one.
  for (const { create } of definitions.toReversed()) await client.query(create);
}
