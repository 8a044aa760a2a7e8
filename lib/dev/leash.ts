/** A program that outlives its parent keeps a port and a data folder; the leash ends it, even after a kill -9 of ours. */
import { type ChildProcess, spawn } from 'node:child_process';

/**
 * A shell waits for the end of a pipe that only we hold open: it comes when we are gone, however we went.
 * Both run in a session of their own, so Ctrl-C reaches us alone and we stop things in order.
 */
export function leash(child: ChildProcess, signal: 'INT' | 'TERM' = 'TERM'): void {
  if (child.pid === undefined) return;
  const guard = spawn('sh', ['-c', `cat >/dev/null; kill -${signal} "$0"`, String(child.pid)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.once('exit', () => guard.kill('SIGKILL'));
  guard.unref();
  guard.stdin?.on('error', () => guard.kill('SIGKILL'));
  (guard.stdin as unknown as { unref?: () => void }).unref?.();
}

export const exited = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((resolve) => child.once('exit', resolve));

/** Asks, waits, and insists after the grace period. */
export async function end(child: ChildProcess, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.kill(signal);
  await exited(child);
  clearTimeout(insist);
}
