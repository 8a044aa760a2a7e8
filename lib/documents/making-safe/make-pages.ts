/** One file, one process, fifteen seconds with its start: whatever errs, grows or hangs is not clean. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS, PAGE_PIXELS, type Hindrance } from '../intake/limits';
import type { Answer, SafePage, Task } from './make-safe.child';

/** By the wall: a stranger's file may not hold the desk up for longer. */
const LIMIT_SECONDS = 14;
/** For the program itself, before it is given the file. */
const START_SECONDS = 60;
const HEAP_MB = 256;
/** All that the process holds, whatever code asked for it: the libraries' own memory is bound by no limit inside. */
const MOST_BYTES = 440 * 2 ** 20;
const LOOK_MS = 25;

/** Bundled beside the worker; a test names its own. */
const program = (): string => process.env.MAKE_SAFE_PROGRAM ?? join(process.cwd(), 'dist', 'make-safe.child.js');

/** It reads the libraries that it needs and the file it is sent: no environment, no writing, no program of its own to start. */
const confined = (): string[] => [`--max-old-space-size=${HEAP_MB}`, ...(process.allowedNodeEnvironmentFlags.has('--permission') ? ['--permission', '--allow-fs-read=*', '--allow-addons', '--no-warnings'] : [])];

/** The framework's types demand a NODE_ENV; a stranger's file gets none of our settings. */
const NO_ENVIRONMENT = { NODE_ENV: 'production' } as const;

/** Threads of the libraries count too: four of them at work for the whole time. */
const PROCESSORS = 4;
/** Limits of the system's own, which hold also when the worker is gone and a file hangs: time on processors, no byte written, no image of its memory kept. */
const limits = (seconds: number): string => `ulimit -t ${Math.ceil(seconds) * PROCESSORS}; ulimit -f 0; ulimit -c 0; exec "$0" "$@"`;

const started = (seconds: number): ChildProcess =>
  spawn('/bin/sh', ['-c', limits(seconds), process.execPath, ...confined(), program()], { env: NO_ENVIRONMENT, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

/** The program did not come up: our own want and no judgement of the file, which is tried again. */
export class NotStarted extends Error {}

/** A process that the engine ended for want of memory is aborted; the kernel's own limit kills. */
function hindranceOf(signal: NodeJS.Signals | null): Hindrance {
  if (signal === 'SIGXCPU') return 'took_too_long';
  return signal === 'SIGABRT' || signal === 'SIGKILL' ? 'too_much_memory' : 'unreadable';
}

/** What a process holds in memory; 0 where the system does not tell (the limits inside it then stand alone). */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const isSide = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= PAGE_PIXELS;
const isJpeg = (bytes: unknown): boolean => bytes instanceof Uint8Array && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
const isPage = ({ page, thumb, width, height }: SafePage): boolean => isJpeg(page) && isJpeg(thumb) && isSide(width) && isSide(height);

/** A file that took over the process which opened it could answer anything: only pages as we make them count. */
function believed(message: unknown): Answer {
  const answer = message as Answer;
  if (!answer.ok) return answer;
  const { pages } = answer;
  return Array.isArray(pages) && pages.length >= 1 && pages.length <= LIMITS.scanPages && pages.every(isPage) ? answer : { ok: false, reason: 'unreadable' };
}

/** Told what the process held at most, when it has ended: for tests and benches. */
export type OnPeak = (bytes: number) => void;

function answered(child: ChildProcess, task: Task, onPeak?: OnPeak): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let peak = 0;
    const end = (): void => {
      clearTimeout(timer);
      clearInterval(watch);
      child.kill('SIGKILL');
      onPeak?.(peak);
    };
    const settle = (answer: Answer): void => {
      end();
      resolve(answer);
    };
    const begin = (): void => {
      clearTimeout(timer);
      child.off('exit', fail);
      timer = setTimeout(() => settle({ ok: false, reason: 'took_too_long' }), task.seconds * 1000);
      child.once('message', (answer) => settle(believed(answer)));
      child.once('exit', (_code, signal) => settle({ ok: false, reason: hindranceOf(signal) }));
      child.send(task, () => undefined);
    };
    const fail = (): void => {
      end();
      reject(new NotStarted('the program that makes files safe did not start'));
    };
    let timer = setTimeout(fail, START_SECONDS * 1000);
    const watch = setInterval(() => {
      peak = Math.max(peak, residentBytes(child.pid));
      if (peak > MOST_BYTES) settle({ ok: false, reason: 'too_much_memory' });
    }, LOOK_MS);
    child.once('message', begin);
    child.once('error', fail);
    child.once('exit', fail);
  });
}

/** Pages as fresh JPEGs, or the reason there are none. Crashes, aborts and hangs end that process, never ours; throws only `NotStarted`. */
export const makePages = ({ bytes, mediaType }: Pick<Task, 'bytes' | 'mediaType'>, seconds = LIMIT_SECONDS, onPeak?: OnPeak): Promise<Answer> =>
  answered(started(seconds), { bytes, mediaType, seconds }, onPeak);
