/** The throw-away cluster and its template; lives in Jest's main process. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, createRoles, ROLES, type RolePasswords, urlFor, withClient } from '../../lib/dev/database';
import { freePort } from '../../lib/dev/free-port';
import { applyMigrations, installQueue, migrationsDigest } from '../../lib/dev/migrate';
import { type Cluster, startPostgres } from '../../lib/dev/postgres';

type Urls = { name: string; superuser: string; owner: string; staff: string; public: string; worker: string; auditor: string };
type Started = { cluster: Cluster; folder: string; passwords: RolePasswords; templates: Map<string, Promise<string>> };

async function start(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'record-desk-tests-'));
  // PostgreSQL's own account must be able to walk through; the cluster's folder itself is 700.
  chmodSync(folder, 0o711);
  const cluster = await startPostgres({ folder: join(folder, 'postgres'), port: await freePort(), durability: 'throw-away' });
  const passwords = Object.fromEntries(ROLES.map((role) => [role, randomBytes(16).toString('hex')])) as RolePasswords;
  await createRoles(cluster.url('postgres'), passwords);
  return { cluster, folder, passwords, templates: new Map() };
}

/** Every migration and the queue, once; then closed to visitors, because a template in use cannot be copied. */
async function buildTemplate({ cluster, passwords }: Started, name: string): Promise<string> {
  await createDatabase(cluster.url('postgres'), name);
  const ownerUrl = urlFor(cluster.url(name), 'app_owner', passwords);
  await applyMigrations(ownerUrl);
  await installQueue(ownerUrl);
  await withClient(cluster.url('postgres'), (client) => client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`));
  return name;
}

export class TestCluster {
  private started: Promise<Started> | undefined;

  /** A database of its own for one test file. */
  async copy(): Promise<Urls> {
    const started = await (this.started ??= start());
    const { cluster, passwords, templates } = started;
    const wanted = `template_${migrationsDigest()}`;
    if (!templates.has(wanted)) templates.set(wanted, buildTemplate(started, wanted));
    const template = await templates.get(wanted);
    const name = `test_${randomBytes(6).toString('hex')}`;
    await createDatabase(cluster.url('postgres'), name, template);
    const as = (role: (typeof ROLES)[number]): string => urlFor(cluster.url(name), role, passwords);
    return { name, superuser: cluster.url(name), owner: as('app_owner'), staff: as('staff_app'), public: as('public_app'), worker: as('worker_app'), auditor: as('auditor') };
  }

  async drop(name: string): Promise<void> {
    if (this.started === undefined || !/^test_[0-9a-f]+$/.test(name)) return;
    const { cluster } = await this.started;
    await withClient(cluster.url('postgres'), (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }

  async stop(): Promise<void> {
    if (this.started === undefined) return;
    const { cluster, folder } = await this.started;
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
