/** A submission's person as matching, the portal and corrections read them: pure, from the rows as stored. */
import type { Subject, RecordedContact, Sex } from '@/lib/patients/matching/types';
import type { PortalAttempt } from '@/lib/patients/portal';
import { asPartialDate } from '@/lib/platform/dates';

type PersonRow = {
  readonly given: string;
  readonly middle: string | null;
  readonly family: string;
  readonly suffix: string | null;
  readonly birthOn: string | null;
  readonly sex: Sex | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
};
type SenderRow = {
  readonly relation: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly mailLine1: string | null;
  readonly mailLine2: string | null;
  readonly mailCity: string | null;
  readonly mailState: string | null;
  readonly mailZip: string | null;
};

export type Submitted = Subject & {
  /** As whom the sender stands to the person; null when their contact is nobody's in the family (an employer). */
  readonly requesterIs: RecordedContact['owner'] | null;
};

const STANDING: Readonly<Record<string, RecordedContact['owner']>> = {
  self: 'self',
  parent: 'parent',
  guardian: 'guardian',
  conservator: 'guardian',
  power_of_attorney: 'guardian',
  health_care_representative: 'guardian',
};

const filled = (...texts: (string | null)[]): string[] => [...new Set(texts.filter((text): text is string => text !== null && text.trim() !== ''))];

function addressOf(line1: string | null, line2: string | null, city: string | null, state: string | null, zip: string | null): Subject['address'] {
  return line1 === null || city === null || state === null || zip === null ? null : { line1, line2, city, state, zip };
}

/** What was sent about the person. Somebody who writes for themself also says with the letter where they live and can be reached. */
export function submittedOf(person: PersonRow, sender: SenderRow): Submitted {
  const self = sender.relation === 'self';
  const own = addressOf(person.line1, person.line2, person.city, person.state, person.zip);
  const mail = addressOf(sender.mailLine1, sender.mailLine2, sender.mailCity, sender.mailState, sender.mailZip);
  return {
    given: person.given,
    middle: person.middle,
    family: person.family,
    suffix: person.suffix,
    birthOn: person.birthOn === null ? null : asPartialDate(person.birthOn),
    sex: person.sex,
    phones: filled(person.phone, self ? sender.phone : null),
    emails: filled(person.email, self ? sender.email : null),
    address: own ?? (self ? mail : null),
    requesterIs: STANDING[sender.relation] ?? null,
  };
}

/** What this person will type into the portal. */
export const attemptOf = (submitted: Submitted): PortalAttempt => ({
  given: submitted.given,
  family: submitted.family,
  birthOn: submitted.birthOn,
  sex: submitted.sex ?? null,
  phone: submitted.phones[0] ?? null,
  email: submitted.emails[0] ?? null,
});
