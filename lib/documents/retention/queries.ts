/** What waits for a supervisor's word, and what became of earlier lists. */
import type { StaffActor } from '@/lib/access/actor';
import { recordLook } from '@/lib/audit/record';
import { db } from '@/lib/platform/db';
import { officeDate, officeTime, staffDate } from '@/lib/platform/dates';
import { asDocumentKind } from '../checklists';
import { DOCUMENT_KIND_WORDS } from '../labels';
import { retentionWords } from './labels';

const open = () =>
  db().destructionList.findFirst({
    where: { approvedAt: null },
    include: { items: { orderBy: { keptUntil: 'asc' }, include: { sparedBy: { select: { name: true } }, document: { include: { submission: { select: { cases: { select: { number: true }, orderBy: { number: 'asc' } } } } } } } } },
  });

type Item = NonNullable<Awaited<ReturnType<typeof open>>>['items'][number];

/** A paper by its kind and cases: nobody's name is needed to say how long it was kept. */
const lineOf = ({ publicId, rule, keptUntil, document, sparedAt, sparedBy, sparedReason }: Item) => ({
  itemId: publicId,
  kind: DOCUMENT_KIND_WORDS[asDocumentKind(document.kind)].full,
  cases: (document.submission?.cases ?? []).map(({ number }) => number),
  receivedOn: staffDate(officeDate(document.receivedAt)),
  rule: retentionWords(rule),
  keptUntil: staffDate(keptUntil),
  spared: sparedAt === null ? null : `Kept by ${sparedBy?.name ?? 'a colleague'}: ${sparedReason ?? ''}`,
});

/** The open list and the last ten that were approved; the look is logged with what it showed. */
export async function viewDestruction(actor: StaffActor) {
  const list = await open();
  const past = await db().destructionList.findMany({ where: { approvedAt: { not: null } }, orderBy: { number: 'desc' }, take: 10, include: { approvedBy: { select: { name: true } }, items: { select: { sparedAt: true, destroyedAt: true } } } });
  await recordLook(actor, { event: 'destruction.viewed', details: { number: list?.number ?? null, documents: list?.items.length ?? 0 } });
  return {
    open: list === null ? null : { listId: list.publicId, number: list.number, madeAt: officeTime(list.madeAt), lines: list.items.map(lineOf) },
    past: past.map(({ number, formNumber, approvedAt, approvedBy, items }) => ({
      number,
      formNumber: formNumber ?? '',
      by: approvedBy?.name ?? 'a colleague',
      at: approvedAt === null ? '' : officeTime(approvedAt),
      destroyed: items.filter(({ destroyedAt }) => destroyedAt !== null).length,
      waiting: items.filter(({ destroyedAt, sparedAt }) => destroyedAt === null && sparedAt === null).length,
    })),
  };
}
export type DestructionView = Awaited<ReturnType<typeof viewDestruction>>;
