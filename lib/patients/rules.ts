/** Rules about a person's names and contacts. */
import { lifeStage } from '@/lib/policies/age';
import type { Policies } from '@/lib/policies/defaults';
import type { CalendarDate } from '@/lib/platform/dates';
import { isPlaceholderContact } from './matching/placeholders';
import type { PatientFacts, RecordedContact, RecordedName } from './matching/types';

export type ContactStanding = 'usable' | 'clinic' | 'placeholder' | 'ended' | 'bad' | 'not_for_portal' | 'came_of_age' | 'age_unknown' | 'landline';

type LeapRule = Policies['leapDayBirthday'];

/** A parent's or guardian's contact serves while the person is surely a minor; it stops on the 18th birthday itself. */
function familyStanding(patient: Pick<PatientFacts, 'birthOn'>, today: CalendarDate, leap: LeapRule): ContactStanding {
  const stage = lifeStage({ birthOn: patient.birthOn }, today, leap);
  return stage === 'minor' ? 'usable' : stage === 'adult' ? 'came_of_age' : 'age_unknown';
}

/** Whether the portal may send a code to this contact today, and if not, why: the first reason that holds. */
export function contactStanding(
  contact: RecordedContact,
  patient: Pick<PatientFacts, 'birthOn'>,
  today: CalendarDate,
  leap: LeapRule = 'march_1',
): ContactStanding {
  if (contact.owner === 'clinic') return 'clinic';
  if (isPlaceholderContact(contact.kind, contact.value)) return 'placeholder';
  if (contact.endedAt) return 'ended';
  if (contact.badAt) return 'bad';
  if (!contact.portalUse) return 'not_for_portal';
  if (contact.kind === 'phone' && contact.mobile === false) return 'landline';
  const ofFamily = contact.owner === 'parent' || contact.owner === 'guardian';
  return ofFamily ? familyStanding(patient, today, leap) : 'usable';
}

/** Names that may be shown; a hidden one still matches. */
export const shownNames = (patient: Pick<PatientFacts, 'names'>): RecordedName[] => patient.names.filter((name) => !name.hidden);
