/** What waits for the printer and what came off it. */
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { recordLook } from '@/lib/audit/record';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { lastMileOf } from '@/lib/records/queries';
import { MOST_IN_BATCH } from './schema';

const include = {
  release: { include: { case: { select: { number: true, publicId: true } }, patient: { select: { id: true, restriction: true } } } },
} as const;
const batchInclude = { createdBy: { select: { name: true } }, dispatches: { orderBy: { code: 'asc' }, include } } as const;

const waiting = () => db().dispatch.findMany({ where: { state: 'queued', batchId: null, channel: 'mail' }, orderBy: [{ queuedAt: 'asc' }, { code: 'asc' }], take: MOST_IN_BATCH, include });
type Queued = Awaited<ReturnType<typeof waiting>>[number];
const openBatches = () => db().printBatch.findMany({ where: { confirmedAt: null, dispatches: { some: {} } }, orderBy: { number: 'asc' }, include: batchInclude });

/** A restricted person's envelope is named to whoever opened their record; its number finds it. */
const named = <E extends Queued>(actor: StaffActor, envelope: E): E =>
  maySee(actor, envelope.release.patient) ? envelope : { ...envelope, release: { ...envelope.release, recipientName: 'Name not shown', addressLines: [] } };

/** An envelope and why it may not go on; none of the reasons stands there when it may. */
async function judged<E extends Queued>(actor: StaffActor, envelope: E, at: Date) {
  const over = envelope.state === 'confirmed';
  return { ...named(actor, envelope), stopped: over ? [] : (await lastMileOf(db(), envelope.release, at)).map(({ reason }) => reason) };
}
export type ListedEnvelope = Awaited<ReturnType<typeof judged<Queued>>>;

/** Envelopes that wait and batches that are not confirmed whole. The look is logged with what it showed before the rows are handed out. */
export async function listEnvelopes(actor: StaffActor) {
  const at = now();
  const queued = await waiting();
  const open = await openBatches();
  const envelopes: ListedEnvelope[] = [];
  for (const envelope of queued) envelopes.push(await judged(actor, envelope, at));
  const batches = [];
  for (const batch of open) batches.push({ ...batch, dispatches: await Promise.all(batch.dispatches.map((envelope) => judged(actor, envelope, at))) });
  const shown = [...envelopes, ...batches.flatMap(({ dispatches }) => dispatches)].map(({ code }) => code);
  await recordLook(actor, { event: 'dispatch.viewed', details: { shown } });
  return { envelopes, batches };
}
export type ListedBatch = Awaited<ReturnType<typeof listEnvelopes>>['batches'][number];
