import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { noteSchema } from '../schema';
import { findCase } from '../scope';

/** A word among colleagues; anybody who works here may leave one, whoever has the case. */
export const addNote = command({
  name: 'case.note',
  surface: 'staff',
  actors: ['staff'],
  input: noteSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, text }) => {
    const found = await findCase(tx, caseId);
    if (found === null) return refuse('not_found');
    const note = await tx.caseNote.create({ data: { caseId: found.id, text, byId: actor.staffId, at: now } });
    record({ event: 'case.noted', caseId: found.id, details: { note: note.publicId } });
    return done({ noteId: note.publicId });
  },
});
