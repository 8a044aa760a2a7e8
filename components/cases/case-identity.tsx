import { DeadlineEditor } from '@/components/deadline/deadline-editor';
import { Presence } from '@/components/presence/presence';
import { Due } from '@/components/queue/due';
import { IdentityBar, type IdentityFact } from '@/components/shell/identity-bar';
import { Status } from '@/components/ui/status';
import { OUTCOME_SHORT_WORDS } from '@/lib/cases/labels';
import type { CaseView } from '@/lib/cases/queries/case';
import { caseKindWords, caseStateWords, relationWords } from '@/lib/cases/words';
import { ageWords, asCalendarDate, officeDate, staffDate, type CalendarDate, type PartialDate } from '@/lib/platform/dates';
import { shortDay } from '@/lib/policies/labels';
import type { Promised } from '@/lib/policies/promise';

const languages: Record<string, string> = { en: 'English', es: 'Spanish' };

function born(birthOn: string | null, today: CalendarDate): string {
  if (birthOn === null) return 'None given';
  const full = asCalendarDate(birthOn);
  return full === null ? staffDate(birthOn as PartialDate) : `${staffDate(full)}, ${ageWords(full, today)}`;
}

/** What became of the promise: when it falls due, or how and when the case ended. */
function promiseFact({ state, closures: [closure] }: CaseView, promised: Promised): IdentityFact {
  if (state !== 'closed' || closure === undefined) return { term: 'Due', value: <Due promised={promised} /> };
  return { term: 'Closed', value: <Status kind={closure.outcome === 'refused' ? 'refused' : 'done'}>{`${shortDay(officeDate(closure.at))}, ${OUTCOME_SHORT_WORDS[closure.outcome]}`}</Status> };
}

/** Who and what the case is about, always in sight. */
export function CaseIdentity({ found, promised, me }: { found: CaseView; promised: Promised & { today: CalendarDate }; me: string }) {
  const { subject, submission } = found;
  const holder = found.claims[0]?.staff;
  return (
    <IdentityBar
      label="This case"
      heading={`${subject.given} ${subject.family}`}
      facts={[
        { term: 'Born', value: born(subject.birthOn, promised.today) },
        { term: 'Case', value: `C-${found.number}` },
        { term: 'Kind', value: caseKindWords(found.kind), optional: true },
        { term: 'Status', value: caseStateWords(found.state) },
        promiseFact(found, promised),
        { term: 'Their deadline', value: <DeadlineEditor found={found} today={promised.today} mine={holder?.id === me} /> },
        { term: 'Asked by', value: `${relationWords(submission.relation)}, in ${languages[submission.language] ?? submission.language}`, optional: true },
      ]}
      end={[{ term: 'Who has it', value: holder === undefined ? 'Nobody' : holder.id === me ? 'You' : holder.name }]}
    >
      <Presence caseId={found.publicId} />
    </IdentityBar>
  );
}
