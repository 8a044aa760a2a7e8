/** Clients spread over web processes (here threads with a pool each), started together. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WAYS } from './taking';

export type Race = { claims: number; cases: number; seconds: number };

const heard = <T>(worker: Worker): Promise<T> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });

function spread(staffIds: readonly string[], over: number): string[][] {
  return Array.from({ length: over }, (_, at) => staffIds.filter((_id, place) => place % over === at));
}

/** Until nothing waits, or for so many seconds. */
export async function race(url: string, staffIds: readonly string[], way: keyof typeof WAYS, seconds: number): Promise<Race> {
  const processes = Math.max(1, Math.ceil(staffIds.length / 10));
  const workers = spread(staffIds, processes).map((ids) => new Worker(join(__dirname, 'claim.worker.js'), { workerData: { url, staffIds: ids, way } }));
  await Promise.all(workers.map((worker) => heard(worker)));
  const from = performance.now();
  const results = workers.map((worker) => heard<number[]>(worker));
  for (const worker of workers) worker.postMessage(performance.timeOrigin + from + seconds * 1000);
  const taken = (await Promise.all(results)).flat();
  const lasted = (performance.now() - from) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { claims: taken.length, cases: new Set(taken).size, seconds: lasted };
}
