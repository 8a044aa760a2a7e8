/**
 * ClamAV with one signature of our own, the harmless EICAR test file: enough to see an infected upload refused.
 * An office points CLAMD_HOST at its own clamd with real signatures.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { end, leash } from './leash';

const PROGRAM = '/usr/sbin/clamd';
const START_MS = 20_000;

/** Written as hexadecimal, so that no scanner takes this file for the test file. */
const EICAR = '58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d5354414e444152442d414e544956495255532d544553542d46494c452124482b482a';

const settings = (folder: string, port: number): string =>
  [`DatabaseDirectory ${folder}/signatures`, `TCPSocket ${port}`, 'TCPAddr 127.0.0.1', `LogFile ${folder}/clamd.log`, 'Foreground yes', 'MaxThreads 2', 'SelfCheck 0', 'StreamMaxLength 60M', ''].join('\n');

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write('zPING\0'));
    socket.once('data', (said) => {
      resolve(String(said).startsWith('PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}

/** Null where clamd is not installed; the screens then say that nothing was scanned. */
export async function startVirusScanner(options: { folder: string; port: number }): Promise<{ port: number; stop: () => Promise<void> } | null> {
  if (!existsSync(PROGRAM)) return null;
  const { folder, port } = options;
  mkdirSync(join(folder, 'signatures'), { recursive: true });
  writeFileSync(join(folder, 'signatures', 'demo.ndb'), `Eicar-Test-File:0:*:${EICAR}\n`);
  writeFileSync(join(folder, 'clamd.conf'), settings(folder, port));
  const clamd = spawn(PROGRAM, ['--config-file', join(folder, 'clamd.conf')], { detached: true, stdio: 'ignore' });
  leash(clamd);
  for (const until = Date.now() + START_MS; Date.now() < until && clamd.exitCode === null; await pause(100)) {
    if (await answers(port)) return { port, stop: () => end(clamd, 'SIGTERM', 5_000) };
  }
  await end(clamd, 'SIGKILL', 0);
  return null;
}
