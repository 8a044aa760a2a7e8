/** Who may have which record: every row of the table, on November 24, 2026. */
import { calendarDateOf } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import { authority } from '@/lib/policies/authority';
import type { AuthorityInput } from '@/lib/policies/authority-checks';
import { CONDITION_WORDS, NEED_WORDS, REASON_WORDS } from '@/lib/policies/authority-labels';
import { AUTHORITY_RULES, AUTHORITY_VERSION } from '@/lib/policies/authority-rules';
import type { Evidence, EvidenceFacts, EvidenceKind, Relation } from '@/lib/policies/evidence';
import { RELATIONS, asRelation } from '@/lib/policies/evidence';

const today = calendarDateOf('2026-11-24');
const on = (text: string): CalendarDate => calendarDateOf(text);
const birth = { minor: '2015-03-05' as PartialDate, adult: '1994-03-05' as PartialDate };
const doc = (kind: EvidenceKind, facts: EvidenceFacts = {}): Evidence => ({ kind, facts });

const id = doc('photo_id', { expiresOn: on('2029-03-05') });
const decree = doc('guardianship', { basis: 'decree' });
const conservator = doc('conservatorship', { over: 'person' });
const power = doc('power_of_attorney', { coversRecords: true, springing: 'no' });
const representative = doc('health_care_representative', { witnesses: 2 });
const certified = doc('incapacity_certificate');
const release = (facts: EvidenceFacts = {}): Evidence =>
  doc('release', { expiresOn: on('2027-01-31'), signedOn: on('2026-11-01'), records: ['full_record'], signedBy: 'subject', ...facts });

const ask = (relation: Relation, age: 'minor' | 'adult', documents: readonly Evidence[], more: Partial<AuthorityInput> = {}) =>
  authority({ relation, subject: { birthOn: birth[age] }, requesterNamedOnRecord: false, documents, wanted: ['full_record'], today, ...more });
const dead = (relation: Relation, documents: readonly Evidence[]) =>
  ask(relation, 'adult', documents, { subject: { birthOn: birth.adult, deceasedOn: on('2026-10-01') } });
const flagged = (flags: NonNullable<AuthorityInput['subject']['flags']>) => ({ subject: { birthOn: birth.adult, flags } });
const needs = (...reasons: string[]) => ({ verdict: 'needs', needs: reasons.map((reason) => expect.objectContaining({ reason })) });
const mayHave = { verdict: 'may_have', because: 'rule', needs: [] };

type Rows = readonly (readonly [string, ReturnType<typeof authority>, object])[];
const named = { requesterNamedOnRecord: true };

describe('the person themself', () => {
  const rows: Rows = [
    ['18 or over with a photo ID has the own record', ask('self', 'adult', [id]), { ...mayHave, cited: { rule: 'self_adult' } }],
    ['without an ID is asked for one', ask('self', 'adult', []), needs('photo_id_missing')],
    ['an ID expired within the grace serves', ask('self', 'adult', [doc('photo_id', { expiresOn: on('2026-09-25') })]), mayHave],
    ['an ID expired a day before the grace does not', ask('self', 'adult', [doc('photo_id', { expiresOn: on('2026-09-24') })]), needs('photo_id_expired')],
    ['no grace, no expired ID', ask('self', 'adult', [doc('photo_id', { expiresOn: on('2026-11-23') })], { idGraceDays: 0 }), needs('photo_id_expired')],
    ['an ID without a date of birth asks for a second document', ask('self', 'adult', [doc('photo_id', { showsBirthDate: false })]), needs('id_without_birth_date')],
    ['the second document answers it', ask('self', 'adult', [doc('photo_id', { showsBirthDate: false }), doc('supporting_id')]), mayHave],
    ['under 18 goes to a supervisor, with an ID', ask('self', 'minor', [id]), { verdict: 'supervisor_decides', cited: { rule: 'self_minor' } }],
    ['under 18 without an ID is asked for it first', ask('self', 'minor', []), needs('photo_id_missing')],
    ['an emancipated minor with the order still goes to a supervisor', ask('self', 'minor', [id, doc('emancipation_order')]), { verdict: 'supervisor_decides' }],
    ['recorded as dead by mistake goes to a supervisor', dead('self', [id]), { verdict: 'supervisor_decides', cited: { rule: 'self_recorded_dead' } }],
  ];
  test.each(rows)('%s', (_, answer, expected) => expect(answer).toMatchObject(expected));
});

