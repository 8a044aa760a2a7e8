/** clamd over TCP, INSTREAM: the file in length-prefixed chunks, one line back. */
import { createConnection } from 'node:net';
import { config } from '@/lib/platform/config';

const CHUNK = 64 * 1024;
const TIMEOUT_MS = 20_000;

export type Scan = 'clean' | 'infected' | 'not_scanned';

function* framed(bytes: Buffer): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield Buffer.alloc(4);
}

function ask(host: string, port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port });
    const parts: Buffer[] = [];
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('the scanner is silent')));
    socket.on('connect', () => {
      for (const piece of framed(bytes)) socket.write(piece);
    });
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1').replace(/\0/g, '').trim()));
  });
}

/** Throws when the scanner cannot be reached or gives half an answer: such a file is not clean, its job runs again. */
export async function scan(bytes: Buffer): Promise<Scan> {
  const { CLAMD_HOST, CLAMD_PORT } = config();
  if (CLAMD_HOST === undefined) return 'not_scanned';
  const answer = await ask(CLAMD_HOST, CLAMD_PORT, bytes);
  if (answer === 'stream: OK') return 'clean';
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
  throw new Error('the scanner gave no clear answer');
}
