/** Bundles what runs outside the framework to dist/: Node strips types but knows no path aliases. */
import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** Programs by the name they run under. */
const PROGRAMS = {
  server: 'server.ts',
  worker: 'lib/worker/main.ts',
  seed: 'prisma/seed/main.ts',
  system: 'lib/dev/system.ts',
};

const commands = globSync('lib/cli/*.ts', { cwd: root }).map((file) => [join('cli', basename(file, '.ts')), file]);
/** Children are started by file name, beside the program that starts them. */
const children = globSync('lib/**/*.child.ts', { cwd: root }).map((file) => [basename(file, '.ts'), file]);
const entries = [...Object.entries(PROGRAMS), ...commands, ...children];
const missing = entries.filter(([, file]) => !existsSync(join(root, file)));
if (missing.length > 0) {
  console.error(`Not bundled: ${missing.map(([, file]) => file).join(', ')} does not exist.`);
  process.exit(1);
}

await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(entries),
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  packages: 'external',
  sourcemap: 'linked',
  logLevel: 'error',
}).catch(() => process.exit(1));
