/** The real clamd behind a line that a test can break. */
import { mkdtempSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/lib/dev/free-port';
import { startVirusScanner } from '@/lib/dev/virus-scanner';

/** `real` passes on; text is said after the file and then the line is closed; `silent` never answers; `away` cuts at once; `drip` says its answer a byte at a time. */
export type Manner = 'real' | 'silent' | 'away' | 'drip' | { readonly says: string };
export type FaultyScanner = { manner: Manner; /** Told of each question as it comes. */ onAsked: () => void; readonly close: () => Promise<void> };

const DRIP_MS = 40;

function misbehave(socket: net.Socket, manner: Exclude<Manner, 'real'>): void {
  if (manner === 'away') return void socket.destroy();
  socket.resume();
  if (manner === 'silent') return;
  if (manner === 'drip') {
    const drops = [...'stream: OK'].values();
    const timer = setInterval(() => socket.write(drops.next().value ?? ' '), DRIP_MS);
    return void socket.on('close', () => clearInterval(timer));
  }
  socket.end(manner.says);
}

/** Sets CLAMD_* to itself; start it before the first setting is read. */
export async function startFaultyScanner(): Promise<FaultyScanner> {
  const folder = mkdtempSync(join(tmpdir(), 'faulty-scanner-'));
  const clamd = await startVirusScanner({ folder, port: await freePort() });
  if (clamd === null) throw new Error('the tests need clamd (clamav-daemon)');
  const line = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    started.onAsked();
    if (started.manner !== 'real') return misbehave(socket, started.manner);
    const on = net.createConnection({ host: '127.0.0.1', port: clamd.port });
    on.on('error', () => socket.destroy());
    socket.pipe(on).pipe(socket);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const started: FaultyScanner = {
    manner: 'real',
    onAsked: () => undefined,
    close: async () => {
      line.close();
      await clamd.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  Object.assign(process.env, { CLAMD_HOST: '127.0.0.1', CLAMD_PORT: String((line.address() as AddressInfo).port) });
  return started;
}