describe('a parent', () => {
  const rows: Rows = [
    ['named on the child’s record has it', ask('parent', 'minor', [id], named), { ...mayHave, cited: { rule: 'parent_of_minor' } }],
    ['not named shows the birth certificate', ask('parent', 'minor', [id, doc('birth_certificate')]), mayHave],
    ['saying "parent" proves nothing', ask('parent', 'minor', [id]), needs('birth_certificate_missing')],
    ['whose accepted ID is the child’s own is asked for theirs', ask('parent', 'minor', [doc('photo_id', { holder: 'subject' })], named), needs('photo_id_not_own')],
    ['named but without an own ID is asked for it', ask('parent', 'minor', [], named), needs('photo_id_missing')],
    ['with an order ending the right is blocked', ask('parent', 'minor', [id, doc('court_order', { effect: 'ends_right' })], named), { verdict: 'may_not', because: 'order_ends_right' }],
    ['with an order limiting the right is blocked', ask('parent', 'minor', [id, doc('court_order', { effect: 'limits_right' })], named), { verdict: 'may_not' }],
    ['an order that has run out blocks no more', ask('parent', 'minor', [id, doc('court_order', { effect: 'ends_right', expiresOn: on('2026-11-23') })], named), mayHave],
    ['after termination of parental rights is blocked', ask('parent', 'minor', [id, doc('court_order', { effect: 'terminates_parental_rights' })], named), { verdict: 'may_not', because: 'parental_rights_terminated' }],
    ['any other order goes to a supervisor', ask('parent', 'minor', [id, doc('court_order', { effect: 'none' })], named), { verdict: 'supervisor_decides', because: 'order_in_file' }],
    ['of an emancipated minor has none', ask('parent', 'minor', [id], { ...named, subject: { birthOn: birth.minor, flags: ['emancipated'] } }), { verdict: 'may_not', because: 'subject_emancipated' }],
    ['of an adult has nothing by that relation', ask('parent', 'adult', [id], named), { verdict: 'may_not', cited: { rule: 'parent_of_adult' } }],
    ['of a dead child goes to a supervisor', dead('parent', [id]), { verdict: 'supervisor_decides', cited: { rule: 'unforeseen' } }],
  ];
  test.each(rows)('%s', (_, answer, expected) => expect(answer).toMatchObject(expected));

  test('gets a copy without confidential doses and without the other household, and replaces no contact', () => {
    expect(ask('parent', 'minor', [id], named).conditions).toEqual(['leave_off_confidential_doses', 'hide_other_household', 'add_contacts_only']);
  });
});

