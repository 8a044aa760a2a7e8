/** `npm run build`, and what demo and tests ask of it: is what is built what is written? */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const inProject = (...path) => join(root, ...path);
const noted = inProject('dist', 'sources.sha256');

const SOURCE_FOLDERS = ['app', 'components', 'lib', 'prisma', 'public'];
const ROOT_SOURCE = /^(?!next-env).*\.(ts|js|mjs|json)$/;

/** By content: dates of files say little after a checkout. */
function digestOfSources() {
  const inFolders = SOURCE_FOLDERS.filter((folder) => existsSync(inProject(folder))).flatMap((folder) =>
    readdirSync(inProject(folder), { recursive: true, withFileTypes: true }).map((entry) => ({ entry, path: join(entry.parentPath, entry.name) })),
  );
  const inRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => ROOT_SOURCE.test(entry.name)).map((entry) => ({ entry, path: inProject(entry.name) }));
  const paths = [...inRoot, ...inFolders].filter(({ entry }) => entry.isFile()).map(({ path }) => path).sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex');
}

export const isBuilt = () => existsSync(inProject('.next', 'BUILD_ID')) && existsSync(noted) && readFileSync(noted, 'utf8') === digestOfSources();

/** One sentence; the whole output is in the log. */
export class BuildFailure extends Error {
  name = 'BuildFailure';
}

const LOG = join('.cache', 'build.log');
const CAUSE = /error: |\[error\]|error TS\d|cannot find|can't resolve|not bundled/i;

function step(words, flags, argv) {
  mkdirSync(inProject('.cache'), { recursive: true });
  const log = openSync(inProject(LOG), flags, 0o600);
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { status } = spawnSync(process.execPath, argv, { cwd: root, stdio: ['ignore', log, log], env });
  if (status === 0) return;
  const lines = readFileSync(inProject(LOG), 'utf8').trim().split('\n');
  throw new BuildFailure(`The build failed while ${words}: ${(lines.find((line) => CAUSE.test(line)) ?? lines.at(-1)).trim()} (all of it is in ${LOG})`);
}

/** What runs outside the framework; a second or two. */
export function buildPrograms() {
  step('generating the database client', 'w', [inProject('lib', 'cli', 'prisma.mjs'), 'generate']);
  step('bundling', 'a', [inProject('lib', 'cli', 'bundle.mjs')]);
}

/** The pages; a minute or two. */
export function buildPages() {
  step('building the pages', 'a', [inProject('node_modules', 'next', 'dist', 'bin', 'next'), 'build']);
  // Taken now and not before: the framework tidies tsconfig.json as it builds.
  writeFileSync(noted, digestOfSources());
}

if (process.argv[1] === import.meta.filename) {
  try {
    buildPrograms();
    buildPages();
  } catch (error) {
    console.error(error instanceof BuildFailure ? error.message : error);
    process.exit(1);
  }
}
