/** 400 people in the registry: named cast first, then households with all that happens to names, phones and addresses. */
import { addDays, ageOn } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import { random } from '../random';
import type { Random } from '../random';
import { anyPlace, household } from './households';
import type { Household, Member } from './households';
import { namedPeople } from './named-people';
import { phoneBook } from './phone-book';
import type { PhoneBook } from './phone-book';
import { oddRows, withOddities } from './oddities';
import { addressRow, emailRow, guardianRow, nameRow, patientRow, phoneRow } from './rows';
import type { CastAddress, CastContact, CastGuardian, CastName, CastPatient } from './types';

export const PEOPLE = 400;

type Scene = { readonly home: Household; readonly chance: Random; readonly book: PhoneBook; readonly today: CalendarDate };
type Grown = { readonly key: string; readonly member: Member; readonly phone: string; readonly email: string | null };

const isChild = ({ birthOn }: Member, today: CalendarDate): boolean => ageOn(birthOn, today).years < 18;
const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** Grown-ups came into the registry with COVID-19, most of them; children at birth. */
function seenFirst(member: Member, chance: Random, today: CalendarDate): CalendarDate {
  if (member.role === 'child' || ageOn(member.birthOn, today).years < 22) return member.birthOn;
  return later(member.birthOn, addDays(today, -chance.weighted([[chance.int(1750, 2080), 7], [chance.int(200, 1700), 2], [chance.int(2200, 5200), 2]])));
}

function namesOf(member: Member, since: CalendarDate, heritageMarries: boolean, maiden: string, chance: Random): CastName[] {
  const { given, middle, family, suffix, sex, role } = member;
  const source = role === 'child' ? 'birth_registration' : 'provider';
  const shown = chance.chance(0.12) ? given.toLocaleUpperCase('en-US') : given;
  const current = nameRow({ given: shown, middle, family, suffix, source, addedOn: since });
  const married = heritageMarries && sex === 'F' && role !== 'child' && maiden !== family;
  return married ? [current, nameRow({ use: 'former', given, family: maiden, addedOn: since, endedOn: addDays(since, 90), source: 'marriage' })] : [current];
}

function addressesOf({ home, chance }: Scene, since: CalendarDate, today: CalendarDate): CastAddress[] {
  if (!chance.chance(0.28)) return [addressRow(home.home, since)];
  const span = Math.max(1, (Date.parse(today) - Date.parse(since)) / 86_400_000 - 30);
  const moved = addDays(since, chance.int(1, Math.floor(span)));
  const before = chance.chance(0.15) ? { ...anyPlace(chance), city: 'Springfield', state: 'MA', zip: '01109' } : anyPlace(chance);
  return moved < today ? [addressRow(home.home, moved), addressRow(before, since, moved)] : [addressRow(home.home, since)];
}

function ownContacts({ home, chance, book, today }: Scene, member: Member, since: CalendarDate): { contacts: CastContact[]; phone: string; email: string | null } {
  const phone = book.next(home.town.area);
  const email = chance.chance(0.55) ? book.mailbox(member.given, member.family) : null;
  const contacts: CastContact[] = [phoneRow({ value: phone, owner: 'self', addedOn: since })];
  if (email !== null) contacts.push(emailRow({ value: email, owner: 'self', addedOn: since }));
  if (chance.chance(0.12)) contacts.push(phoneRow({ value: book.next(home.town.area), owner: 'self', mobile: false, portalUse: false, addedOn: since, endedOn: addDays(today, -chance.int(30, 900)) }));
  // Some practices report their own number for everybody.
  if (chance.chance(0.08)) contacts.push(phoneRow({ value: '(203) 555-5555', owner: 'clinic', mobile: false, portalUse: false, addedOn: since }));
  return { contacts: contacts.filter(({ addedOn, endedOn }) => endedOn === null || endedOn > addedOn), phone, email };
}

