/**
 * The worker: runs jobs. Killed workers' jobs are taken back within a minute by the sweep below (the queue itself would
 * keep them locked for hours).
 */
import { EventEmitter } from 'node:events';
import { Pool } from 'pg';
import { makeWorkerUtils, parseCronItems, run, type TaskList, type WorkerEvents, type WorkerUtils } from 'graphile-worker';
import { mintWorker } from '@/lib/access/actor';
import { followClock } from '@/lib/platform/clock';
import { config, requireFor } from '@/lib/platform/config';
import type { JobName } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import { asRequest } from '@/lib/platform/request';
import { everyHour, everyMinute, jobs } from './jobs';
import { openPress } from './press';

const CONCURRENCY = 2;
const STOP_MS = 20_000;

const tasks: TaskList = Object.fromEntries(
  (Object.keys(jobs) as JobName[]).map((name) => [
    name,
    async (payload, helpers) => {
      const started = Date.now();
      const actor = mintWorker(name);
      const runJob = (await jobs[name]()) as (actor: ReturnType<typeof mintWorker>, payload: unknown, signal?: AbortSignal) => Promise<void>;
      try {
        await asRequest(actor.requestId, () => runJob(actor, payload, helpers.abortSignal));
        log.info('job.done', { requestId: actor.requestId, job: name, ms: Date.now() - started });
      } catch (error) {
        log.failure('job.failed', error, { requestId: actor.requestId, job: name });
        // The queue keeps the message with the job; ours may quote what it choked on.
        throw new Error(`${name} failed`);
      }
    },
  ]),
);

/** One of each stands at most, however many workers ask and however long one takes. */
const at = (match: string) => (task: JobName) => ({ task, match, options: { backfillPeriod: 0, maxAttempts: 1, jobKey: task, jobKeyMode: 'replace' as const } });
const cron = parseCronItems([...everyMinute.map(at('* * * * *')), ...everyHour.map(at('17 * * * *'))]);

/** A pool whose lost connections are logged instead of ending the process. */
function connect(): Pool {
  const pool = new Pool({ connectionString: config().DATABASE_URL, max: 6 });
  const lost = (error: Error): void => log.failure('worker.connection_lost', error);
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

const HEARTBEAT_MS = 15_000;
const SILENT = "interval '60 seconds'";

/** Tells that this worker lives, and frees the jobs of those that have been silent for a minute. */
async function beat(pool: Pool, utils: WorkerUtils, workerIds: () => string[]): Promise<void> {
  await pool.query('INSERT INTO worker_heartbeats (worker_id, seen_at) SELECT unnest($1::text[]), clock_timestamp() ON CONFLICT (worker_id) DO UPDATE SET seen_at = excluded.seen_at', [workerIds()]);
  const { rows } = await pool.query<{ worker_id: string }>(`DELETE FROM worker_heartbeats WHERE seen_at < clock_timestamp() - ${SILENT} RETURNING worker_id`);
  if (rows.length > 0) await utils.forceUnlockWorkers(rows.map((row) => row.worker_id));
}

async function main(): Promise<void> {
  requireFor('worker');
  if (config().PRESS_PORT !== undefined) requireFor('press');
  const stopClock = await followClock();
  // A worker without a port for it runs jobs and holds no key.
  const press = config().PRESS_PORT === undefined ? null : await openPress();
  const pool = connect();
  const utils = await makeWorkerUtils({ pgPool: pool });
  const ids = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => ids.add(worker.workerId));
  const runner = await run({ pgPool: pool, taskList: tasks, events, parsedCronItems: cron, concurrency: CONCURRENCY, noHandleSignals: true, gracefulShutdownAbortTimeout: 10_000, pollInterval: 1_000 });
  const heart = setInterval(() => void beat(pool, utils, () => [...ids]).catch((error: unknown) => log.failure('worker.heartbeat_failed', error)), HEARTBEAT_MS);
  log.info('worker.ready');
  process.send?.('ready');

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    clearInterval(heart);
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await runner.stop();
    await press?.stop();
    await utils.release();
    await pool.end();
    await stopClock();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
