/** `npm run demo`: plain JavaScript, because it must run on whatever Node the machine has and find the right one. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
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

/** The programs first: they hold the demo itself, which looks at ports and folders before the long part. */
async function main() {
  if (!existsSync(inProject('node_modules', 'next')) || !existsSync(inProject('node_modules', 'esbuild'))) give('The packages are not installed: run `npm ci` first.');
  const { BuildFailure, buildPages, buildPrograms, isBuilt } = await import('./build.mjs');
  const built = isBuilt();
  try {
    if (!built) buildPrograms();
    const { demo } = createRequire(import.meta.url)(inProject('dist', 'cli', 'demo.js'));
    await demo(process.argv.slice(2), () => {
      if (built) return;
      console.log('Building; this takes a minute or two and is done once …');
      buildPages();
    });
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    give(error.message);
  }
}

if (Number(process.versions.node.split('.')[0]) < OLDEST) onPackagedNode();
else await main();
