/** The portal rehearsed for a case: what this person will type, against the record with the values chosen so far. */
import { chosenChanges, currentName, factsAfter, type FieldChoices } from '@/lib/patients/chosen';
import { shownNames } from '@/lib/patients/rules';
import type { PatientFacts } from '@/lib/patients/matching/types';
import { rehearsePortal, type PortalField, type PortalRehearsal } from '@/lib/patients/portal-diagnosis';
import { staffDate, type CalendarDate } from '@/lib/platform/dates';
import type { CaseField } from './schema';
import { attemptOf, type Submitted } from './submitted';
import type { RehearsalFact } from './types';

/** Nothing is saved: the record is changed in mind only. `others` are all whom the attempt might find. */
export function rehearseChoices(submitted: Submitted, patient: PatientFacts, others: readonly PatientFacts[], choices: FieldChoices, today: CalendarDate): PortalRehearsal {
  const after = factsAfter(patient, submitted, chosenChanges(patient, submitted, choices));
  return rehearsePortal(attemptOf(submitted), after, others, today);
}

/** A hidden name matches and is not shown. */
function nameShown(patient: PatientFacts): string {
  const name = currentName({ names: shownNames(patient) });
  return name === null ? 'somebody without a name on record' : `${name.given} ${name.family}`;
}

/** Who else would be found now, as far as the reader may know of them. */
export function othersWords(shown: readonly PatientFacts[], hidden: number): string {
  const people = shown.map((other) => [nameShown(other), other.birthOn === null ? null : `born ${staffDate(other.birthOn)}`].filter(Boolean).join(' '));
  const all = hidden === 0 ? people : [...people, hidden === 1 ? 'a restricted record' : `${hidden} restricted records`];
  return all.length === 0 ? '' : `It also finds ${all.join(', ')}.`;
}

const FINDS: Readonly<Record<PortalRehearsal['reason'], RehearsalFact['finds']>> = {
  finds_them: 'this_patient',
  finds_nobody: 'nobody',
  finds_somebody_else: 'another_patient',
  finds_several: 'several',
};
const FIELD: Readonly<Record<PortalField, CaseField>> = { given: 'given', family: 'family', birthOn: 'birthOn', sex: 'sex', contact: 'phone' };

export const rehearsalFact = ({ reason, left }: PortalRehearsal): RehearsalFact => ({ finds: FINDS[reason], failing: left.map((field) => FIELD[field]) });
