/** `npm run demo`: plain JavaScript, because it must run on whatever Node the machine has and find the right one. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = 24;
const script = fileURLToPath(import.meta.url);
const root = join(dirname(script), '..', '..');
const inProject = (...path) => join(root, ...path);
process.chdir(root);

function give(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** The Node that npm installed beside the project takes over; it ends when we do, however that happens. */
function onPackagedNode() {
  const node = inProject('node_modules', '.bin', 'node');
  if (!existsSync(node)) give(`Record Desk needs Node ${OLDEST}; this is ${process.version}: run \`npm ci\` first, it brings one along.`);
  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to both of us; anything else sends it to one.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
}

const NOT_SOURCES = new Set(['node_modules', '.git', '.next', 'dist', 'generated', 'tests', 'docs', '.demo', '.cache', '.ci', 'coverage', 'test-results', 'playwright-report', 'next-env.d.ts']);

function digestOf(folder, hash = createHash('sha256')) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (NOT_SOURCES.has(entry.name) || entry.name.startsWith('.env') || entry.name.endsWith('.tsbuildinfo')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) digestOf(path, hash);
    else if (entry.isFile()) hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash;
}

const noted = inProject('dist', 'sources.sha256');
const isBuilt = (digest) => existsSync(inProject('.next', 'BUILD_ID')) && existsSync(noted) && readFileSync(noted, 'utf8') === digest;

function step(words, log, run) {
  const { status } = spawnSync(process.execPath, run, { cwd: root, stdio: ['ignore', log, log], env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } });
  if (status !== 0) {
    const lines = readFileSync(inProject('.cache', 'build.log'), 'utf8').trim().split('\n');
    give(`The build failed while ${words}: ${lines.find((line) => /error/i.test(line))?.trim() ?? lines.at(-1)} (all of it is in .cache/build.log)`);
  }
}

/** The programs first: they hold the demo itself, which looks at the ports before the long part. */
function bundle(log) {
  step('generating the database client', log, [inProject('lib', 'cli', 'prisma.mjs'), 'generate']);
  step('bundling', log, [inProject('lib', 'cli', 'bundle.mjs')]);
}

async function main() {
  if (!existsSync(inProject('node_modules', 'next')) || !existsSync(inProject('node_modules', 'esbuild'))) give('The packages are not installed: run `npm ci` first.');
  mkdirSync(inProject('.cache'), { recursive: true });
  const log = openSync(inProject('.cache', 'build.log'), 'w', 0o600);
  const digest = digestOf(root).digest('hex');
  const built = isBuilt(digest);
  if (!built) bundle(log);
  const { demo } = createRequire(import.meta.url)(inProject('dist', 'cli', 'demo.js'));
  await demo(process.argv.slice(2), () => {
    if (built) return;
    console.log('Building; this takes a minute or two and is done once …');
    step('building the pages', log, [inProject('node_modules', 'next', 'dist', 'bin', 'next'), 'build']);
    writeFileSync(noted, digest);
  });
}

if (Number(process.versions.node.split('.')[0]) < OLDEST) onPackagedNode();
else await main();
