/** Notes that name a person, and whom a note can name. */
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { holds } from '@/lib/access/permissions';
import { recordLook } from '@/lib/audit/record';
import { db } from '@/lib/platform/db';
import { officeTime } from '@/lib/platform/dates';

export type Colleague = { readonly id: string; readonly name: string };

/** Everybody who may open a case, by name: whom a note can call. */
export async function listColleagues(actor: StaffActor): Promise<readonly Colleague[]> {
  const rows = await db().staff.findMany({ where: { disabledAt: null, id: { not: actor.staffId } }, orderBy: { name: 'asc' }, select: { publicId: true, name: true, roles: true } });
  return rows.filter(({ roles }) => holds(roles, 'case.view')).map(({ publicId, name }) => ({ id: publicId, name }));
}

/** How many notes wait to be read by this person; shows nothing of them. */
export const countMentions = (actor: StaffActor): Promise<number> => db().noteMention.count({ where: { staffId: actor.staffId, seenAt: null } });

const MOST = 50;
const WITHHELD = 'A note on a restricted record: open the record on its case to read it.';

/** Notes that name this person, unread first, then the latest. The look is logged with the cases it showed. */
export async function listMentions(actor: StaffActor) {
  const rows = await db().noteMention.findMany({
    where: { staffId: actor.staffId },
    orderBy: [{ seenAt: { sort: 'desc', nulls: 'first' } }, { note: { at: 'desc' } }],
    take: MOST,
    include: { note: { include: { by: { select: { name: true } }, case: { select: { number: true, patient: { select: { id: true, restriction: true } } } } } } },
  });
  if (rows.length > 0) await recordLook(actor, { event: 'queue.viewed', details: { view: 'mentions', shown: [...new Set(rows.map(({ note }) => `C-${note.case.number}`))] } });
  const textOf = ({ note: { text, case: { patient } } }: (typeof rows)[number]): string => (patient === null || maySee(actor, patient) ? text : WITHHELD);
  return rows.map((row) => ({ id: row.note.publicId, number: row.note.case.number, text: textOf(row), by: row.note.by.name, at: officeTime(row.note.at), unread: row.seenAt === null }));
}
export type MentionView = Awaited<ReturnType<typeof listMentions>>[number];