describe('a guardian or the state', () => {
  const rows: Rows = [
    ['guardian of a minor with a decree has the record', ask('guardian', 'minor', [id, decree]), { ...mayHave, cited: { rule: 'guardian_of_minor' } }],
    ['guardian without proof is asked for it', ask('guardian', 'minor', [id]), needs('guardianship_missing')],
    ['a decree that has ended is none', ask('guardian', 'minor', [id, doc('guardianship', { basis: 'decree', expiresOn: on('2026-11-23') })]), needs('guardianship_not_in_force')],
    ['a basis not read is asked for', ask('guardian', 'minor', [id, doc('guardianship')]), needs('guardianship_basis_not_read')],
    ['temporary custody goes to a supervisor', ask('guardian', 'minor', [id, doc('guardianship', { basis: 'temporary_custody' })]), { verdict: 'supervisor_decides', because: 'temporary_custody' }],
    ['guardian of an adult with a decree has the record', ask('guardian', 'adult', [id, decree]), { ...mayHave, cited: { rule: 'guardian_of_adult' } }],
    ['guardianship ends at death', dead('guardian', [id, decree]), { verdict: 'may_not' }],
    ['child-protection worker with agency ID and order has the record', ask('child_protection', 'minor', [doc('agency_id'), doc('commitment_order')]), mayHave],
    ['child-protection worker without the order is asked for it', ask('child_protection', 'minor', [doc('agency_id')]), needs('commitment_order_missing')],
    ['child-protection worker has no adult’s record', ask('child_protection', 'adult', [doc('agency_id'), doc('commitment_order')]), { verdict: 'may_not' }],
    ['foster parents have no right of their own', ask('foster_parent', 'minor', [id, decree], named), { verdict: 'may_not' }],
    ['foster parents of an adult neither', ask('foster_parent', 'adult', [id]), { verdict: 'may_not' }],
  ];
  test.each(rows)('%s', (_, answer, expected) => expect(answer).toMatchObject(expected));
});

describe('a representative of an adult', () => {
  const rows: Rows = [
    ['conservator of the person has the record', ask('conservator', 'adult', [id, conservator]), mayHave],
    ['conservator of person and estate too', ask('conservator', 'adult', [id, doc('conservatorship', { over: 'both' })]), mayHave],
    ['conservator of the estate has not', ask('conservator', 'adult', [id, doc('conservatorship', { over: 'estate' })]), { verdict: 'may_not', because: 'estate_only' }],
    ['conservator without a decree is asked for it', ask('conservator', 'adult', [id]), needs('conservatorship_missing')],
    ['a decree not read as to scope is asked for', ask('conservator', 'adult', [id, doc('conservatorship')]), needs('conservatorship_scope_not_read')],
    ['conservatorship ends at death', dead('conservator', [id, conservator]), { verdict: 'may_not' }],
    ['agent whose powers cover records has the record', ask('power_of_attorney', 'adult', [id, power]), mayHave],
    ['agent without the instrument is asked for it', ask('power_of_attorney', 'adult', [id]), needs('power_of_attorney_missing')],
    ['powers that leave out records give none', ask('power_of_attorney', 'adult', [id, doc('power_of_attorney', { coversRecords: false, springing: 'no' })]), { verdict: 'may_not', because: 'power_without_records' }],
    ['a springing power needs its event', ask('power_of_attorney', 'adult', [id, doc('power_of_attorney', { coversRecords: true, springing: 'event_not_shown' })]), needs('springing_event_not_shown')],
    ['a springing power with its event serves', ask('power_of_attorney', 'adult', [id, doc('power_of_attorney', { coversRecords: true, springing: 'event_shown' })]), mayHave],
    ['powers nobody read are no powers', ask('power_of_attorney', 'adult', [id, doc('power_of_attorney')]), needs('powers_not_read')],
    ['a revoked power is none', ask('power_of_attorney', 'adult', [id, doc('power_of_attorney', { ...power.facts, revokedOn: today })]), { verdict: 'may_not', because: 'power_revoked' }],
    ['a power revoked but given again serves', ask('power_of_attorney', 'adult', [id, doc('power_of_attorney', { ...power.facts, revokedOn: on('2025-01-01') }), power]), mayHave],
    ['a power ends at death', dead('power_of_attorney', [id, power]), { verdict: 'may_not' }],
    ['an agent for a minor goes to a supervisor', ask('power_of_attorney', 'minor', [id, power]), { verdict: 'supervisor_decides', cited: { rule: 'unforeseen' } }],
    ['health care representative while incapacity is certified', ask('health_care_representative', 'adult', [id, representative, certified]), mayHave],
    ['without the certificate not yet', ask('health_care_representative', 'adult', [id, representative]), needs('incapacity_certificate_missing')],
    ['a certificate that has ended no more', ask('health_care_representative', 'adult', [id, representative, doc('incapacity_certificate', { expiresOn: on('2026-11-01') })]), needs('incapacity_certificate_not_in_force')],
    ['one witness is too few', ask('health_care_representative', 'adult', [id, doc('health_care_representative', { witnesses: 1 }), certified]), needs('two_witnesses_missing')],
    ['executor of the deceased goes to a supervisor on a complete file', dead('executor', [id, doc('fiduciary_certificate')]), { verdict: 'supervisor_decides', cited: { rule: 'executor_of_deceased' } }],
    ['executor without the certificate is asked for it', dead('executor', [id]), needs('fiduciary_certificate_missing')],
    ['executor of somebody recorded as living', ask('executor', 'adult', [id, doc('fiduciary_certificate')]), needs('death_not_recorded')],
  ];
  test.each(rows)('%s', (_, answer, expected) => expect(answer).toMatchObject(expected));
});