/** A parent's contact serves the child's record until the 18th birthday. */
function childContacts(member: Member, parents: readonly Grown[], today: CalendarDate): CastContact[] {
  const [first] = parents;
  if (first === undefined) return [];
  const grown = !isChild(member, today);
  const end = grown ? addDays(member.birthOn, 6575) : null;
  const ends = { addedOn: member.birthOn, endedOn: end, portalUse: !grown };
  const phone = phoneRow({ value: first.phone, owner: 'parent', ...ends });
  return first.email === null ? [phone] : [phone, emailRow({ value: first.email, owner: parents.length > 1 ? 'shared' : 'parent', ...ends })];
}

function guardiansOf(member: Member, parents: readonly Grown[]): CastGuardian[] {
  const relation = (sex: Member['sex']): CastGuardian['relation'] => (sex === 'F' ? 'mother' : sex === 'M' ? 'father' : 'parent');
  return parents.map((parent) =>
    guardianRow({ relation: relation(parent.member.sex), given: parent.member.given, family: parent.member.family, patientKey: parent.key, addedOn: member.birthOn }),
  );
}

function grownUp(scene: Scene, member: Member, key: string): { patient: CastPatient; grown: Grown } {
  const { chance, today, home } = scene;
  const since = seenFirst(member, chance, today);
  const { contacts, phone, email } = ownContacts(scene, member, since);
  const maiden = chance.pick(['Kowalska', 'Whitcomb', 'Rivera', 'Santoro', 'Patel', 'Bellamy', 'Moniz', 'Barlow', 'Zielińska', 'Colón']);
  const patient = patientRow({
    key,
    birthOn: member.birthOn as unknown as PartialDate,
    sex: member.sex,
    createdOn: since,
    householdKey: home.key,
    names: namesOf(member, since, chance.chance(0.34), maiden, chance),
    contacts,
    addresses: addressesOf(scene, since, today),
  });
  return { patient, grown: { key, member, phone, email } };
}

function child({ home, chance, today }: Scene, member: Member, key: string, parents: readonly Grown[]): CastPatient {
  return patientRow({
    key,
    birthOn: member.birthOn as unknown as PartialDate,
    sex: member.sex,
    createdOn: member.birthOn,
    householdKey: home.key,
    names: namesOf(member, member.birthOn, false, '', chance),
    contacts: childContacts(member, parents, today),
    addresses: [addressRow(home.home, member.birthOn)],
    guardians: guardiansOf(member, parents),
  });
}

/** Young adults at home still carry what their parents left: a contact that ended at 18 and none of their own. */
function livesOnParentsContact(member: Member, home: Household): boolean {
  return member.role === 'adult' && home.members.some(({ role }) => role === 'parent');
}

function residents(scene: Scene): CastPatient[] {
  const { home } = scene;
  const grown: Grown[] = [];
  return home.members.map((member, at) => {
    const key = `${home.key}-${member.role}-${at + 1}`;
    if (member.role === 'child' || livesOnParentsContact(member, home)) return child(scene, member, key, grown.filter((one) => one.member.role === 'parent'));
    const made = grownUp(scene, member, key);
    grown.push(made.grown);
    return made.patient;
  });
}

/** The whole cast, the same for a seed and a day. */
export function people(seed: number, today: CalendarDate): CastPatient[] {
  const chance = random(seed).fork('people');
  const named = namedPeople(today);
  const book = phoneBook(chance.fork('phones'), ['(860) 555-0134', '(860) 555-5555', ...named.flatMap(({ contacts }) => contacts.map(({ value }) => value))]);
  const made: CastPatient[] = [];
  const placeholders = 6;
  for (let number = 1; named.length + made.length < PEOPLE - placeholders; number += 1) {
    const scene = chance.fork(`household-${number}`);
    const home = household(number, PEOPLE - placeholders - named.length - made.length, scene, today);
    made.push(...residents({ home, chance: scene, book, today }));
  }
  const odd = withOddities(made, chance.fork('oddities'), today);
  return [...named, ...odd, ...oddRows(odd, placeholders, today)];
}
