/** One file, one thread, fifteen seconds: whatever errs, grows or hangs is not clean. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Task } from './make-safe.worker';

const LIMIT_MS = 15_000;
const HEAP_MB = 512;

/** Bundled beside the worker; a test names its own. */
const threadFile = (): string => process.env.MAKE_SAFE_THREAD ?? join(process.cwd(), 'dist', 'make-safe.worker.js');

/** Pages as fresh JPEGs, or the reason: `unreadable`, `encrypted`, `too_many_pages`, `too_many_pixels`, `took_too_long`. */
export function makePages(task: Task): Promise<Answer> {
  return new Promise((resolve) => {
    const thread = new Worker(threadFile(), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, env: {} });
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      void thread.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => settle({ ok: false, reason: 'took_too_long' }), LIMIT_MS);
    thread.once('message', (answer: Answer) => settle(answer));
    // Out of memory and wasm aborts end the thread, never the worker.
    thread.once('error', () => settle({ ok: false, reason: 'unreadable' }));
    thread.once('exit', () => settle({ ok: false, reason: 'unreadable' }));
  });
}
