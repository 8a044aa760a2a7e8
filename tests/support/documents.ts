/** Builders: files that came with a case's request. */
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';

type Wishes = { kind?: string; state?: 'received' | 'checking' | 'ready' | 'refused'; removed?: boolean };

export const aDocument = (of: { submissionId: string }, { kind = 'photo_id', state = 'ready', removed = false }: Wishes = {}) =>
  db().document.create({
    data: {
      submissionId: of.submissionId,
      kind,
      fileName: `${kind}.jpg`,
      size: 1000,
      sha256: new Uint8Array(32),
      mediaType: 'image/jpeg',
      state,
      scan: state === 'ready' ? 'clean' : undefined,
      originalKey: 'quarantine/original',
      receivedAt: now(),
      removedAt: removed ? now() : null,
    },
  });
