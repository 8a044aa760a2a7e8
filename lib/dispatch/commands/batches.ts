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

/** How many of them were still free to go into it. */
async function putInto(tx: Tx, batchId: string, publicIds: readonly string[]): Promise<number> {
  const free = { where: { publicId: { in: [...publicIds] }, state: 'queued' as const, batchId: null }, data: { batchId, version: { increment: 1 } } };
  const [envelopes, letters] = [await tx.dispatch.updateMany(free), await tx.outcomeLetter.updateMany(free)];
  return envelopes.count + letters.count;
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
    const letters = await tx.outcomeLetter.findMany({ where: { publicId: { in: dispatchIds } }, select: { publicId: true, code: true, case: { select: { patient: { select: { id: true, restriction: true } } } } } });
    const unknown = dispatchIds.filter((id) => ![...found, ...letters].some(({ publicId }) => publicId === id));
    if (unknown.length > 0) return refuse('not_found', unknown.map((id) => ({ field: `dispatch.${id}`, reason: 'not_found' })));
    const about = [...found.map(({ publicId, release }) => ({ publicId, patient: release.patient })), ...letters.map(({ publicId, case: { patient } }) => ({ publicId, patient }))];
    const closed = about.filter(({ patient }) => patient !== null && !maySee(actor, patient));
    if (closed.length > 0) return refuse('restricted_record', closed.map(({ publicId }) => ({ field: `dispatch.${publicId}`, reason: 'restricted_record' })));
    const problems = await stopped(tx, found, now);
    if (problems.length > 0) return refuse('last_mile', problems);
    const batch = await tx.printBatch.create({ data: { createdById: actor.staffId, createdAt: now } });
    if ((await putInto(tx, batch.id, dispatchIds)) !== dispatchIds.length) return refuse('conflict');
    record({ event: 'batch.made', details: { number: batch.number, dispatches: [...found, ...letters].map(({ code }) => code) } });
    return done({ batchId: batch.publicId, number: batch.number });
  },
});
