/** What the owner installs: our migrations, then the queue's own tables and who may touch them. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import type { Client } from 'pg';
import { withClient } from './database';
import { exited } from './leash';
import { inProject, Obstacle } from './places';

type Migration = { name: string; sql: string };

/** In the order they are applied. */
export function migrations(): Migration[] {
  const folder = inProject('prisma', 'migrations');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

export const migrationsDigest = (): string => createHash('sha256').update(JSON.stringify(migrations())).digest('hex').slice(0, 16);

/** `prisma migrate deploy`: applies what is missing and keeps its own list of what was applied. */
export async function deployMigrations(ownerUrl: string): Promise<void> {
  const cli = spawn(process.execPath, [inProject('lib', 'cli', 'prisma.mjs'), 'migrate', 'deploy'], {
    env: { ...process.env, OWNER_DATABASE_URL: ownerUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [cli.stdout, cli.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  if ((await exited(cli)) !== 0) throw new Obstacle(`The migrations could not be applied:\n${said.trim()}`);
}

/** Every migration of ours is in the list of what was applied: the CLI, and its second and a half, can be spared. */
export const isMigrated = (ownerUrl: string): Promise<boolean> =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
    if (rows[0]?.there !== true) return false;
    const applied = await client.query<{ migration_name: string; checksum: string }>('SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL');
    const digests = new Map(applied.rows.map((row) => [row.migration_name, row.checksum]));
    return migrations().every(({ name, sql }) => digests.get(name) === createHash('sha256').update(sql).digest('hex'));
  });

/** The files themselves, without the CLI: for throw-away databases. */
export const applyMigrations = (ownerUrl: string): Promise<void> =>
  withClient(ownerUrl, async (client) => {
    for (const { name, sql } of migrations()) {
      await client.query(sql).catch((error: Error) => {
        throw new Obstacle(`Migration ${name} failed: ${error.message}`);
      });
    }
  });

/**
 * The queue's tables come with row security on and no policy: without these a worker with every grant sees no job at
 * all and says nothing. Run after each upgrade of graphile-worker too.
 */
export async function installQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  await withClient(ownerUrl, async (client) => {
    await client.query(`
      GRANT USAGE ON SCHEMA graphile_worker TO worker_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO worker_app;
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO worker_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO worker_app;`);
    await openRowsToWorker(client);
  });
}

async function openRowsToWorker(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.oid::regclass::text AS name FROM pg_class c
    WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relrowsecurity
      AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'worker_all')`);
  for (const { name } of rows) await client.query(`CREATE POLICY worker_all ON ${name} TO worker_app USING (true) WITH CHECK (true)`);
}
