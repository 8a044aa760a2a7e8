import type { StaffActor } from '@/lib/access/actor';
import { recordLook } from '@/lib/audit/record';
import { db } from '@/lib/platform/db';

const include = { by: { select: { name: true } }, document: { select: { id: true, publicId: true, state: true, refusedReason: true, pages: { where: { leftOut: null }, orderBy: { number: 'asc' }, select: { number: true, width: true, height: true } } } } } as const;

/** Scans with pages that have no place yet, the oldest first. Says nothing of anybody, so it is no look. */
export const listScans = (_actor: StaffActor) => db().scan.findMany({ where: { sortedAt: null }, orderBy: { arrivedAt: 'asc' }, take: 200, include });
export type ListedScan = Awaited<ReturnType<typeof listScans>>[number];

/** One scan to sort. Its pages are letters of people: that it was opened is kept. */
export async function findScan(actor: StaffActor, publicId: string): Promise<ListedScan | null> {
  const found = await db().scan.findUnique({ where: { publicId, sortedAt: null }, include });
  if (found === null) return null;
  await recordLook(actor, { event: 'scan.viewed', documentId: found.document.id, details: { pages: found.document.pages.length } });
  return found;
}
