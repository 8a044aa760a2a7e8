import { maySee } from '@/lib/access/restricted';
import { command } from '@/lib/command';
import type { Tx } from '@/lib/platform/db';
import { done, refuse, type Problem } from '@/lib/platform/outcome';
import { lastMileOf } from '@/lib/records/queries';
import { makeBatchSchema } from '../schema';

const waiting = (tx: Tx, publicIds: readonly string[]) =>
  tx.dispatch.findMany({ where: { publicId: { in: [...publicIds] } }, include: { release: { include: { patient: { select: { id: true, restriction: true } } } } }, orderBy: { queuedAt: 'asc' } });
type Waiting = Awaited<ReturnType<typeof waiting>>[number];

/** Only exceptions surface: each problem names its envelope. */
async function stopped(tx: Tx, dispatches: readonly Waiting[], now: Date): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { publicId, release } of dispatches) {
    const found = await lastMileOf(tx, release, now);
    problems.push(...found.map(({ field, reason }) => ({ field: `dispatch.${publicId}`, reason, detail: field })));
  }
  return problems;
}

/** Envelopes that will be printed together. All of those asked for, or none. */
export const makeBatch = command({
  name: 'dispatch.make_batch',
  surface: 'staff',
  actors: ['staff'],
  input: makeBatchSchema,
  subject: () => ({}),
  run: async ({ actor, tx, now, record }, { dispatchIds }) => {
    const found = await waiting(tx, dispatchIds);
    const unknown = dispatchIds.filter((id) => !found.some(({ publicId }) => publicId === id));
    if (unknown.length > 0) return refuse('not_found', unknown.map((id) => ({ field: `dispatch.${id}`, reason: 'not_found' })));
    const closed = found.filter(({ release }) => !maySee(actor, release.patient));
    if (closed.length > 0) return refuse('restricted_record', closed.map(({ publicId }) => ({ field: `dispatch.${publicId}`, reason: 'restricted_record' })));
    const problems = await stopped(tx, found, now);
    if (problems.length > 0) return refuse('last_mile', problems);
    const batch = await tx.printBatch.create({ data: { createdById: actor.staffId, createdAt: now } });
    const { count } = await tx.dispatch.updateMany({
      where: { publicId: { in: dispatchIds }, state: 'queued', batchId: null },
      data: { batchId: batch.id, version: { increment: 1 } },
    });
    if (count !== dispatchIds.length) return refuse('conflict');
    record({ event: 'batch.made', details: { number: batch.number, dispatches: found.map(({ code }) => code) } });
    return done({ batchId: batch.publicId, number: batch.number });
  },
});
