/** The hard cases of the trade, each by its name: what the matching and the portal say of them. */
import { rankCandidates } from '@/lib/patients/matching/ranking';
import { compareSubject } from '@/lib/patients/matching/score';
import type { PatientFacts, Subject } from '@/lib/patients/matching/types';
import { diagnosePortal } from '@/lib/patients/portal-diagnosis';
import { portalPasses, type PortalAttempt } from '@/lib/patients/portal';
import { blockingKeys, nameForms } from '@/lib/patients/matching/blocking';
import { born, email, marco, mateo, mateoSubmits, named, phone, TODAY } from '../fixtures/matching-cast';

const home = { line1: '12 Elm Street', city: 'Hartford', state: 'CT', zip: '06106' };
const onRecord = (facts: Partial<PatientFacts>): PatientFacts => ({ publicId: 'p', names: [named('Walter', 'Bell')], birthOn: born('1961-04-03'), sex: 'M', contacts: [phone('860-555-0123')], addresses: [{ ...home, current: true }], ...facts });
const sends = (wishes: Partial<Subject>): Subject => ({ given: 'Walter', family: 'Bell', birthOn: born('1961-04-03'), sex: 'M', phones: ['8605550123'], emails: [], address: home, ...wishes });
const types = ({ given, family, birthOn, sex, phones, emails }: Subject): PortalAttempt => ({ given, family, birthOn, sex: sex ?? null, phone: phones[0] ?? null, email: emails[0] ?? null });
const guards = (subject: Subject, patient: PatientFacts) => compareSubject(subject, patient).guards.map(({ guard }) => guard);

test('twins: the one who asks is proposed, the other stands below as somebody else', () => {
  const { candidates, proposed } = rankCandidates(mateoSubmits, [marco, mateo]);
  expect([proposed, ...candidates.map(({ comparison }) => comparison.band)]).toEqual(['mateo', 'likely', 'no']);
});

test('twins: when only the other is on record nobody is proposed', () => expect(rankCandidates(mateoSubmits, [marco]).proposed).toBeNull());

test('Jr. and Sr.: father and son of one name are told apart, and the portal tells them apart too', () => {
  const senior = onRecord({ names: [named('Walter', 'Bell', { suffix: 'Sr.' })] });
  expect(guards(sends({ suffix: 'Jr.' }), senior)).toContain('suffix_conflict');
  expect(compareSubject(sends({ suffix: 'Jr.' }), senior).band).toBe('possible');
  expect(portalPasses(types(sends({ family: 'Bell Jr' })), senior, TODAY)).toBe(false);
});

test('unknown day of birth: missing on either side, never the 1st', () => {
  const partly = onRecord({ birthOn: born('1961-04') });
  expect(compareSubject(sends({}), partly).fields.find(({ field }) => field === 'birthOn')).toMatchObject({ level: 'partial', agreement: 'similar' });
  expect(compareSubject(sends({ birthOn: born('1961-04-01') }), partly).band).toBe('possible');
  expect(portalPasses(types(sends({ birthOn: born('1961-04-01') })), partly, TODAY)).toBe(false);
});

test('placeholder: BABY BOY, Unknown and 555-5555 neither agree nor conflict', () => {
  const newborn = onRecord({ names: [named('BABY BOY', 'Bell')], contacts: [phone('860-555-5555')] });
  const comparison = compareSubject(sends({ phones: ['860-555-5555'] }), newborn);
  expect(comparison.fields.filter(({ agreement }) => agreement === 'missing').map(({ field }) => field).sort()).toEqual(['email', 'given', 'phone']);
  expect(comparison.band).toBe('possible');
  expect(portalPasses(types(sends({ given: 'Baby Boy', phones: ['860-555-5555'] })), newborn, TODAY)).toBe(false);
});

test('mononym: one name in either box is found and compared, and the empty box is missing', () => {
  const suharto = onRecord({ names: [named('', 'Suharto')] });
  expect(nameForms(named('', 'Suharto'))).toMatchObject([{ family: 'suharto', given: '' }]);
  expect(compareSubject(sends({ given: '', family: 'Suharto' }), suharto).fields.find(({ field }) => field === 'given')).toMatchObject({ agreement: 'missing' });
  expect(compareSubject(sends({ given: '', family: 'Suharto' }), suharto).band).toBe('possible');
  expect(compareSubject(sends({ given: 'Suharto', family: '' }), suharto).fields.find(({ field }) => field === 'family')).toMatchObject({ level: 'swapped' });
  expect(compareSubject(sends({ given: 'Suharto', family: '', phones: [] }), suharto).band).toBe('possible');
});

test('two surnames: either half is one part of the name, likely when phone and street agree', () => {
  const double = onRecord({ names: [named('Walter', 'Bell-Ortiz')] });
  expect(compareSubject(sends({ family: 'Ortiz' }), double).fields.find(({ field }) => field === 'family')).toMatchObject({ level: 'part' });
  expect(compareSubject(sends({ family: 'Ortiz' }), double).band).toBe('likely');
  expect(compareSubject(sends({ family: 'Ortiz', phones: [] }), double).band).toBe('possible');
});

test('transliteration: the same sound in other letters is found by its sound and alike', () => {
  const sounded = (given: string, family: string) => blockingKeys(sends({ given, family })).find(({ by }) => by === 'sound');
  expect(sounded('Sergey', 'Chaykovsky')).toEqual(sounded('Sergei', 'Chaikovsky'));
  const sergei = onRecord({ names: [named('Sergei', 'Chaikovsky')] });
  expect(compareSubject(sends({ given: 'Sergey', family: 'Chaykovsky' }), sergei).band).not.toBe('no');
  expect(compareSubject(sends({ given: 'Søren', family: 'Đurić' }), onRecord({ names: [named('Soren', 'Duric')] })).band).toBe('likely');
});

test('hidden former name: it matches, is not shown, and the portal does not take it', () => {
  const renamed = onRecord({ names: [named('Laura', 'Bell'), named('Walter', 'Bell', { use: 'former', hidden: true })], sex: 'F' });
  const comparison = compareSubject(sends({ sex: 'F' }), renamed);
  expect(comparison.band).toBe('likely');
  expect(JSON.stringify(comparison.fields.filter(({ field }) => field === 'given').map(({ onRecord: shown }) => shown))).not.toContain('Walter');
  expect(portalPasses(types(sends({ sex: 'F' })), renamed, TODAY)).toBe(false);
});

test('e-mail shared by a family: neither a block nor a strength alone', () => {
  const shared = onRecord({ contacts: [email('bells@example.com', { owner: 'shared' })] });
  const alone = sends({ phones: [], emails: ['bells@example.com'], address: null });
  expect(guards(alone, shared)).toContain('shared_contact');
  expect(compareSubject(alone, shared).band).toBe('possible');
  expect(compareSubject({ ...alone, address: home }, shared).band).toBe('likely');
  expect(portalPasses(types(alone), shared, TODAY)).toBe(true);
});

test("parent's contact after 18: it still tells who they are, and no longer serves the portal", () => {
  const grown = onRecord({ birthOn: born('2008-11-24'), contacts: [phone('860-555-0123', { owner: 'parent', mobile: true })] });
  const asks = sends({ birthOn: born('2008-11-24') });
  expect(compareSubject(asks, grown).band).toBe('likely');
  expect(diagnosePortal(types(asks), grown, TODAY).findings.find(({ field }) => field === 'contact')).toMatchObject({ passes: false, reason: 'came_of_age' });
});
