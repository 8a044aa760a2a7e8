/** Views under a name, colleagues who can have a case, and the next day the office is closed: what stands around the queue. */
import type { StaffActor } from '@/lib/access/actor';
import { nextBusinessDay } from '@/lib/policies/business-time';
import { listClosures } from '@/lib/policies/queries';
import { now } from '@/lib/platform/clock';
import { addDays, officeDate, weekday, type CalendarDate } from '@/lib/platform/dates';
import { db, dbDate } from '@/lib/platform/db';
import { TAKES_CASES } from '../bulk';

export type SavedView = { readonly id: string; readonly name: string; readonly query: string; readonly own: boolean; readonly shared: boolean; readonly owner: string };

/** One's own views and those that colleagues share, by name. */
export async function listSavedViews(actor: StaffActor): Promise<readonly SavedView[]> {
  const rows = await db().savedView.findMany({
    where: { removedAt: null, OR: [{ ownerId: actor.staffId }, { sharedAt: { not: null } }] },
    include: { owner: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { createdAt: 'asc' }],
  });
  return rows.map((row) => ({ id: row.publicId, name: row.name, query: row.query, own: row.ownerId === actor.staffId, shared: row.sharedAt !== null, owner: row.owner.name }));
}

export type Colleague = { readonly id: string; readonly name: string };

/** Everybody who can have a case, the asker left out. */
export async function listColleagues(actor: StaffActor): Promise<readonly Colleague[]> {
  const rows = await db().staff.findMany({ where: { disabledAt: null, roles: { hasSome: [...TAKES_CASES] }, id: { not: actor.staffId } }, select: { publicId: true, name: true }, orderBy: { name: 'asc' } });
  return rows.map(({ publicId, name }) => ({ id: publicId, name }));
}

const SOON_DAYS = 7;
export type ClosureNote = { readonly on: CalendarDate; readonly name: string; /** The office day before, whose evening counts from `next`. */ readonly eve: CalendarDate; readonly next: CalendarDate };

/** The closure within the week that makes clocks skip a day, if there is one. */
export async function findClosureSoon(): Promise<ClosureNote | null> {
  const today = officeDate(now());
  const found = await db().officeClosure.findFirst({ where: { removedAt: null, onDate: { gte: dbDate(today), lte: dbDate(addDays(today, SOON_DAYS)) } }, orderBy: { onDate: 'asc' } });
  if (found === null) return null;
  const closures = await listClosures(db());
  let eve = addDays(found.onDate, -1);
  while (weekday(eve) > 5 || closures.includes(eve)) eve = addDays(eve, -1);
  return { on: found.onDate, name: found.name, eve, next: nextBusinessDay(found.onDate, closures) };
}
