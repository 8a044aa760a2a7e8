/** Break the glass: a restricted record is opened for an hour, with a reason, by one person; supervisors review each time. */
import type { StaffActor } from '@/lib/access/actor';
import { hiddenFrom } from '@/lib/access/restricted';
import { command } from '@/lib/command';
import { GLASS_MINUTES } from '@/lib/patients/glass';
import type { Tx } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { breakGlassSchema, endGlassSchema, reviewGlassSchema } from '../schema';

/** Restricted records this case leads to: its patient's, or while it has none, those among its candidates. */
async function leadsTo(tx: Tx, actor: StaffActor, found: { id: string; patientId: string | null }): Promise<{ id: string }[]> {
  const near = found.patientId === null ? { candidates: { some: { caseId: found.id } } } : { AND: { id: found.patientId } };
  return tx.patient.findMany({ where: { ...hiddenFrom(actor), ...near }, select: { id: true } });
}

export const breakGlass = command({
  name: 'patient.break_glass',
  surface: 'staff',
  actors: ['staff'],
  input: breakGlassSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  stepUp: true,
  rate: 'break_glass',
  run: async ({ actor, tx, now, record }, { caseId, reason, words }) => {
    // One after the other: pressed twice, it is opened once.
    await tx.$queryRaw`SELECT 1 FROM staff WHERE id = ${actor.staffId}::uuid FOR UPDATE`;
    const found = await tx.case.findUnique({ where: { publicId: caseId }, select: { id: true, patientId: true } });
    if (found === null) return refuse('not_found');
    const open = await tx.glassOpening.findMany({ where: { staffId: actor.staffId, endedAt: null, endsAt: { gt: now } }, select: { patientId: true } });
    const patients = await leadsTo(tx, { ...actor, opened: open.map(({ patientId }) => patientId) }, found);
    if (patients.length === 0) return refuse('nothing_restricted');
    const endsAt = new Date(now.getTime() + GLASS_MINUTES * 60_000);
    for (const { id: patientId } of patients) {
      const { publicId } = await tx.glassOpening.create({ data: { patientId, caseId: found.id, staffId: actor.staffId, reason, words, openedAt: now, endsAt }, select: { publicId: true } });
      record({ event: 'patient.glass_broken', caseId: found.id, patientId, details: { opening: publicId, reason, words, minutes: GLASS_MINUTES } });
    }
    return done({ records: patients.length });
  },
});

/** One's own opening is over before its hour. */
export const endGlass = command({
  name: 'patient.end_glass',
  surface: 'staff',
  actors: ['staff'],
  input: endGlassSchema,
  subject: ({ openingId }) => ({ opening: openingId }),
  run: async ({ actor, tx, now, record }, { openingId }) => {
    const opening = await tx.glassOpening.findFirst({ where: { publicId: openingId, staffId: actor.staffId } });
    if (opening === null) return refuse('not_found');
    const { count } = await tx.glassOpening.updateMany({ where: { id: opening.id, endedAt: null, endsAt: { gt: now } }, data: { endedAt: now } });
    if (count === 0) return refuse('already_ended');
    record({ event: 'patient.glass_ended', caseId: opening.caseId, patientId: opening.patientId, details: { opening: openingId } });
    return done({});
  },
});

/** A supervisor's word on somebody else's opening; said once, and it stays. */
export const reviewGlass = command({
  name: 'patient.review_glass',
  surface: 'staff',
  actors: ['staff'],
  input: reviewGlassSchema,
  subject: ({ openingId }) => ({ opening: openingId }),
  run: async ({ actor, tx, now, record }, { openingId, finding, words }) => {
    const opening = await tx.glassOpening.findUnique({ where: { publicId: openingId }, include: { staff: { select: { name: true } } } });
    if (opening === null) return refuse('not_found');
    // The table's own CHECK says so too.
    if (opening.staffId === actor.staffId) return refuse('own_opening');
    const { count } = await tx.glassOpening.updateMany({ where: { id: opening.id, finding: null }, data: { finding, reviewWords: words, reviewedById: actor.staffId, reviewedAt: now } });
    if (count === 0) return refuse('already_reviewed');
    record({ event: 'patient.glass_reviewed', caseId: opening.caseId, patientId: opening.patientId, details: { opening: openingId, of: opening.staff.name, finding, words } });
    return done({ finding });
  },
});
