/**
 * Who lives in the invented state: households with their ages, names that run in a family and change by marriage, twins,
 * namesakes of three generations, newborns without a name, and what goes wrong with any of them. Shares are chosen to be
 * at least as hard as life; they stand here, each beside its draw.
 */
import { dayOf } from './days';
import type { Dice } from './dice';
import { type Sex, someFamily, someGiven, type Stock, stockFor } from './names';
import { anyHome, anyPhone, emailFor, type Home, type Phone } from './places';

export type NameRow = { use: 'current' | 'former' | 'alias'; given: string; middle: string | null; family: string; suffix: string | null; hidden: boolean };
export type Owner = 'self' | 'parent' | 'shared' | 'clinic';
export type ContactRow = { kind: 'phone' | 'email'; value: string; normalized: string; owner: Owner; portalUse: boolean; mobile: boolean | null; ended: boolean };
export type AddressRow = { home: Home; current: boolean };
export type Person = {
  readonly sex: Sex;
  readonly role: 'elder' | 'adult' | 'child';
  birth: number;
  /** How much of the birth date is known. */
  known: 'day' | 'month' | 'nothing';
  names: NameRow[];
  contacts: ContactRow[];
  addresses: AddressRow[];
  deceased: number | null;
  optedOut: boolean;
  restriction: 'staff_family' | 'sealed_adoption' | 'protected_address' | 'vip' | null;
  parents: readonly Person[];
};

/** Of 1,000 households: elders, adults, children. */
const SHAPES = [[0, 1, 0, 260], [0, 2, 0, 180], [1, 0, 0, 90], [2, 0, 0, 80], [0, 2, 1, 110], [0, 2, 2, 120], [0, 2, 3, 50], [0, 1, 1, 45], [0, 1, 2, 35], [1, 1, 2, 20], [0, 3, 0, 10]] as const;
const YEAR = 365.2425;

export type World = { readonly today: number; readonly dice: Dice };

const born = ({ today, dice }: World, from: number, to: number): number => today - Math.floor((from + dice.next() * (to - from)) * YEAR) - 1;

function shapeOf(dice: Dice): readonly [elders: number, adults: number, children: number] {
  let left = dice.below(1000);
  for (const [elders, adults, children, weight] of SHAPES) if ((left -= weight) < 0) return [elders, adults, children];
  return [0, 1, 0];
}

const sexes = (dice: Dice): Sex => (dice.chance(0.51) ? 'F' : 'M');

function somebody(sex: Sex, role: Person['role'], birth: number, name: Pick<NameRow, 'given' | 'family' | 'middle'>): Person {
  return { sex, role, birth, known: 'day', names: [{ use: 'current', suffix: null, hidden: false, ...name }], contacts: [], addresses: [], deceased: null, optedOut: false, restriction: null, parents: [] };
}

/** A full middle name with three in ten, an initial with as many. */
function middleFor(sex: Sex, dice: Dice): string | null {
  const throwOf = dice.next();
  if (throwOf < 0.4) return null;
  const name = someGiven(sex, dice);
  return throwOf < 0.7 ? name.charAt(0) : name;
}

function grownUp(world: World, stock: Stock, role: 'elder' | 'adult', sex: Sex, family: string): Person {
  const { dice } = world;
  const birth = role === 'elder' ? born(world, 66, 95) : born(world, 19, 65);
  const person = somebody(sex, role, birth, { given: stock.given(sex, role === 'elder', dice), family, middle: middleFor(sex, dice) });
  // Married under another name: six of ten women of a couple, and a few men.
  if (dice.chance(sex === 'F' ? 0.34 : 0.02)) person.names.push({ use: 'former', given: person.names[0]?.given ?? '', middle: null, family: stock.family(dice), suffix: null, hidden: false });
  return person;
}

function childFamily(stock: Stock, family: string, parents: readonly Person[], dice: Dice): string {
  const other = parents.map(({ names }) => names.at(-1)?.family ?? family).find((name) => name !== family);
  if (other === undefined) return family;
  if (stock.double) return dice.chance(0.6) ? `${family} ${other}` : family;
  return dice.chance(0.14) ? `${other}-${family}` : family;
}

/** Twins are often named alike, and often of one sex. */
function twinOf(first: Person, stock: Stock, dice: Dice): Person {
  const sex: Sex = dice.chance(0.66) ? first.sex : first.sex === 'F' ? 'M' : 'F';
  const letter = first.names[0]?.given.charAt(0) ?? '';
  let given = stock.given(sex, false, dice);
  for (let again = 0; again < 12 && dice.chance(0.5) && !given.startsWith(letter); again += 1) given = stock.given(sex, false, dice);
  if (given === first.names[0]?.given) given = someGiven(sex, dice) + 'a';
  return somebody(sex, 'child', first.birth, { given, family: first.names[0]?.family ?? '', middle: middleFor(sex, dice) });
}

function childrenOf(world: World, stock: Stock, family: string, parents: readonly Person[], count: number): Person[] {
  const { dice } = world;
  const surname = childFamily(stock, family, parents, dice);
  const made: Person[] = [];
  while (made.length < count) {
    const before = made.at(-1);
    const twin = before !== undefined && made.length < 3 && dice.chance(0.06);
    const sex = sexes(dice);
    const child = twin ? twinOf(before, stock, dice) : somebody(sex, 'child', born(world, 0, 19), { given: stock.given(sex, false, dice), family: surname, middle: middleFor(sex, dice) });
    child.parents = parents;
    made.push(child);
  }
  return made;
}

