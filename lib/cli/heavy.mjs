/** `npm run test:heavy -- NAME`: what the suite proves in small, proved in full size. Without a name: a list. */
import { runNamed } from './bench-run.mjs';

await runNamed('heavy', 'test:heavy');
