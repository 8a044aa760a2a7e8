/** A PostgreSQL of the bench's own, durable as in production: what a commit costs there it costs here. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, createRoles, type Role, ROLES, type RolePasswords, urlFor, withClient } from '@/lib/dev/database';
import { freePort } from '@/lib/dev/free-port';
import { applyMigrations, installQueue } from '@/lib/dev/migrate';
import { startPostgres } from '@/lib/dev/postgres';
import { useDatabase } from '@/lib/platform/db';
import { setEnvironment } from '../../support/environment';

const NAME = 'bench';
const SETTINGS = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'work_mem', 'autovacuum'] as const;

export type BenchDatabase = {
  /** Of the database with this name: the bench's own unless said otherwise. */
  superuser: (name?: string) => string;
  as: (role: Role, name?: string) => string;
  /** A copy of it as it stands, for a second way that starts from the same. */
  copy: (name: string) => Promise<void>;
  settings: Readonly<Record<string, string>>;
  close: () => Promise<void>;
};

async function shown(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>('SELECT name, current_setting(name) AS setting FROM pg_settings WHERE name = ANY($1)', [[...SETTINGS]]);
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  });
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'record-desk-bench-'));
  // PostgreSQL's own account must be able to walk through; the cluster's folder itself is 700.
  chmodSync(folder, 0o711);
  const cluster = await startPostgres({ folder: join(folder, 'postgres'), port: await freePort(), durability: 'durable' }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const passwords = Object.fromEntries(ROLES.map((role) => [role, randomBytes(16).toString('hex')])) as RolePasswords;
  const as = (role: Role, name = NAME): string => urlFor(cluster.url(name), role, passwords);
  await createRoles(cluster.url('postgres'), passwords);
  await createDatabase(cluster.url('postgres'), NAME);
  await applyMigrations(as('app_owner'));
  await installQueue(as('app_owner'));
  setEnvironment(as('staff_app'));
  return {
    superuser: (name = NAME) => cluster.url(name),
    as,
    copy: (name) => createDatabase(cluster.url('postgres'), name, NAME),
    settings: await shown(cluster.url(NAME)),
    close: async () => {
      await useDatabase(null);
      await cluster.stop();
      // As root the cluster may lie elsewhere, with its password beside it.
      for (const path of [cluster.folder, `${cluster.folder}.password`, folder]) rmSync(path, { recursive: true, force: true });
    },
  };
}
