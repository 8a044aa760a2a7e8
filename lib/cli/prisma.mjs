/** Runs the Prisma CLI with the schema engine of this repository, on the Node this repository brings. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const require = createRequire(join(root, 'package.json'));

/** The native engine where somebody installed it, else ours: it needs no download. */
function schemaEngine() {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY) return process.env.PRISMA_SCHEMA_ENGINE_BINARY;
  const engines = join(require.resolve('@prisma/engines/package.json'), '..');
  const native = readdirSync(engines).find((name) => /^schema-engine-[\w.-]+$/.test(name));
  return native === undefined ? join(root, 'prisma', 'schema-engine.mjs') : join(engines, native);
}

const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'prisma', 'build', 'index.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: schemaEngine(),
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    // The engine's first line asks for `node`: it must find the same one.
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
  },
});
process.exit(status ?? 1);
