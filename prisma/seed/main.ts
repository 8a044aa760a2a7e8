/** Fills an empty desk with a believable program. Its last act is the list of staff, so that a seed cut off is noticed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { followClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { loadSigner } from '@/lib/worker/signing-keys';
import { seedDesk } from './desk';
import { studioWith, sweepCache } from './documents';

const SEED = 2041;
/** Drawings are the same for a seed and a day: kept beside the program, a second demo of the day starts sooner. */
const CACHE = join(process.cwd(), '.cache', 'specimens');

const say = (line: string): void => void process.stdout.write(`  ${line}\n`);

async function main(): Promise<void> {
  const folder = process.env.DEMO_FOLDER;
  if (folder === undefined) throw new Error('DEMO_FOLDER is missing: the seed is for the demo only');
  const stopClock = await followClock();
  const { accounts, stopped } = await seedDesk({ seed: SEED, studio: studioWith(CACHE), signer: await loadSigner(), say });
  for (const line of stopped) say(`not as planned: ${line}`);
  await sweepCache(CACHE);
  writeFileSync(join(folder, 'staff.json'), JSON.stringify(accounts, null, 2), { mode: 0o600 });
  await stopClock();
  await db().$disconnect();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
