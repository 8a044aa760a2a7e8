/** `npm run match:lab -- FILE …`: bundled anew each time, so that it measures what is written and needs no build before it. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
/** Files need no database client; what staff decided does. */
const program = process.argv.includes('--decisions') ? 'match-decisions' : 'match-lab';
const outfile = join(root, '.cache', 'match-lab', `${program}.js`);

mkdirSync(join(root, '.cache', 'match-lab'), { recursive: true });
await build({ absWorkingDir: root, entryPoints: [`lib/cli/${program}.ts`], outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external', logLevel: 'error' });
createRequire(import.meta.url)(outfile);
