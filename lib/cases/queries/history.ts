/** What happened to a case: the audit's own sentences, with the notes in their full words. */
import { can, type StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import type { AuditLine } from '@/lib/audit/lines';
import { listHappenings } from '@/lib/audit/queries';
import type { CaseView } from './case';

/**
 * Newest first; with the looks for whoever may see the audit. The look at the case, logged before, says "history".
 * Null where the record is restricted: values before and after are the record's own.
 */
export async function findHistory(actor: StaffActor, found: CaseView): Promise<readonly AuditLine[] | null> {
  if (found.patient !== null && !maySee(actor, found.patient)) return null;
  const about = { caseId: found.id, submissionId: found.submissionId, documentIds: found.submission.documents.map(({ id }) => id) };
  const lines = await listHappenings(actor, about, can(actor, 'audit.view'));
  return [...lines, ...saidOf(found)].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Notes and moved promises have words of their own, which the audit does not repeat. */
function saidOf({ notes }: CaseView): AuditLine[] {
  return notes.map((note) => ({ id: `note-${note.publicId}`, at: note.at, who: note.by.name, class: 'change' as const, words: `wrote: “${note.text}”`, changes: [], caseNumber: null, registryNumber: null }));
}
