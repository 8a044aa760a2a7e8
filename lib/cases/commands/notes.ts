import { command } from '@/lib/command';
import { forgetSaved } from '@/lib/drafts/commands';
import { caseDraft } from '@/lib/drafts/schema';
import { done, refuse } from '@/lib/platform/outcome';
import type { Tx } from '@/lib/platform/db';
import { isDraftOf } from '../drafts';
import { caseOnlySchema, noteSchema } from '../schema';
import { findCase } from '../scope';

/** Colleagues who work here now; a name that left the office is no reader. Null when one of them is nobody. */
async function readersOf(tx: Tx, publicIds: readonly string[]): Promise<readonly string[] | null> {
  const unique = [...new Set(publicIds)];
  const rows = await tx.staff.findMany({ where: { publicId: { in: unique }, disabledAt: null }, select: { id: true } });
  return rows.length === unique.length ? rows.map(({ id }) => id) : null;
}

/** A word among colleagues; anybody who works here may leave one, whoever has the case. Whom it names is told. */
export const addNote = command({
  name: 'case.note',
  surface: 'staff',
  actors: ['staff'],
  input: noteSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, text, mentions }) => {
    const found = await findCase(tx, caseId);
    if (found === null) return refuse('not_found');
    const readers = await readersOf(tx, mentions);
    if (readers === null) return refuse('invalid', [{ field: 'mentions', reason: 'nobody' }]);
    const note = await tx.caseNote.create({ data: { caseId: found.id, text, byId: actor.staffId, at: now } });
    await tx.noteMention.createMany({ data: readers.map((staffId) => ({ noteId: note.id, staffId })) });
    await forgetSaved(tx, actor, caseDraft(caseId, 'note'), isDraftOf(text));
    record({ event: 'case.noted', caseId: found.id, details: { note: note.publicId } });
    return done({ noteId: note.publicId });
  },
});

/** The notes of this case that name me are read. Unaudited: opening the case is in the audit already. */
export const seeMentions = command({
  name: 'case.see_mentions',
  surface: 'staff',
  actors: ['staff'],
  input: caseOnlySchema,
  subject: ({ caseId }) => ({ case: caseId }),
  unaudited: true,
  run: async ({ actor, tx, now }, { caseId }) => {
    const { count } = await tx.noteMention.updateMany({ where: { staffId: actor.staffId, seenAt: null, note: { case: { publicId: caseId } } }, data: { seenAt: now } });
    return done({ seen: count });
  },
});
