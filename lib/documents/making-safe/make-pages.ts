/** One file, one process, fifteen seconds: whatever errs, grows or hangs is not clean. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Hindrance } from '../intake/limits';
import type { Answer, Task } from './make-safe.child';

/** By the wall: a stranger's file may not hold the desk up for longer. */
const LIMIT_SECONDS = 15;
const HEAP_MB = 512;

/** Bundled beside the worker; a test names its own. */
const program = (): string => process.env.MAKE_SAFE_PROGRAM ?? join(process.cwd(), 'dist', 'make-safe.child.js');

/** It reads the libraries that it needs and the file it is sent: no environment, no writing, no program of its own to start. */
const confined = (): string[] => [`--max-old-space-size=${HEAP_MB}`, ...(process.allowedNodeEnvironmentFlags.has('--permission') ? ['--permission', '--allow-fs-read=*', '--allow-addons', '--no-warnings'] : [])];

/** The framework's types demand a NODE_ENV; a stranger's file gets none of our settings. */
const NO_ENVIRONMENT = { NODE_ENV: 'production' } as const;

/** A process that the engine ended for want of memory is aborted; the kernel's own limit kills. */
const hindranceOf = (signal: NodeJS.Signals | null): Hindrance => (signal === 'SIGABRT' || signal === 'SIGKILL' ? 'too_much_memory' : 'unreadable');

function answered(child: ChildProcess, task: Task): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const timer = setTimeout(() => settle({ ok: false, reason: 'took_too_long' }), task.seconds * 1000);
    child.once('message', (answer) => settle(answer as Answer));
    child.once('error', () => settle({ ok: false, reason: 'unreadable' }));
    child.once('exit', (_code, signal) => settle({ ok: false, reason: hindranceOf(signal) }));
    child.send(task, () => undefined);
  });
}

/** Pages as fresh JPEGs, or the reason there are none. Crashes, aborts and hangs end that process, never ours. */
export const makePages = ({ bytes, mediaType }: Pick<Task, 'bytes' | 'mediaType'>, seconds = LIMIT_SECONDS): Promise<Answer> =>
  answered(fork(program(), { env: NO_ENVIRONMENT, execArgv: confined(), serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }), { bytes, mediaType, seconds });
