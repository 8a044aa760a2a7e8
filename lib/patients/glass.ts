/** Break the glass: why a restricted record may be opened, for how long, and what a supervisor can find of it. Pure. */
export const GLASS_MINUTES = 60;

export const RESTRICTIONS = ['staff_family', 'sealed_adoption', 'protected_address', 'vip'] as const;
export type Restriction = (typeof RESTRICTIONS)[number];

/** Why a record is restricted, as it is said once it is open. */
export const RESTRICTION_WORDS: Readonly<Record<Restriction, string>> = {
  staff_family: 'family of somebody who works here',
  sealed_adoption: 'a sealed adoption',
  protected_address: 'a protected address',
  vip: 'a person of public interest',
};

export const GLASS_REASONS = ['works_the_case', 'person_is_waiting', 'medical_urgency', 'court_or_law', 'second_person', 'correction_of_error'] as const;
export type GlassReason = (typeof GLASS_REASONS)[number];

export const GLASS_REASON_WORDS: Readonly<Record<GlassReason, string>> = {
  works_the_case: 'The case cannot be worked without it',
  person_is_waiting: 'The person is on the phone or at the counter',
  medical_urgency: 'A clinic needs it for treatment now',
  court_or_law: 'A court or the law asks for it',
  second_person: 'I am the second person on it',
  correction_of_error: 'A mistake on the record must be put right',
};

export const GLASS_FINDINGS = ['justified', 'not_justified'] as const;
export type GlassFinding = (typeof GLASS_FINDINGS)[number];
export const GLASS_FINDING_WORDS: Readonly<Record<GlassFinding, string>> = { justified: 'Justified', not_justified: 'Not justified' };

export const GLASS_REFUSAL_WORDS: Readonly<Record<string, string>> = {
  nothing_restricted: 'There is nothing restricted to open here. Load the page anew.',
  already_open: 'You have it open already. Load the page anew.',
  too_many_tries: 'You have opened many restricted records in a short time. Ask a supervisor.',
  own_opening: 'This one is your own: another supervisor reviews it.',
  already_reviewed: 'A colleague reviewed this one already. Load the page anew.',
  already_ended: 'It has ended already.',
};
