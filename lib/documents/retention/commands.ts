/** The list of what is due, its approval, and the fact that stays. */
import { z } from 'zod';
import { command } from '@/lib/command';
import { addDays, officeDate } from '@/lib/platform/dates';
import { dbDate, type Tx } from '@/lib/platform/db';
import { enqueue } from '@/lib/platform/jobs';
import { done, refuse } from '@/lib/platform/outcome';
import { forgetCodes } from '../codes/forget';
import { asDocumentKind } from '../checklists';
import { keptUntil, retentionRule, shortestDays } from './rules';
import { approveListSchema, spareSchema } from './schema';

const MOST_ON_LIST = 500;
/** A spared paper is asked about again after a year. */
const SPARED_DAYS = 365;

type Ended = { id: string; kind: string; state: string; ended_at: Date };

/** Papers whose every case has ended, with the last of the ends; also the cases into which theirs were joined. */
const ended = (tx: Tx, before: Date, sparedSince: Date) => tx.$queryRaw<Ended[]>`
  SELECT d.id, d.kind, d.state::text AS state, max(greatest(c.closed_at, k.closed_at)) AS ended_at
  FROM documents d JOIN cases c ON c.submission_id = d.submission_id
  LEFT JOIN case_joins j ON j.case_id = c.id AND j.undone_at IS NULL LEFT JOIN cases k ON k.id = j.into_id
  WHERE d.destroyed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM destruction_items i WHERE i.document_id = d.id AND i.spared_at > ${sparedSince})
  GROUP BY d.id
  HAVING bool_and(c.state = 'closed' AND (k.id IS NULL OR k.state = 'closed')) AND max(greatest(c.closed_at, k.closed_at)) <= ${before}
  ORDER BY ended_at LIMIT ${MOST_ON_LIST}`;

/** Makes the list of what is due today, unless one waits for its supervisor already. */
export const listForDestruction = command({
  name: 'document.list_for_destruction',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({}),
  subject: () => ({}),
  run: async ({ tx, now, record }) => {
    if ((await tx.destructionList.count({ where: { approvedAt: null } })) > 0) return refuse('list_open');
    const today = officeDate(now);
    const day = (days: number): Date => dbDate(addDays(today, -days));
    const found = await ended(tx, day(shortestDays()), day(SPARED_DAYS));
    const due = found
      .map(({ id, kind, state, ended_at }) => ({ id, rule: retentionRule(asDocumentKind(kind), state), endedOn: officeDate(ended_at) }))
      .map(({ id, rule, endedOn }) => ({ documentId: id, rule, until: keptUntil(rule, endedOn) }))
      .filter(({ until }) => until < today);
    if (due.length === 0) return refuse('nothing_due');
    const list = await tx.destructionList.create({ data: { madeAt: now } });
    await tx.destructionItem.createMany({ data: due.map(({ documentId, rule, until }) => ({ listId: list.id, documentId, rule, keptUntil: dbDate(until) })) });
    record({ event: 'destruction.listed', details: { number: list.number, documents: due.length } });
    return done({ documents: due.length });
  },
});

/** Keeps one paper back: a complaint, a court, a question that is not over. */
export const spareDocument = command({
  name: 'document.spare',
  surface: 'staff',
  actors: ['staff'],
  input: spareSchema,
  subject: ({ itemId }) => ({ item: itemId }),
  run: async ({ actor, tx, now, record }, { itemId, reason }) => {
    const item = await tx.destructionItem.findUnique({ where: { publicId: itemId }, include: { list: true, document: { select: { kind: true } } } });
    if (item === null || item.sparedAt !== null) return refuse('not_found');
    if (item.list.approvedAt !== null) return refuse('approved_already');
    await tx.destructionItem.update({ where: { id: item.id }, data: { sparedAt: now, sparedById: actor.staffId, sparedReason: reason } });
    record({ event: 'document.spared', documentId: item.documentId, details: { number: item.list.number, kind: item.document.kind, reason } });
    return done({ spared: true });
  },
});

/** The supervisor's word, under the number of the state's own form. What it destroys is gone: both factors are asked again. */
export const approveDestruction = command({
  name: 'document.approve_destruction',
  surface: 'staff',
  actors: ['staff'],
  input: approveListSchema,
  subject: ({ listId }) => ({ list: listId }),
  stepUp: true,
  run: async ({ actor, tx, now, record }, { listId, formNumber, documents }) => {
    await tx.$queryRaw`SELECT 1 FROM destruction_lists WHERE public_id = ${listId} FOR UPDATE`;
    const list = await tx.destructionList.findUnique({ where: { publicId: listId }, include: { _count: { select: { items: { where: { sparedAt: null } } } } } });
    if (list === null) return refuse('not_found');
    if (list.approvedAt !== null) return refuse('approved_already');
    if (list._count.items === 0) return refuse('nothing_left');
    if (list._count.items !== documents) return refuse('list_changed');
    await tx.destructionList.update({ where: { id: list.id }, data: { approvedAt: now, approvedById: actor.staffId, formNumber } });
    await enqueue(tx, 'document.destroy', { listId: list.id }, `document.destroy:${list.id}`);
    record({ event: 'destruction.approved', details: { number: list.number, formNumber, documents } });
    return done({ number: list.number });
  },
});

/** Its objects are gone: the fact stays, with the list and the form. A paper whose case was opened again since is kept. */
export const destroyDocument = command({
  name: 'document.destroy',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({ itemId: z.uuid() }),
  subject: ({ itemId }) => ({ item: itemId }),
  run: async ({ tx, now, record }, { itemId }) => {
    const item = await tx.destructionItem.findUnique({ where: { id: itemId }, include: { list: true, document: true } });
    if (item === null || item.list.approvedAt === null || item.sparedAt !== null) return refuse('not_approved');
    const { count } = await tx.destructionItem.updateMany({ where: { id: item.id, destroyedAt: null }, data: { destroyedAt: now } });
    if (count === 0) return refuse('already_destroyed');
    await tx.document.update({ where: { id: item.documentId }, data: { destroyedAt: now, originalKey: null, version: { increment: 1 } } });
    await forgetCodes(tx, item.documentId);
    const { kind, submissionId } = item.document;
    record({ event: 'document.destroyed', documentId: item.documentId, submissionId, details: { kind, number: item.list.number, formNumber: item.list.formNumber ?? '' } });
    return done({ destroyed: true });
  },
});
