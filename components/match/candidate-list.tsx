import type { UseFormRegisterReturn } from 'react-hook-form';
import { RadioGroup } from '@/components/forms/radio-group';
import type { CandidateView } from '@/lib/cases/queries/match';
import { BAND_LABELS } from '@/lib/patients/labels';

/** The answer that nobody on the list is this person. */
export const NOBODY = 'nobody';

/** The band in a word, and of a likely one what carries it. */
function Reasons({ band, combination, conflicts, agreements, guards }: CandidateView) {
  return (
    <span className="text-dense">
      <strong className="font-semibold text-ink">{BAND_LABELS[band]}.</strong> {band === 'likely' && combination !== null && <span>{combination} </span>}
      {conflicts !== '' && <strong className="font-semibold text-overdue">{conflicts} </strong>}
      {band === 'likely' ? null : agreements}
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
