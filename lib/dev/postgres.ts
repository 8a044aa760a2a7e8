/** A PostgreSQL of our own on 127.0.0.1: kept and durable for the demo, throw-away and fast for tests. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, serverAccount } from './account';
import { end, leash } from './leash';
import { Obstacle } from './places';
import { postgresPrograms, reachableDataFolder } from './postgres-binaries';

export type Durability = 'durable' | 'throw-away';
export type Cluster = {
  url: (database: string) => string;
  folder: string;
  stop: () => Promise<void>;
  /** As a power cut would, and up again; for tests of what comes back. */
  crash: () => Promise<void>;
};
type Options = { folder: string; port: number; durability: Durability; onLost?: (sentence: string) => void };

/** What a lost power cord may cost: nothing in the demo, everything in a test. */
const SETTINGS: Record<Durability, string[]> = {
  durable: ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'],
  'throw-away': ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=4GB', 'autovacuum=off'],
};
const START_MS = 60_000;
const STOP_MS = 15_000;

/** Its own file, readable by its owner only. */
function superuserPassword(folder: string): string {
  const file = `${folder}.password`;
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

function createCluster(initdb: string, folder: string, account: Account | null, durability: Durability): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const handed = mkdtempSync(join(tmpdir(), 'record-desk-'));
  const passwordFile = join(handed, 'password');
  writeFileSync(passwordFile, superuserPassword(folder), { mode: 0o600 });
  if (account !== null) for (const path of [folder, handed, passwordFile]) chownSync(path, account.uid, account.gid);
  const sync = durability === 'durable' ? [] : ['--no-sync'];
  try {
    execFileSync(initdb, [`--pgdata=${folder}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--locale=C.UTF-8', '--encoding=UTF8', ...sync], { ...account, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Obstacle(`PostgreSQL could not create its data folder ${folder}: ${String((error as { stderr?: Buffer }).stderr).trim().split('\n').at(-1) ?? 'no reason given'}`);
  } finally {
    rmSync(handed, { recursive: true, force: true });
  }
}

/** Resolves when it takes connections; otherwise says the last thing it said. */
function whenReady(server: ChildProcess, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (): void => reject(new Obstacle(`PostgreSQL did not start on ${folder}: ${said.filter((line) => /FATAL|ERROR|HINT/.test(line)).join(' ') || said.at(-1) || 'it said nothing'}`));
    const patience = setTimeout(() => { server.kill('SIGQUIT'); fail(); }, START_MS);
    server.once('error', fail);
    server.once('exit', () => { clearTimeout(patience); fail(); });
    server.stderr?.on('data', (chunk: Buffer) => {
      // Keep reading for ever: a full pipe would stop the server.
      if (said.length < 50) said.push(...String(chunk).trim().split('\n'));
      if (!String(chunk).includes('ready to accept connections')) return;
      clearTimeout(patience);
      resolve();
    });
  });
}

function launch(program: string, folder: string, { port, durability }: Options, account: Account | null): ChildProcess {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=120', 'password_encryption=scram-sha-256', ...SETTINGS[durability]];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  return spawn(program, ['-D', folder, '-p', String(port), ...flags], { ...account, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
}

export async function startPostgres(options: Options): Promise<Cluster> {
  const account = serverAccount();
  const programs = postgresPrograms(account);
  const folder = reachableDataFolder(options.folder, account);
  if (!existsSync(join(folder, 'PG_VERSION'))) createCluster(programs.initdb, folder, account, options.durability);
  let ending = false;
  const start = async (): Promise<ChildProcess> => {
    const server = launch(programs.postgres, folder, options, account);
    await whenReady(server, folder);
    // SIGINT is its fast shutdown: open sessions are cut, nothing is lost.
    leash(server, 'INT');
    server.once('exit', (code, signal) => ending || options.onLost?.(`The database stopped by itself (${signal ?? `exit ${code}`}).`));
    return server;
  };
  let server = await start();
  const finish = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    ending = true;
    await end(server, signal, STOP_MS);
    ending = false;
  };
  const password = superuserPassword(folder);
  return {
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${options.port}/${database}`,
    folder,
    stop: () => finish('SIGINT'),
    crash: async () => {
      await finish('SIGQUIT');
      server = await start();
    },
  };
}
