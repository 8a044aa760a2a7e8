/** Runs a program of tests/bench or tests/heavy by name: bundled as the product is, on a database of its own. */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const THREAD = /\.worker\.ts$/;

/** Programs of the folder by name, with the first sentence of each. */
function programs(folder) {
  const files = globSync(`tests/${folder}/*.ts`, { cwd: root }).filter((file) => !THREAD.test(file)).sort();
  return new Map(files.map((file) => [basename(file, '.ts'), /\/\*\*\s*\*?\s*([^\n]*?)\s*(\*\/)?\n/.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? '']));
}

async function bundle(folder) {
  const outdir = join('.cache', 'bench', folder);
  mkdirSync(join(root, outdir), { recursive: true });
  const threads = globSync('tests/bench/*.worker.ts', { cwd: root });
  await build({
    absWorkingDir: root,
    entryPoints: [...[...programs(folder).keys()].map((name) => `tests/${folder}/${name}.ts`), ...threads],
    outdir,
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'error',
  });
  return outdir;
}

function list(folder, command) {
  console.log(`npm run ${command} -- NAME [--option value]\n`);
  for (const [name, about] of programs(folder)) console.log(`  ${name.padEnd(12)}${about}`);
}

/** Its answer is the program's: 0 when every demanded figure was met. */
export async function runNamed(folder, command) {
  const [name, ...words] = process.argv.slice(2);
  if (name === undefined || name === '--help') return list(folder, command);
  if (!programs(folder).has(name)) {
    console.error(`There is no ${name} in tests/${folder}: \`npm run ${command}\` lists what there is.`);
    process.exit(1);
  }
  if (!existsSync(join(root, 'generated', 'prisma'))) {
    console.error('The database client is not generated: run `npm run generate` first.');
    process.exit(1);
  }
  const file = join(root, await bundle(folder), `${name}.js`);
  const child = spawn(process.execPath, ['--enable-source-maps', ...(process.env.CPU_PROFILE ? ['--cpu-prof', '--cpu-prof-dir', process.env.CPU_PROFILE] : []), file, ...words], { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to both of us; the program cleans up and ends, and we with it.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
}
