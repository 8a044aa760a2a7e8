/** `npm run bench -- NAME`: figures with their ratio to the usual way, measured in the same run. Without a name: a list. */
import { runNamed } from './bench-run.mjs';

await runNamed('bench', 'bench');