/** A son of his father's name, with Jr and Sr where somebody wrote them down. */
function namesakes(people: readonly Person[], dice: Dice): void {
  const father = people.find(({ sex, role }) => sex === 'M' && role === 'adult');
  const son = people.find(({ sex, role }) => sex === 'M' && role === 'child');
  const [his, his2] = [father?.names[0], son?.names[0]];
  if (his === undefined || his2 === undefined || !dice.chance(0.05)) return;
  his2.given = his.given;
  if (dice.chance(0.6)) his2.suffix = 'Jr';
  if (dice.chance(0.3)) his.suffix = 'Sr';
}

const phoneRow = ({ value, normalized }: Phone, owner: Owner, dice: Dice, ended = false): ContactRow => ({ kind: 'phone', value, normalized, owner, portalUse: !ended && owner !== 'clinic', mobile: dice.chance(0.7) ? dice.chance(0.85) : null, ended });
const mailRow = (value: string, owner: Owner): ContactRow => ({ kind: 'email', value, normalized: value, owner, portalUse: true, mobile: null, ended: false });

/** Children are reached through a parent; one household in six shares an inbox. */
function reach(people: readonly Person[], home: Home, dice: Dice): void {
  const shared = dice.chance(0.16) ? emailFor(people[0]?.names[0]?.given ?? '', people[0]?.names[0]?.family ?? '', dice) : null;
  const grown = people.filter(({ role }) => role !== 'child');
  for (const person of grown) {
    const { given, family } = person.names[0] as NameRow;
    if (dice.chance(0.84)) person.contacts.push(phoneRow(anyPhone(home.area, dice), 'self', dice));
    if (dice.chance(0.22)) person.contacts.push(phoneRow(anyPhone(home.area, dice), 'self', dice, true));
    if (shared !== null) person.contacts.push(mailRow(shared, 'shared'));
    else if (dice.chance(0.58)) person.contacts.push(mailRow(emailFor(given, family, dice), 'self'));
  }
  for (const child of people.filter(({ role }) => role === 'child')) {
    for (const { kind, value, normalized, owner, ended } of grown[0]?.contacts ?? []) {
      if (!ended) child.contacts.push(kind === 'phone' ? phoneRow({ value, normalized }, owner === 'shared' ? 'shared' : 'parent', dice) : mailRow(value, owner === 'shared' ? 'shared' : 'parent'));
    }
  }
}

/** What makes records hard to find, each rare: shares of all people. */
function oddities(person: Person, { today, dice }: World): void {
  const name = person.names[0] as NameRow;
  const throwOf = dice.next();
  if (throwOf < 0.004 && today - person.birth < 900) name.given = person.sex === 'F' ? 'BABY GIRL' : 'BABY BOY';
  else if (throwOf < 0.006) person.known = throwOf < 0.0055 ? 'month' : 'nothing';
  else if (throwOf < 0.0068) name.given = '';
  else if (throwOf < 0.0080) person.restriction = dice.pick(['staff_family', 'sealed_adoption', 'protected_address', 'vip'] as const);
  else if (throwOf < 0.0090) person.optedOut = true;
  else if (throwOf < 0.012) person.names.push({ use: 'former', given: someGiven(person.sex, dice), middle: null, family: name.family, suffix: null, hidden: dice.chance(0.5) });
  else if (throwOf < 0.032) person.names.push({ use: 'alias', given: dice.chance(0.6) ? name.given : someGiven(person.sex, dice), middle: null, family: dice.chance(0.6) ? someFamily(dice) : name.family, suffix: null, hidden: false });
  if (person.role === 'elder' && dice.chance(0.2)) person.deceased = today - dice.below(4000);
  // Known only since somebody asked for them.
  if (person.deceased !== null && person.deceased <= person.birth) person.deceased = null;
}

/** One household, everybody under the same roof. */
export function household(world: World, room: number): Person[] {
  const { dice } = world;
  const [elders, adults, children] = shapeOf(dice);
  const [stock, home] = [stockFor(dice), anyHome(dice)];
  const family = stock.family(dice);
  const grown: Person[] = [];
  for (let at = 0; at < elders + adults; at += 1) {
    const sex: Sex = at % 2 === 1 ? (grown[at - 1]?.sex === 'F' ? 'M' : 'F') : sexes(dice);
    grown.push(grownUp(world, stock, at < elders ? 'elder' : 'adult', sex, at > 0 && dice.chance(0.3) ? stock.family(dice) : family));
  }
  const people = [...grown, ...childrenOf(world, stock, family, grown.filter(({ role }) => role === 'adult'), children)];
  namesakes(people, dice);
  reach(people, home, dice);
  const earlier = dice.chance(0.3) ? anyHome(dice) : null;
  for (const person of people) {
    person.addresses = [{ home, current: true }, ...(earlier === null ? [] : [{ home: earlier, current: false }])];
    oddities(person, world);
  }
  return people.slice(0, room);
}

export const worldOn = (today: string, dice: Dice): World => ({ today: dayOf(today), dice });
