/** Restricted records that are open, and those that were and wait for a supervisor's word. */
import { can, type StaffActor } from '@/lib/access/actor';
import { recordLook } from '@/lib/audit/record';
import { GLASS_FINDING_WORDS, GLASS_REASONS, GLASS_REASON_WORDS, RESTRICTION_WORDS } from '@/lib/patients/glass';
import { now } from '@/lib/platform/clock';
import { officeTime } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';

export type OpenGlass = { readonly openingId: string; readonly number: number; readonly why: string; /** Milliseconds of the hour that are left. */ readonly msLeft: number };

/** What this person has open now, for the banner over every page of theirs; nothing of the person leaves. */
export async function listOpenGlass(actor: StaffActor): Promise<readonly OpenGlass[]> {
  if (actor.opened.length === 0) return [];
  const at = now();
  const rows = await db().glassOpening.findMany({
    where: { staffId: actor.staffId, endedAt: null, endsAt: { gt: at } },
    orderBy: { endsAt: 'asc' },
    include: { case: { select: { number: true } }, patient: { select: { restriction: true } } },
  });
  return rows.map(({ publicId, case: { number }, patient: { restriction }, endsAt }) => ({
    openingId: publicId,
    number,
    why: restriction === null ? 'no longer restricted' : RESTRICTION_WORDS[restriction],
    msLeft: endsAt.getTime() - at.getTime(),
  }));
}

/** How many openings of others wait for this supervisor; nobody reviews their own. */
export const countToReview = (actor: StaffActor): Promise<number> =>
  can(actor, 'patient.review_glass') ? db().glassOpening.count({ where: { finding: null, staffId: { not: actor.staffId } } }) : Promise.resolve(0);

const MOST = 200;

/** All that are not reviewed, the oldest first, then the latest that are. The look is logged with the cases it names. */
export async function listOpenings(actor: StaffActor) {
  const include = { case: { select: { number: true } }, patient: { select: { restriction: true } }, staff: { select: { name: true } }, reviewedBy: { select: { name: true } } } as const;
  const toReview = await db().glassOpening.findMany({ where: { finding: null }, orderBy: { openedAt: 'asc' }, take: MOST, include });
  const reviewed = await db().glassOpening.findMany({ where: { finding: { not: null } }, orderBy: { reviewedAt: 'desc' }, take: MOST / 4, include });
  const at = now();
  await recordLook(actor, { event: 'glass.viewed', details: { shown: [...toReview, ...reviewed].map((row) => `C-${row.case.number}`) } });
  const view = (row: (typeof toReview)[number]) => ({
    openingId: row.publicId,
    number: row.case.number,
    by: row.staff.name,
    own: row.staffId === actor.staffId,
    what: row.patient.restriction === null ? 'no longer restricted' : RESTRICTION_WORDS[row.patient.restriction],
    reason: GLASS_REASON_WORDS[GLASS_REASONS.find((reason) => reason === row.reason) ?? 'works_the_case'],
    words: row.words,
    openedAt: officeTime(row.openedAt),
    stands: row.endedAt !== null ? `ended ${officeTime(row.endedAt)}` : row.endsAt > at ? `open until ${officeTime(row.endsAt)}` : `ran out ${officeTime(row.endsAt)}`,
    review: row.finding === null ? null : { finding: row.finding, says: GLASS_FINDING_WORDS[row.finding], words: row.reviewWords ?? '', by: row.reviewedBy?.name ?? 'a supervisor', at: officeTime(row.reviewedAt ?? at) },
  });
  return { toReview: toReview.map(view), reviewed: reviewed.map(view) };
}
export type OpeningView = Awaited<ReturnType<typeof listOpenings>>['toReview'][number];
