/** PostgreSQL refuses to run as root; there, an account without rights of its own runs it. */
import { execFileSync } from 'node:child_process';
import { lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Obstacle } from './places';

export type Account = { uid: number; gid: number };

const idOf = (flag: '-u' | '-g'): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

function postgresAccount(): Account {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return createdAccount();
  }
}

function createdAccount(): Account {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' });
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    throw new Obstacle('PostgreSQL refuses to run as root and the account `postgres` could not be made: run this as an ordinary user, or add that account.');
  }
}

/** The account to run as when we are root; an ordinary user runs everything as itself (null). */
export const serverAccount = (): Account | null => (process.getuid?.() === 0 ? postgresAccount() : null);

/** May the account walk down to this existing path? */
export function canReach(account: Account, path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Was this path put there by the account that runs us? A stranger's folder is never trusted. */
export const isOurs = (path: string): boolean => lstatSync(path).uid === process.getuid?.() && !lstatSync(path).isSymbolicLink();
