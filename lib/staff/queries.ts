import type { StaffActor } from '@/lib/access/actor';
import { db } from '@/lib/platform/db';
import { TOURS, type Tour } from './schema';

/** The first-day tours this person has not seen or put away yet. */
export async function listNewTours(actor: StaffActor): Promise<readonly Tour[]> {
  const seen = await db().staffTour.findMany({ where: { staffId: actor.staffId }, select: { tour: true } });
  return TOURS.filter((tour) => !seen.some((row) => row.tour === tour));
}
