import type { StaffActor } from '@/lib/access/actor';
import { db } from '@/lib/platform/db';
import { shownTo } from '../scope';
import { readFactsSchema, type ReadFacts } from './facts';

export type Reading = { readonly page: number; readonly facts: ReadFacts };
export type Likeness = { readonly number: number; readonly kind: string };

/** What was read on a document. For whoever has the case on the screen: the look is the case's. */
export async function listReadings(documentId: string): Promise<readonly Reading[]> {
  const rows = await db().pageReading.findMany({ where: { page: { documentId } }, orderBy: [{ page: { number: 'asc' } }, { position: 'asc' }], select: { facts: true, page: { select: { number: true } } } });
  return rows.map(({ facts, page }) => ({ page: page.number, facts: readFactsSchema.parse(facts) }));
}

const other = { select: { document: { select: { id: true, kind: true, submission: { select: { cases: { orderBy: { number: 'asc' }, select: { number: true } } } } } } } } as const;

/** Cases of other requests in which the same picture lies, as far as this person may open them. */
export async function listLikenesses(actor: StaffActor, documentId: string, submissionId: string | null): Promise<readonly Likeness[]> {
  const elsewhere = { document: { removedAt: null, submissionId: { not: submissionId }, ...shownTo(actor) } };
  const rows = await db().imageLikeness.findMany({
    where: { OR: [{ page: { documentId }, otherPage: elsewhere }, { otherPage: { documentId }, page: elsewhere }] },
    orderBy: { distance: 'asc' },
    take: 20,
    select: { page: other, otherPage: other },
  });
  const documents = rows.map(({ page, otherPage }) => (page.document.id === documentId ? otherPage : page).document);
  const found = documents.flatMap(({ kind, submission }) => (submission?.cases ?? []).map(({ number }) => ({ number, kind })));
  return [...new Map(found.map((one) => [one.number, one])).values()];
}
