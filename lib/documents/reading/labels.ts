/** The questions whose answers a reviewer reads from a paper, in words. */
import { RELATION_WORDS } from '@/lib/policies/labels';
import type { ReadField } from './rules';

export type ReadChoice = { readonly value: string; readonly words: string; readonly hint?: string };
type Question = { readonly label: string; readonly hint?: string };

export const READ_WORDS: Readonly<Record<ReadField, Question>> = {
  showsBirthDate: { label: 'It shows no date of birth', hint: 'A second document is then asked for.' },
  address: { label: 'Address on it', hint: 'A copy may go there without a second person. Leave empty if it shows none.' },
  basis: { label: 'What the guardianship rests on' },
  effect: { label: 'What the order does to the right of whoever asks' },
  over: { label: 'Over what' },
  springing: { label: 'Whether it waits for an event' },
  revokedOn: { label: 'Revoked on', hint: 'Leave empty if nothing says so.' },
  records: { label: 'Which records it names' },
  signedOn: { label: 'Signed on' },
  signedBy: { label: 'Who signed' },
  signerRelation: { label: 'By what right they signed' },
  signerNamedOnRecord: { label: 'The child’s own record names the signer as parent' },
  receiverName: { label: 'Who receives the copy', hint: 'As the release names them: the envelope must say the same.' },
  receiverAddress: { label: 'At which address', hint: 'On one line. Leave empty if the release names none.' },
};

export const READ_CHOICES: Readonly<Partial<Record<ReadField, readonly ReadChoice[]>>> = {
  basis: [
    { value: 'decree', words: 'A decree' },
    { value: 'temporary_custody', words: 'Temporary custody', hint: 'A court has yet to settle it: a supervisor decides.' },
  ],
  effect: [
    { value: 'ends_right', words: 'Ends it' },
    { value: 'limits_right', words: 'Limits it' },
    { value: 'terminates_parental_rights', words: 'Terminates the parental rights' },
    { value: 'protects', words: 'Protects somebody from them' },
    { value: 'none', words: 'Changes nothing', hint: 'A supervisor reads it all the same.' },
  ],
  over: [
    { value: 'person', words: 'The person' },
    { value: 'estate', words: 'The estate alone', hint: 'Gives no right to the record.' },
    { value: 'both', words: 'Person and estate' },
  ],
  springing: [
    { value: 'no', words: 'It holds at once' },
    { value: 'event_shown', words: 'It waits for an event, and the event is shown' },
    { value: 'event_not_shown', words: 'It waits for an event that nothing shows' },
  ],
  records: [
    { value: 'full_record', words: 'Full immunization record' },
    { value: 'covid_record', words: 'COVID-19 record' },
  ],
  signedBy: [
    { value: 'subject', words: 'The person' },
    { value: 'representative', words: 'Somebody for them' },
  ],
  signerRelation: (['parent', 'guardian', 'child_protection', 'power_of_attorney', 'health_care_representative', 'conservator'] as const).map((value) => ({ value, words: RELATION_WORDS[value] })),
};