describe('an employer or other body', () => {
  const signedByParent = { signedBy: 'representative', signerRelation: 'parent', signerNamedOnRecord: true } as const;
  const rows: Rows = [
    ['gets what a signed release names', ask('employer', 'adult', [release()]), { ...mayHave, cited: { citation: '45 CFR 164.508(c)' } }],
    ['gets nothing without one', ask('employer', 'adult', []), needs('release_missing')],
    ['an expired release is no release', ask('employer', 'adult', [release({ expiresOn: on('2026-11-23') })]), needs('release_not_in_force')],
    ['a release serves on its last day', ask('employer', 'adult', [release({ expiresOn: today })]), mayHave],
    ['a release without an end is incomplete', ask('employer', 'adult', [release({ expiresOn: null })]), needs('release_without_expiry')],
    ['a release dated tomorrow is not signed', ask('employer', 'adult', [release({ signedOn: on('2026-11-25') })]), needs('release_without_signing_date')],
    ['a revoked release is none', ask('employer', 'adult', [release({ revokedOn: on('2026-11-20') })]), needs('release_not_in_force')],
    ['a COVID-only release never yields the full record', ask('employer', 'adult', [release({ records: ['covid_record'] })]), needs('release_does_not_cover_record')],
    ['nor does it when both records are asked for', ask('employer', 'adult', [release({ records: ['covid_record'] })], { wanted: ['covid_record', 'full_record'] }), needs('release_does_not_cover_record')],
    ['a COVID-only release yields the COVID-19 record', ask('employer', 'adult', [release({ records: ['covid_record'] })], { wanted: ['covid_record'] }), mayHave],
    ['a minor’s own signature does not do', ask('employer', 'minor', [release()]), needs('release_signed_by_minor')],
    ['a parent named on record may sign for a minor', ask('employer', 'minor', [release(signedByParent), id]), mayHave],
    ['a parent not named must show it', ask('employer', 'minor', [release({ ...signedByParent, signerNamedOnRecord: false }), id]), needs('birth_certificate_missing')],
    ['a parent may not sign for an adult', ask('employer', 'adult', [release(signedByParent), id]), { verdict: 'may_not' }],
    ['a conservator may sign for an adult', ask('employer', 'adult', [release({ signedBy: 'representative', signerRelation: 'conservator' }), id, conservator]), mayHave],
    ['a release signed by another employer is nobody’s', ask('employer', 'adult', [release({ signedBy: 'representative', signerRelation: 'employer' })]), needs('release_signer_relation_unknown')],
    ['a signature nobody placed is asked about', ask('employer', 'adult', [release({ signedBy: undefined })]), needs('release_signer_not_read')],
    ['about the dead goes to a supervisor', dead('employer', [release()]), { verdict: 'supervisor_decides' }],
    ['a school has its own access', ask('school', 'minor', [release()]), { verdict: 'may_not', cited: { rule: 'school_routed_minor' } }],
    ['a provider has its own access', ask('provider', 'adult', []), { verdict: 'may_not', cited: { rule: 'provider_routed_adult' } }],
    ['attorney, subpoena and media are routed by a supervisor', ask('other', 'adult', [id]), { verdict: 'supervisor_decides' }],
  ];
  test.each(rows)('%s', (_, answer, expected) => expect(answer).toMatchObject(expected));

  test('the copy goes to the receiver that the release names, and a minor’s leaves confidential doses off', () => {
    expect(ask('employer', 'adult', [release()]).conditions).toEqual(['receiver_named_on_release', 'only_records_on_release']);
    expect(ask('employer', 'minor', [release(signedByParent), id]).conditions).toContain('leave_off_confidential_doses');
  });
});

