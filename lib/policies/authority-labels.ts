/** Words for what the authority engine proposes. */
import type { AuthorityReason, AuthorityVerdict } from './authority';
import type { ConditionCode } from './authority-checks';

export const VERDICT_WORDS: Readonly<Record<AuthorityVerdict, string>> = {
  may_have: 'May have the record',
  needs: 'Something is missing',
  may_not: 'May not have the record',
  supervisor_decides: 'A supervisor decides',
};

export const REASON_WORDS: Readonly<Record<AuthorityReason, string>> = {
  rule: 'By the rule for this requester',
  age_unknown: 'The date of birth does not say whether the person is 18',
  opted_out: 'The person opted out; the record leaves only after they opt in again',
  order_ends_right: 'A court order ends or limits this requester’s right',
  parental_rights_terminated: 'A court ended the parental rights',
  subject_emancipated: 'The minor is emancipated and asks for themselves',
  estate_only: 'The decree is over the estate, not the person',
  power_revoked: 'The power of attorney was revoked',
  power_without_records: 'The power of attorney does not cover health records',
  representative_revoked: 'The appointment of the representative was revoked',
  temporary_custody: 'Custody is temporary: a court has yet to settle it',
  restricted_record: 'The record is restricted',
  order_in_file: 'There is a court or protective order to read',
};

export const CONDITION_WORDS: Readonly<Record<ConditionCode, string>> = {
  leave_off_confidential_doses: 'Confidential doses are left off, without a trace on the copy',
  hide_other_household: 'The other household’s address and contacts are not shown',
  add_contacts_only: 'Contacts are added, none is replaced',
  receiver_named_on_release: 'It goes to the receiver, address or fax number that the release names',
  only_records_on_release: 'Only what the release names',
  mail_to_program_address_only: 'Mail goes to the address confidentiality program only',
};

/** Each need as the reviewer reads it: what is missing, in one line. */
export const NEED_WORDS: Readonly<Record<string, string>> = {
  birth_date_unknown: 'A full date of birth: whether the person is 18 decides who may ask',
  death_not_recorded: 'The death on record first: the person is recorded as living',
  photo_id_missing: 'The requester’s own photo ID',
  photo_id_not_own: 'The requester’s own photo ID: the accepted one is the other person’s',
  photo_id_expired: 'A photo ID in force: this one ended too long ago',
  id_without_birth_date: 'A second document with the date of birth: this ID does not show one',
  birth_certificate_missing: 'The child’s birth certificate: the requester is not named on the record',
  birth_certificate_not_in_force: 'A valid birth certificate',
  guardianship_missing: 'Proof of guardianship',
  guardianship_not_in_force: 'A guardianship in force: this one has ended',
  guardianship_basis_not_read: 'Whether the guardianship is a decree or temporary custody',
  agency_id_missing: 'The worker’s agency ID',
  agency_id_not_in_force: 'An agency ID in force',
  commitment_order_missing: 'The order of commitment',
  commitment_order_not_in_force: 'An order of commitment in force',
  conservatorship_missing: 'The conservator’s decree',
  conservatorship_not_in_force: 'A decree in force: this one has ended',
  conservatorship_scope_not_read: 'Whether the decree is over the person or the estate',
  power_of_attorney_missing: 'The power of attorney',
  power_of_attorney_not_in_force: 'A power of attorney in force: this one has ended',
  powers_not_read: 'Whether the powers cover health records',
  springing_not_read: 'Whether the power of attorney waits for an event',
  springing_event_not_shown: 'Proof of the event on which the power of attorney takes effect',
  health_care_representative_missing: 'The appointment of the health care representative',
  health_care_representative_not_in_force: 'An appointment in force: this one has ended',
  two_witnesses_missing: 'An appointment with two witnesses',
  incapacity_certificate_missing: 'The certificate of incapacity',
  incapacity_certificate_not_in_force: 'A certificate of incapacity in force',
  fiduciary_certificate_missing: 'The court’s fiduciary certificate',
  fiduciary_certificate_not_in_force: 'A fiduciary certificate in force',
  release_missing: 'A signed release',
  release_not_in_force: 'A release in force: this one has expired or was revoked',
  release_without_expiry: 'When the release ends',
  release_without_signing_date: 'When the release was signed',
  release_does_not_cover_record: 'A release that names the record asked for',
  release_signer_not_read: 'Who signed the release: the person or somebody for them',
  release_signed_by_minor: 'A release signed by a parent or guardian: the person is under 18',
  release_signer_relation_unknown: 'By what right the signer of the release signs',
};
