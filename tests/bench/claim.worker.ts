/** Some of the clients, as one web process has them: ten connections, as many as the application opens. */
import { parentPort, workerData } from 'node:worker_threads';
import { db, useDatabase } from '@/lib/platform/db';
import { signedInAs } from './support/bench-staff';
import { takeUntil, WAYS } from './support/taking';

const { url, staffIds, way } = workerData as { url: string; staffIds: string[]; way: keyof typeof WAYS };

async function main(): Promise<void> {
  await useDatabase(url);
  const actors = [];
  for (const id of staffIds) actors.push(await signedInAs(id));
  // Every connection is there before the clock runs.
  await Promise.all(actors.map(() => db().$queryRaw`SELECT pg_sleep(0.2)::text`));
  parentPort?.postMessage('ready');
  const until = await new Promise<number>((resolve) => parentPort?.once('message', resolve));
  const taken = await Promise.all(actors.map((actor) => takeUntil(actor, WAYS[way], until)));
  parentPort?.postMessage(taken.flat());
  await useDatabase(null);
}

void main();
