/**
 * A whole Record Desk on this machine: database, object store, sinks, scanner, worker, both webs, launcher.
 * `npm run demo` and the browser journeys start it here; what was started is stopped in reverse order.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, runToEnd } from './child';
import { type ClockDial, clockDial } from './clock-dial';
import { lockDataFolder, openDataFolder, postgresFolder } from './data-folder';
import { createDatabase, createRoles, urlFor, withClient } from './database';
import { readDemoStaff, staffFile } from './demo-staff';
import { environments } from './environments';
import { startLauncher } from './launcher';
import { deployMigrations, installQueue, isMigrated } from './migrate';
import { startObjectStore } from './object-store';
import { Obstacle } from './places';
import { freePorts, type Ports, requireFree } from './ports';
import { startPostgres } from './postgres';
import { demoSecrets, signingKeysFile } from './secrets';
import { type Sinks, startSinks } from './sinks';
import { startVirusScanner } from './virus-scanner';

export { Obstacle } from './places';
export { freePorts, portsFrom, requireFree } from './ports';
export { currentCode, readDemoStaff } from './demo-staff';

export const DATABASE = 'record_desk';
export const BUCKET = 'record-desk';

export type SystemOptions = {
  /** Kept between starts; a test without one gets a folder of its own, deleted at the end. */
  dataDir?: string;
  ports?: Ports;
  fresh?: boolean;
  /** Hartford wall time, `2026-11-25T16:31`. */
  clock?: string;
  quiet?: boolean;
  test?: boolean;
  /** Called when a program stops by itself. */
  onLost?: (sentence: string) => void;
};

export type RunningSystem = {
  urls: { staff: string; public: string; launcher: string };
  folder: string;
  /** For tests that look behind the screens. */
  databaseUrl: string;
  clock: ClockDial;
  sinks: Sinks;
  programs: { worker: Child; staff: Child; public: Child };
  /** Cuts every connection as a power cut would, and starts the database again. */
  crashDatabase: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Undone in reverse order; one failure keeps none of the others from stopping. */
class Undoing {
  private readonly steps: (() => Promise<unknown> | void)[] = [];
  private running: Promise<void> | undefined;

  add = (step: () => Promise<unknown> | void): number => this.steps.push(step);

  run = (): Promise<void> => (this.running ??= this.all());

  private async all(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.steps.reverse()) await Promise.resolve().then(step).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not everything stopped cleanly');
  }
}

export async function startSystem(options: SystemOptions = {}): Promise<RunningSystem> {
  const undoing = new Undoing();
  try {
    return await start(options, undoing);
  } catch (error) {
    await undoing.run();
    throw error;
  }
}

function dataFolder(options: SystemOptions, undoing: Undoing): string {
  if (options.dataDir !== undefined) return openDataFolder(options.dataDir, options.fresh ?? false);
  const made = mkdtempSync(join(tmpdir(), 'record-desk-system-'));
  // PostgreSQL's own account must be able to walk through.
  chmodSync(made, 0o711);
  const folder = openDataFolder(made, true);
  undoing.add(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function start(options: SystemOptions, undoing: Undoing): Promise<RunningSystem> {
  const say = (sentence: string): void => void (options.quiet === true || console.log(sentence));
  const lost = options.onLost ?? ((sentence: string) => console.error(sentence));
  const ports = options.ports ?? (await freePorts());
  await requireFree(ports);
  const folder = dataFolder(options, undoing);
  undoing.add(await lockDataFolder(folder));
  const secrets = demoSecrets(folder);

  say('Starting the database …');
  const cluster = await startPostgres({ folder: postgresFolder(folder), port: ports.postgres, durability: options.test === true ? 'throw-away' : 'durable', onLost: lost });
  undoing.add(cluster.stop);
  await createRoles(cluster.url('postgres'), secrets.roles);
  await createDatabase(cluster.url('postgres'), DATABASE);
  const ownerUrl = urlFor(cluster.url(DATABASE), 'app_owner', secrets.roles);
  await bringUpToDate(ownerUrl);
  const clock = clockDial(ownerUrl);
  if (options.clock !== undefined) await clock.moveTo(options.clock);

  const store = await startObjectStore({ folder: join(folder, 'objects'), port: ports.objectStore, bucket: BUCKET });
  undoing.add(store.stop);
  const sinks = await startSinks({ folder: join(folder, 'sinks'), smtpPort: ports.smtp, gatewayPort: ports.gateways, token: secrets.gatewayToken });
  undoing.add(sinks.stop);
  const scanner = await startVirusScanner({ folder: join(folder, 'scanner'), port: ports.scanner });
  if (scanner === null) say('No virus scanner on this machine (clamav-daemon): uploads are marked as not scanned.');
  else undoing.add(scanner.stop);

  const env = environments({ ports, secrets, databaseUrl: cluster.url(DATABASE), bucket: BUCKET, keysFile: signingKeysFile(folder), scannerPort: scanner?.port ?? null, folder });
  await seedIfEmpty(ownerUrl, folder, env.seed, say);

  say('Starting the worker and both webs …');
  const logs = join(folder, 'logs');
  const programs = {
    worker: new Child({ name: 'worker', file: 'dist/worker.js', env: env.worker, logs }, 'message', lost),
    staff: new Child({ name: 'staff web', file: 'dist/server.js', env: env.staff, logs }, { url: `http://127.0.0.1:${ports.staff}/ready` }, lost),
    public: new Child({ name: 'public web', file: 'dist/server.js', env: env.public, logs }, { url: `http://127.0.0.1:${ports.public}/ready` }, lost),
  };
  for (const program of Object.values(programs)) undoing.add(() => program.stop());
  await Promise.all(Object.values(programs).map((program) => program.start()));

  const urls = { staff: env.staff.STAFF_ORIGIN, public: env.staff.PUBLIC_ORIGIN, launcher: `http://127.0.0.1:${ports.launcher}` };
  const launcher = await startLauncher({ port: ports.launcher, urls, sinks, clock, staff: () => readDemoStaff(folder), scanned: scanner !== null });
  undoing.add(launcher.stop);
  return { urls, folder, databaseUrl: cluster.url(DATABASE), clock, sinks, programs, crashDatabase: cluster.crash, stop: undoing.run };
}

async function bringUpToDate(ownerUrl: string): Promise<void> {
  if (!(await isMigrated(ownerUrl))) await deployMigrations(ownerUrl);
  if (!(await isMigrated(ownerUrl))) throw new Obstacle('The kept data belongs to another version of Record Desk: start once with `npm run demo -- --fresh` to begin anew.');
  await installQueue(ownerUrl);
  await withClient(ownerUrl, (client) => client.query('UPDATE system_clock SET demo = true WHERE id = 1 AND NOT demo'));
}

/** The seed's last act is the list of staff; people without that list are a seed that was cut off. */
async function seedIfEmpty(ownerUrl: string, folder: string, env: Record<string, string>, say: (sentence: string) => void): Promise<void> {
  const { rows } = await withClient(ownerUrl, (client) => client.query<{ people: number }>('SELECT count(*)::int AS people FROM staff'));
  const people = rows[0]?.people ?? 0;
  if (people > 0 && readDemoStaff(folder).length > 0) return;
  if (people > 0) throw new Obstacle(`The kept data in ${folder} is incomplete (no ${staffFile(folder)}): start once with \`npm run demo -- --fresh\`.`);
  say('Filling the desk with invented people and requests …');
  await runToEnd({ name: 'seed', file: 'dist/seed.js', env, logs: '' });
}