describe('what stands above every row', () => {
  test('who opted out has no record to release, not even to themself', () => {
    expect(ask('self', 'adult', [id], flagged(['opted_out']))).toMatchObject({ verdict: 'may_not', because: 'opted_out' });
  });
  test('a restricted record goes to a supervisor, once the file is complete', () => {
    const restricted = { subject: { birthOn: birth.adult, restricted: true } };
    expect(ask('self', 'adult', [id], restricted)).toMatchObject({ verdict: 'supervisor_decides', because: 'restricted_record' });
    expect(ask('self', 'adult', [], restricted).verdict).toBe('needs');
  });
  test('a protective order on record goes to a supervisor', () => {
    expect(ask('self', 'adult', [id], flagged(['protective_order']))).toMatchObject({ verdict: 'supervisor_decides', because: 'order_in_file' });
  });
  test('a participant of the address confidentiality program gets mail there only', () => {
    expect(ask('self', 'adult', [id], flagged(['address_confidentiality'])).conditions).toContain('mail_to_program_address_only');
  });
  test('a birth date that leaves 18 open asks for the full date', () => {
    const subject = { birthOn: '2008' as PartialDate };
    expect(ask('parent', 'minor', [id], { ...named, subject })).toMatchObject({ ...needs('birth_date_unknown'), because: 'age_unknown' });
    expect(ask('self', 'adult', [id], { subject: { birthOn: null } })).toMatchObject(needs('birth_date_unknown'));
  });
});

describe('the decision’s own record', () => {
  test('keeps version, rule and the facts it used, in a form that can be stored', () => {
    const answer = ask('parent', 'minor', [id], named);
    expect(answer.version).toBe(AUTHORITY_VERSION);
    expect(answer.facts).toMatchObject({ today, stage: 'minor', relation: 'parent', requesterNamedOnRecord: true, documents: [id], idGraceDays: 60 });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
  test('every row of the table has a citation, a name of its own, and no second row for the same requester', () => {
    expect(new Set(AUTHORITY_RULES.map((row) => row.id)).size).toBe(AUTHORITY_RULES.length);
    expect(new Set(AUTHORITY_RULES.map((row) => `${row.relation} ${row.stage}`)).size).toBe(AUTHORITY_RULES.length);
    expect(AUTHORITY_RULES.filter((row) => row.citation === '')).toEqual([]);
  });
  test('every relation answers at every age, with or without papers, in words staff can read', () => {
    for (const relation of RELATIONS) {
      for (const answer of [ask(relation, 'minor', []), ask(relation, 'adult', []), dead(relation, [])]) {
        expect(REASON_WORDS[answer.because]).toBeTruthy();
        for (const need of answer.needs) expect(NEED_WORDS[need.reason]).toBeTruthy();
        for (const condition of answer.conditions) expect(CONDITION_WORDS[condition]).toBeTruthy();
        if (answer.verdict === 'may_have') throw new Error(`${relation} has a record without any paper`);
      }
    }
  });
  test('a relation nobody knows is somebody else, for a supervisor', () => {
    expect([asRelation('parent'), asRelation('uncle')]).toEqual(['parent', 'other']);
  });
});
