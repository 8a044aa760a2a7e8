/** A file from the mail room's scanner: into quarantine like a stranger's, and made safe like one. */
import type { StaffActor } from '@/lib/access/actor';
import { withinRate } from '@/lib/access/rates';
import { throughTheDoor } from '@/lib/command';
import { receiveFile, type KeptFile, type StoredFile } from '@/lib/documents/intake/receive';
import { SCAN_TYPES } from '@/lib/documents/intake/sniff';
import type { Outcome } from '@/lib/platform/outcome';
import { keepScan } from './commands';
import type { ScanChannel } from './schema';

async function keep(actor: StaffActor, channel: ScanChannel, { sha256, ...file }: StoredFile): Promise<KeptFile> {
  const outcome = (await throughTheDoor(keepScan, actor, { channel, ...file, sha256: Buffer.from(sha256).toString('hex') }, null)) as Outcome<{ scanId: string }>;
  return outcome.ok ? { documentId: outcome.value.scanId, alreadyHere: false } : { refused: outcome.reason };
}

/** Receives one scan; `documentId` of the answer is the scan's own id. Refusals as of `receiveFile`. */
export const receiveScan = (actor: StaffActor, channel: ScanChannel, fileName: string, body: AsyncIterable<Uint8Array>) =>
  receiveFile({ admits: () => withinRate('scan', actor), takes: SCAN_TYPES, keep: (file) => keep(actor, channel, file) }, { kind: 'scan', fileName, body });
