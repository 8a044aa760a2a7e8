import { deadlineWords } from '@/lib/cases/deadline';
import type { CaseView } from '@/lib/cases/queries/case';
import { deadlineOf, documentWords } from '@/lib/cases/words';
import type { CalendarDate } from '@/lib/platform/dates';
import { DeadlineDialog } from './deadline-dialog';

/** Their deadline with what proves it, and the way to change both for whoever has the case. */
export function DeadlineEditor({ found, today, mine }: { found: CaseView; today: CalendarDate; mine: boolean }) {
  const { documents } = found.submission;
  const deadline = deadlineOf(found, documents);
  const choices = documents.filter(({ state }) => state === 'ready').map(({ publicId, kind }) => ({ value: publicId, words: documentWords(kind) }));
  return (
    <span className="inline-flex items-baseline gap-1.5 [&>button]:-my-1">
      <span>{deadlineWords(deadline)}</span>
      {mine && found.state !== 'closed' && <DeadlineDialog about={{ caseId: found.publicId, version: found.version }} number={found.number} deadline={deadline} documents={choices} today={today} />}
    </span>
  );
}
