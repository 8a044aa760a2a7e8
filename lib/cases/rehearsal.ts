/** The portal rehearsed for a case: what this person will type, against the record with the values chosen so far. */
import { chosenChanges, factsAfter, type FieldChoices } from '@/lib/patients/chosen';
import type { PatientFacts } from '@/lib/patients/matching/types';
import { rehearsePortal, type PortalField, type PortalRehearsal } from '@/lib/patients/portal-diagnosis';
import type { CalendarDate } from '@/lib/platform/dates';
import type { CaseField } from './schema';
import { attemptOf, type Submitted } from './submitted';
import type { RehearsalFact } from './types';

/** Nothing is saved: the record is changed in mind only. `others` are all whom the attempt might find. */
export function rehearseChoices(submitted: Submitted, patient: PatientFacts, others: readonly PatientFacts[], choices: FieldChoices, today: CalendarDate): PortalRehearsal {
  const after = factsAfter(patient, submitted, chosenChanges(patient, submitted, choices));
  return rehearsePortal(attemptOf(submitted), after, others, today);
}

const FINDS: Readonly<Record<PortalRehearsal['reason'], RehearsalFact['finds']>> = {
  finds_them: 'this_patient',
  finds_nobody: 'nobody',
  finds_somebody_else: 'another_patient',
  finds_several: 'several',
};
const FIELD: Readonly<Record<PortalField, CaseField>> = { given: 'given', family: 'family', birthOn: 'birthOn', sex: 'sex', contact: 'phone' };

export const rehearsalFact = ({ reason, left }: PortalRehearsal): RehearsalFact => ({ finds: FINDS[reason], failing: left.map((field) => FIELD[field]) });
