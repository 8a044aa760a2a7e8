/** clamd over TCP, INSTREAM: the file in length-prefixed chunks, one line back. */
import { createConnection } from 'node:net';
import { config } from '@/lib/platform/config';

const CHUNK = 64 * 1024;
/** For the whole question and answer: a scanner that drips a byte a second is away. */
const DEADLINE_MS = 20_000;
/** Its longest answer names a signature; what says more is no scanner. */
const MOST_ANSWER = 4_096;

export type Scan = 'clean' | 'infected' | 'not_scanned';

/** No clear answer: such a file is not clean, and is asked about again. */
export class ScannerAway extends Error {}

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

function ask(host: string, port: number, bytes: Buffer, deadlineMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port });
    const timer = setTimeout(() => socket.destroy(new ScannerAway('the scanner took too long')), deadlineMs);
    const parts: Buffer[] = [];
    let size = 0;
    socket.on('connect', () => {
      for (const piece of framed(bytes)) socket.write(piece);
    });
    socket.on('data', (part) => {
      parts.push(part);
      size += part.length;
      if (size > MOST_ANSWER) socket.destroy(new ScannerAway('the scanner talks too much'));
    });
    socket.on('error', (error) => reject(error instanceof ScannerAway ? error : new ScannerAway('the scanner cannot be reached', { cause: error })));
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(parts).toString('latin1'));
    });
  });
}

/** Throws `ScannerAway` when it cannot be reached, takes too long or gives half an answer; only its two whole answers count. */
export async function scan(bytes: Buffer, deadlineMs = DEADLINE_MS): Promise<Scan> {
  const { CLAMD_HOST, CLAMD_PORT } = config();
  if (CLAMD_HOST === undefined) return 'not_scanned';
  const answer = await ask(CLAMD_HOST, CLAMD_PORT, bytes, deadlineMs);
  if (answer === 'stream: OK\0') return 'clean';
  if (/^stream: [^\0]+ FOUND\0$/.test(answer)) return 'infected';
  throw new ScannerAway('the scanner gave no clear answer');
}
