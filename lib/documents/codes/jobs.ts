import type { WorkerActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { now } from '@/lib/platform/clock';
import { officeDate } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import { getObject } from '@/lib/platform/object-store';
import { asDocumentKind, type DocumentKind } from '../checklists';
import { keepReadings } from './commands';
import type { ReadPage } from './read-pages.child';
import { readPages } from './read-pages';
import { factsOn, isUnlike, mayCarryCodes } from './rules';

/** What is kept of what was read; how a page looks counts for papers that should stand in one request only. */
export const pagesRead = (kind: DocumentKind, pages: readonly ReadPage[], at: Date) =>
  pages.map(({ codes, hash }, i) => ({ number: i + 1, hash: isUnlike(kind) ? hash : null, facts: [...factsOn(codes, officeDate(at))] }));

/** Reads the codes on a document's safe pages, for the reviewer. Run twice it does nothing the second time. */
export async function readDocument(actor: WorkerActor, { documentId }: { documentId: string }): Promise<void> {
  const document = await db().document.findUnique({ where: { id: documentId }, include: { pages: { orderBy: { number: 'asc' } } } });
  if (document === null || document.state !== 'ready' || document.codesReadAt !== null) return;
  const kind = asDocumentKind(document.kind);
  if (!mayCarryCodes(kind)) return;
  const images = await Promise.all(document.pages.map(({ objectKey, sha256 }) => getObject(objectKey, sha256)));
  const { pages } = await readPages({ pages: images, codes: true });
  const outcome = await throughTheDoor(keepReadings, actor, { documentId, pages: pagesRead(kind, pages, now()) }, null);
  if (!outcome.ok && outcome.reason !== 'already_read') throw new Error(outcome.reason);
}
