/** One document's pages, one process, a minute: whoever hangs or grows is ended, and the worker goes on. */
import { fork, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { ReadAnswer, ReadTask } from './read-pages.child';

const LIMIT_SECONDS = 60;
const HEAP_MB = 256;

/** Bundled beside the worker; a test names the folder of its own. */
const program = (): string => join(process.env.MAKE_SAFE_PROGRAM === undefined ? join(process.cwd(), 'dist') : dirname(process.env.MAKE_SAFE_PROGRAM), 'read-pages.child.js');
const confined = (): string[] => [`--max-old-space-size=${HEAP_MB}`, ...(process.allowedNodeEnvironmentFlags.has('--permission') ? ['--permission', '--allow-fs-read=*', '--allow-addons', '--no-warnings'] : [])];

function answered(child: ChildProcess, task: ReadTask, seconds: number): Promise<ReadAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      end();
    };
    const timer = setTimeout(() => settle(() => reject(new Error('reading the pages took too long'))), seconds * 1000);
    child.once('message', (answer) => settle(() => resolve(answer as ReadAnswer)));
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', () => settle(() => reject(new Error('reading the pages ended without an answer'))));
    child.send(task, () => undefined);
  });
}

/** The codes on each page and how it looks. Throws when the process ended without an answer: the job is tried again. */
export const readPages = (task: ReadTask, seconds = LIMIT_SECONDS): Promise<ReadAnswer> =>
  answered(fork(program(), { env: { NODE_ENV: 'production' }, execArgv: confined(), serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }), task, seconds);
