/** One folder holds everything a demo keeps; one demo at a time runs on it. */
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAccount } from './account';
import { Obstacle } from './places';
import { reachableDataFolder } from './postgres-binaries';

const MARK = 'record-desk.json';

/** Refuses a folder that somebody else filled: `fresh` deletes, so it must be ours beyond doubt. */
function checkOurs(folder: string): void {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Obstacle(`The data folder ${folder} cannot be read and written by this account: give it back, or choose another with --data.`);
  }
  if (readdirSync(folder).length > 0 && !existsSync(join(folder, MARK))) {
    throw new Obstacle(`${folder} holds files that are not Record Desk's: choose an empty or a new folder with --data.`);
  }
}

export const postgresFolder = (folder: string): string => join(folder, 'postgres');

export function openDataFolder(wanted: string, fresh: boolean): string {
  if (!existsSync(wanted)) makeFolder(wanted);
  checkOurs(wanted);
  const folder = realpathSync(wanted);
  if (fresh) {
    // As root the cluster may live elsewhere; it goes with the folder.
    const elsewhere = reachableDataFolder(postgresFolder(folder), serverAccount());
    for (const path of [elsewhere, `${elsewhere}.password`, ...readdirSync(folder).map((name) => join(folder, name))]) rmSync(path, { recursive: true, force: true });
  }
  writeFileSync(join(folder, MARK), `${JSON.stringify({ about: 'Data of a Record Desk demo. Delete the folder to forget it.' })}\n`);
  return folder;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw new Obstacle(`The data folder ${folder} cannot be made (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}): choose another with --data.`);
  }
}

/** Everything that would stop a demo on this folder, before anything is built or started. */
export async function checkDataFolder(wanted: string): Promise<void> {
  if (!existsSync(wanted)) return;
  checkOurs(wanted);
  await vacantLock(realpathSync(wanted));
}

async function vacantLock(folder: string): Promise<string> {
  const path = join(tmpdir(), `record-desk-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.sock`);
  if (await isAnswered(path)) throw new Obstacle(`Another demo is running on ${folder}: stop it with Ctrl-C in its window, or choose another folder with --data and other ports with --port-base.`);
  return path;
}

/** A socket that only a living process can hold: a crash leaves no lock behind. */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const path = await vacantLock(folder);
  rmSync(path, { force: true });
  const lock = net.createServer((visitor) => visitor.destroy());
  await new Promise<void>((resolve, reject) => {
    lock.once('error', reject);
    lock.listen(path, resolve);
  });
  return () => new Promise((resolve) => lock.close(() => resolve()));
}

const isAnswered = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const visitor = net.connect(path);
    visitor.once('connect', () => {
      visitor.destroy();
      resolve(true);
    });
    visitor.once('error', () => resolve(false));
  });
