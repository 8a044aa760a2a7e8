import type { StaffActor } from '@/lib/access/actor';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import type { Setback } from '../intake/limits';

export type WaitingFile = {
  readonly id: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly size: number;
  readonly receivedAt: Date;
  readonly tries: number;
  readonly triedAt: Date | null;
  readonly setback: Setback | null;
};

/** A file that nothing stands in the way of is ready long before. */
const SOON_MS = 10 * 60_000;
const MOST = 200;

/**
 * Files that should be checked by now and are not, the oldest first. Whose they are is not told: no name, no picture, no
 * case. Those who mend a scanner need none, so this is no look at a person.
 */
export async function listWaitingFiles(_actor: StaffActor): Promise<WaitingFile[]> {
  const found = await db().document.findMany({
    where: { state: { in: ['received', 'checking'] }, removedAt: null, OR: [{ setback: { not: null } }, { receivedAt: { lt: new Date(now().getTime() - SOON_MS) } }] },
    orderBy: { receivedAt: 'asc' },
    take: MOST,
    select: { publicId: true, kind: true, mediaType: true, size: true, receivedAt: true, tries: true, triedAt: true, setback: true },
  });
  return found.map(({ publicId, setback, ...file }) => ({ id: publicId, setback: setback as Setback | null, ...file }));
}
