/** One of our own programs as a child process: it ends with us, and says why it did not start. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { end, exited, leash } from './leash';
import { Obstacle, requireBuilt, root } from './places';

export type Program = { name: string; file: string; env: Record<string, string>; logs: string };
/** How a program tells that it can serve: an address that answers 200, or the word `ready` to its parent. */
export type Readiness = { url: string } | 'message';

const START_MS = 60_000;
/** The webs and the worker may finish what they have in hand for 20 s. */
const STOP_MS = 25_000;
const KEPT_LINES = 20;

/** What a child of ours may see of our environment; settings come from `env` alone. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(['PATH', 'HOME', 'LANG', 'TMPDIR', 'TZ'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));

export class Child {
  private child: ChildProcess | undefined;
  private lines: string[] = [];
  private stopping = false;

  constructor(
    private readonly program: Program,
    private readonly readiness: Readiness,
    private readonly onLost: (sentence: string) => void,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  async start(): Promise<void> {
    const { name, file, env, logs } = this.program;
    this.stopping = false;
    this.lines = [];
    mkdirSync(logs, { recursive: true, mode: 0o700 });
    const log = createWriteStream(join(logs, `${name.replaceAll(' ', '-')}.log`), { flags: 'a', mode: 0o600 });
    // As in production: source maps cost a web a quarter of its speed.
    const child = spawn(process.execPath, [requireBuilt(file)], { cwd: root, env: { ...inherited(), NODE_ENV: 'production', ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
    this.child = child;
    leash(child);
    this.keepLog(child, log);
    child.once('exit', (code, signal) => {
      log.end();
      if (!this.stopping) this.onLost(`The ${name} stopped by itself (${signal ?? `exit ${code}`}): ${this.lastWords()}`);
    });
    await this.ready(child);
  }

  private keepLog(child: ChildProcess, log: WriteStream): void {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        if (!log.writableEnded) log.write(chunk);
        this.lines.push(...String(chunk).trim().split('\n'));
        this.lines.splice(0, this.lines.length - KEPT_LINES);
      });
    }
  }

  private lastWords = (): string => this.lines.findLast((line) => line.trim() !== '' && !/^\s+at /.test(line)) ?? 'it said nothing';

  private async ready(child: ChildProcess): Promise<void> {
    const limit = AbortSignal.timeout(START_MS);
    const asked = this.readiness === 'message' ? new Promise<void>((resolve) => child.once('message', () => resolve())) : this.poll(this.readiness.url, limit);
    const gaveUp = new Promise<never>((_resolve, reject) => {
      const fail = (): void => reject(new Obstacle(`The ${this.program.name} did not start: ${this.lastWords()}`));
      limit.addEventListener('abort', fail);
      child.once('close', fail);
    });
    this.stopping = true;
    await Promise.race([asked, gaveUp]);
    this.stopping = false;
  }

  private async poll(url: string, limit: AbortSignal): Promise<void> {
    while (!limit.aborted && this.child?.exitCode === null) {
      const response = await fetch(url, { signal: limit }).catch(() => null);
      if (response?.ok === true) return;
      await pause(50);
    }
    await new Promise(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.child !== undefined) await end(this.child, 'SIGTERM', STOP_MS);
  }

  /** As a power cut would; for tests of what comes back. */
  async kill(): Promise<void> {
    this.stopping = true;
    this.child?.kill('SIGKILL');
    if (this.child !== undefined) await exited(this.child);
  }
}

/** Runs a program of ours to its end. */
export async function runToEnd(program: Program): Promise<void> {
  const child = spawn(process.execPath, ['--enable-source-maps', requireBuilt(program.file)], { cwd: root, env: { ...inherited(), NODE_ENV: 'production', ...program.env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  leash(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Obstacle(`The ${program.name} failed:\n${said.join('').trim().split('\n').slice(-KEPT_LINES).join('\n')}`);
}
