/** Which corrections a second person must see. */
import { RISK_WORDS, correctionRisks, noticeToOldContact } from '@/lib/patients/risk';
import type { Correction, RiskContext } from '@/lib/patients/risk';

const calm: RiskContext = { restricted: false, requesterIs: 'self', recordAsked: false, destination: null, agreeing: 4, domesticViolence: false, oldContactReachable: true };
const birth: Correction = { field: 'birthOn', before: '1994-05-03', after: '1994-03-05' };
const family: Correction = { field: 'family', before: 'Nowak', after: 'Nowak-Bell' };
const given: Correction = { field: 'given', before: 'Kathy', after: 'Katarzyna' };
const phone: Correction = { field: 'phone', before: '+12035550177', after: '+18605550134', owner: 'self', ownerBefore: 'self' };
const email: Correction = { field: 'email', before: null, after: 'k.nowakbell@example.com', owner: 'self' };
const codes = (changes: readonly Correction[], context: Partial<RiskContext> = {}): string[] => correctionRisks(changes, { ...calm, ...context }).map((risk) => risk.code);

test.each<[string, readonly Correction[], Partial<RiskContext>, string[]]>([
  ['a last name alone is one person’s work', [family], {}, []],
  ['so is a new phone of the person who asks', [phone], {}, []],
  ['so is an address', [{ field: 'address', before: '18 Ashmun St', after: '27 Larkspur Ln' }], {}, []],
  ['a date of birth alone is not', [birth], {}, ['birth_date_alone']],
  ['a date of birth that was missing is one too', [{ ...birth, before: null }], {}, ['birth_date_alone']],
  ['name and date of birth together are worse', [family, birth], {}, ['name_and_birth_date']],
  ['a first name too', [given, birth], {}, ['name_and_birth_date']],
  ['a change that changes nothing is none', [{ ...birth, after: birth.before }], { restricted: true }, []],
  ['a contact and the record in one request', [phone], { recordAsked: true }, ['contact_and_record']],
  ['a first contact and the record too', [email], { recordAsked: true }, ['contact_and_record']],
  ['where little else agrees', [phone], { recordAsked: true, agreeing: 2 }, ['contact_and_record', 'little_agrees']],
  ['a new phone where little else agrees, for the portal alone', [phone], { agreeing: 2 }, ['little_agrees']],
  ['a last name where little else agrees opens nothing', [family], { agreeing: 2 }, []],
  ['where the old contact cannot be told', [phone], { recordAsked: true, oldContactReachable: false }, ['contact_and_record', 'old_contact_untold']],
  ['where the old contact must not be told', [phone], { recordAsked: true, domesticViolence: true }, ['contact_and_record', 'old_contact_untold']],
  ['a parent’s contact, asked by the grown child', [{ ...phone, ownerBefore: 'parent' }], {}, ['contact_of_absent']],
  ['a child’s contact, asked by the parent', [{ ...phone, owner: 'parent', ownerBefore: 'self' }], { requesterIs: 'parent' }, ['contact_of_absent']],
  ['a parent’s own contact on the child’s record', [{ ...phone, owner: 'parent', ownerBefore: 'parent' }], { requesterIs: 'parent' }, []],
  ['any contact, asked by an employer', [phone], { requesterIs: null }, ['contact_of_absent']],
  ['a family’s shared contact is nobody else’s', [{ ...phone, owner: 'shared', ownerBefore: 'shared' }], {}, []],
  ['a clinic’s number replaced by the person’s', [{ ...phone, ownerBefore: 'clinic' }], {}, []],
  ['a contact that five other patients carry', [{ ...phone, otherPatients: 5 }], {}, ['contact_on_many_records']],
  ['a contact that four carry', [{ ...phone, otherPatients: 4 }], {}, []],
  ['anything on a restricted record', [family], { restricted: true }, ['restricted_record']],
  ['a copy to an address nobody proved', [], { destination: 'submitted' }, ['destination_unproven']],
  ['a copy to the address on the ID', [family], { destination: 'accepted_id' }, []],
  ['a copy to the address on record', [family], { destination: 'on_record' }, []],
  ['everything at once is told whole', [birth, phone], { recordAsked: true, destination: 'submitted' }, ['birth_date_alone', 'contact_and_record', 'destination_unproven']],
])('%s', (_, changes, context, expected) => expect(codes(changes, context)).toEqual(expected));

test('each risk names its fields and says itself in words', () => {
  expect(correctionRisks([family, birth, phone], { ...calm, recordAsked: true })).toEqual([
    { code: 'name_and_birth_date', fields: ['family', 'birthOn'], words: RISK_WORDS.name_and_birth_date },
    { code: 'contact_and_record', fields: ['phone'], words: RISK_WORDS.contact_and_record },
  ]);
});

test.each<[string, readonly Correction[], Partial<RiskContext>, string]>([
  ['a replaced contact is told', [phone], {}, 'send'],
  ['a first contact replaces nobody', [email], {}, 'nobody_to_tell'],
  ['a dead number cannot be told', [phone], { oldContactReachable: false }, 'nobody_to_tell'],
  ['who fled is not given away', [phone], { domesticViolence: true }, 'suppressed'],
])('notice to the old contact: %s', (_, changes, context, expected) => expect(noticeToOldContact(changes, { ...calm, ...context })).toBe(expected));
