import type { UseFormRegisterReturn } from 'react-hook-form';
import { RadioGroup } from '@/components/forms/radio-group';
import type { CandidateView } from '@/lib/cases/queries/match';

/** The answer that nobody on the list is this person. */
export const NOBODY = 'nobody';

function Reasons({ conflicts, agreements, guards }: CandidateView) {
  return (
    <span className="text-dense">
      {conflicts !== '' && <strong className="font-semibold text-overdue">{conflicts} </strong>}
      {agreements}
      {guards.length > 0 && <span className="block text-small text-ink-2">{guards.join(' ')}</span>}
    </span>
  );
}

/** Who it may be, most evidence first; what speaks against each comes before what speaks for it. */
export function CandidateList({ candidates, field, problem }: { candidates: readonly CandidateView[]; field: UseFormRegisterReturn; problem?: string }) {
  const people = candidates.map((candidate) => ({
    value: candidate.patientId,
    words: (
      <span className="break-words">
        <span className="font-semibold">{candidate.name}</span> <span className="text-ink-2">{`${candidate.born}, ${candidate.sex}, ${candidate.town}`}</span>
      </span>
    ),
    hint: <Reasons {...candidate} />,
    aside: candidate.doses === 1 ? '1 dose' : `${candidate.doses} doses`,
  }));
  const nobody = { value: NOBODY, words: <>{people.length === 0 ? 'Create a patient' : 'None of these: create a patient'} <span className="text-ink-2">(asks for a reason)</span></> };
  return <RadioGroup label="Which patient is this?" labelHidden framed choices={[...people, nobody]} problem={problem} {...field} />;
}
