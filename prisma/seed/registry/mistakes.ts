/**
 * What people write of themselves on a form, with the mistakes they make: for measuring whether the right one is found.
 * Written apart from the scorer and sharing nothing with it: no table of nicknames, no normalisation, no parameters.
 *
 * None, one, two or three mistakes with 45, 32, 16 and 7 of 100, each in another field. Within a field the kinds are as
 * likely as their weights below say: slips of the finger (a letter left out, doubled, exchanged with its neighbour on the
 * keyboard or in the word) are the most frequent, as in every published corpus of typed names; then what is no slip at all
 * (a nickname, a former surname, one half of a double one, the boxes exchanged). Independently of these the contacts have
 * changed since the registry heard of them: the phone of 45, the mail address of 50, the home of 30 of 100; accents are left
 * out by half of those who have some; 6 of 100 give no gender. `docs/decisions/0026` says why.
 */
import { textOf } from './days';
import { type Dice, urn } from './dice';
import { someFamily, someGiven } from './names';
import type { Person } from './people';
import { anyHome, anyPhone, emailFor } from './places';

export type Typed = {
  readonly given: string;
  readonly middle: string | null;
  readonly family: string;
  readonly suffix: string | null;
  readonly birthOn: string | null;
  readonly sex: 'F' | 'M' | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly address: { readonly line1: string; readonly line2: string | null; readonly city: string; readonly state: string; readonly zip: string };
  /** Which mistakes were made: `given: left out a letter`. */
  readonly mistakes: readonly string[];
};
type Draft = { given: string; family: string; middle: string | null; birthOn: string | null };

const CALLED: Readonly<Record<string, readonly string[]>> = {
  Alexander: ['Alex', 'Sasha'], Andrew: ['Andy', 'Drew'], Anthony: ['Tony'], Benjamin: ['Ben'], Charles: ['Charlie', 'Chuck'], Christopher: ['Chris'], Daniel: ['Dan', 'Danny'], David: ['Dave'], Donald: ['Don'], Edward: ['Ed', 'Ted'],
  Gregory: ['Greg'], James: ['Jim', 'Jimmy'], Jeffrey: ['Jeff'], John: ['Jack', 'Johnny'], Joseph: ['Joe', 'Joey'], Kenneth: ['Ken'], Lawrence: ['Larry'], Matthew: ['Matt'], Michael: ['Mike', 'Mickey'], Nicholas: ['Nick'],
  Patrick: ['Pat'], Peter: ['Pete'], Richard: ['Rick', 'Dick', 'Rich'], Robert: ['Bob', 'Rob', 'Bobby'], Ronald: ['Ron'], Samuel: ['Sam'], Stephen: ['Steve'], Steven: ['Steve'], Thomas: ['Tom', 'Tommy'], Timothy: ['Tim'], William: ['Bill', 'Will', 'Billy'],
  Barbara: ['Barb'], Catherine: ['Cathy', 'Kate'], Christine: ['Chris', 'Chrissy'], Deborah: ['Debbie'], Dorothy: ['Dot', 'Dottie'], Elizabeth: ['Liz', 'Beth', 'Betty'], Jennifer: ['Jen', 'Jenny'], Jessica: ['Jess'], Judith: ['Judy'], Katherine: ['Kathy', 'Kate'],
  Kimberly: ['Kim'], Margaret: ['Peggy', 'Maggie', 'Meg'], Pamela: ['Pam'], Patricia: ['Pat', 'Patty', 'Trish'], Rebecca: ['Becky'], Sandra: ['Sandy'], Susan: ['Sue', 'Susie'], Theresa: ['Terry', 'Tess'], Victoria: ['Vicky', 'Tori'], Virginia: ['Ginny'],
};

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
function neighbour(letter: string, dice: Dice): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase())) ?? 'aeiou';
  const at = row.indexOf(letter.toLowerCase());
  return row.charAt(at === 0 ? 1 : at === row.length - 1 ? at - 1 : dice.chance(0.5) ? at - 1 : at + 1);
}

type Slip = readonly [what: string, make: (text: string, at: number, dice: Dice) => string];
const SLIPS: readonly (readonly [Slip, number])[] = [
  [['left out a letter', (text, at) => text.slice(0, at) + text.slice(at + 1)], 30],
  [['hit the key beside', (text, at, dice) => text.slice(0, at) + neighbour(text.charAt(at), dice) + text.slice(at + 1)], 25],
  [['exchanged two letters', (text, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)], 15],
  [['doubled a letter', (text, at) => text.slice(0, at) + text.charAt(at) + text.slice(at)], 15],
  [['put a letter too much', (text, at, dice) => text.slice(0, at) + neighbour(text.charAt(at), dice) + text.slice(at)], 15],
];
const anySlip = urn(SLIPS);

/** The first letter is seldom wrong: people see it. */
export function slip(text: string, dice: Dice): readonly [string, string] {
  if (text.length < 3) return [`${text}e`, 'put a letter too much'];
  const [what, make] = anySlip(dice);
  return [make(text, dice.chance(0.1) ? 0 : 1 + dice.below(text.length - 1), dice), what];
}

const HEARD: readonly (readonly [RegExp, string])[] = [[/ph/, 'f'], [/c(?=[aou])/, 'k'], [/ck/, 'k'], [/y/, 'i'], [/ie/, 'y'], [/z/, 's'], [/ei/, 'ie'], [/ea/, 'ee'], [/th/, 't'], [/ll/, 'l'], [/nn/, 'n'], [/tt/, 't'], [/e$/, ''], [/i(?=[a-z])/, 'y']];
function asHeard(text: string, dice: Dice): readonly [string, string] {
  const fitting = HEARD.filter(([sound]) => sound.test(text.slice(1)));
  if (fitting.length === 0) return slip(text, dice);
  const [sound, other] = dice.pick(fitting);
  return [text.charAt(0) + text.slice(1).replace(sound, other), 'written as heard'];
}

type Mistake = (draft: Draft, person: Person, dice: Dice) => string | null;

const given: readonly (readonly [Mistake, number])[] = [
  [(draft, _person, dice) => { const [text, what] = slip(draft.given, dice); draft.given = text; return what; }, 40],
  [(draft, _person, dice) => { const called = CALLED[draft.given]; if (called === undefined) return null; draft.given = dice.pick(called); return 'a nickname'; }, 30],
  [(draft, _person, dice) => { const [text, what] = asHeard(draft.given, dice); draft.given = text; return what; }, 18],
  [(draft) => { const [first, ...others] = draft.given.split(' '); if (others.length === 0 || first === undefined) return null; draft.given = first; return 'the first of two names'; }, 4],
  [(draft) => { if (draft.middle === null || draft.middle.length < 3) return null; [draft.given, draft.middle] = [draft.middle, null]; return 'the middle name'; }, 5],
  [(draft) => { draft.given = draft.given.charAt(0); return 'an initial'; }, 3],
];
const family: readonly (readonly [Mistake, number])[] = [
  [(draft, _person, dice) => { const [text, what] = slip(draft.family, dice); draft.family = text; return what; }, 40],
  [(draft, _person, dice) => { const [text, what] = asHeard(draft.family, dice); draft.family = text; return what; }, 18],
  [(draft, person) => { const former = person.names.find(({ use }) => use === 'former'); if (former === undefined || former.family === draft.family) return null; draft.family = former.family; return 'a former surname'; }, 18],
  [(draft, _person, dice) => { const parts = draft.family.split(/[ -]/); if (parts.length < 2) return null; draft.family = dice.pick(parts); return 'one half of a double surname'; }, 14],
  [(draft) => { if (draft.given === '') return null; [draft.given, draft.family] = [draft.family, draft.given]; return 'first and last exchanged'; }, 6],
  // Married since: the registry has never heard of it.
  [(draft, person, dice) => { if (person.role === 'child') return null; draft.family = someFamily(dice); return 'a new surname'; }, 4],
];

const valid = (text: string): boolean => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
function dateWith(draft: Draft, change: (parts: [string, string, string]) => readonly string[]): boolean {
  const parts = (draft.birthOn ?? '').split('-');
  if (parts.length !== 3) return false;
  const text = change(parts as [string, string, string]).join('-');
  if (text === draft.birthOn || !valid(text) || text > '2026-11-25') return false;
  draft.birthOn = text;
  return true;
}
const two = (value: number): string => String(value).padStart(2, '0');
const birth: readonly (readonly [Mistake, number])[] = [
  [(draft) => (dateWith(draft, ([year, month, day]) => [year, day, month]) ? 'day and month exchanged' : null), 30],
  [(draft, _person, dice) => (dateWith(draft, ([year, month, day]) => [year, month, two(Number(day) + dice.pick([-1, 1, -10, 10]))]) ? 'a wrong day' : null), 25],
  [(draft, _person, dice) => (dateWith(draft, ([year, month, day]) => [year, two(Number(month) + dice.pick([-1, 1])), day]) ? 'a wrong month' : null), 15],
  [(draft, _person, dice) => (dateWith(draft, ([year, month, day]) => [String(Number(year) + dice.pick([-1, 1, -10, 10])), month, day]) ? 'a wrong year' : null), 25],
  [(draft, _person, dice) => (dateWith(draft, ([year, month, day]) => [`${year.slice(0, 2)}${dice.pick([year.charAt(3) + year.charAt(2), year.slice(2)])}`, month, day]) ? 'two digits of the year exchanged' : null), 5],
];

const FIELDS = { given: urn(given), family: urn(family), 'birth date': urn(birth) } as const;
const ANY_FIELD = ['given', 'family', 'birth date'] as const;
const HOW_MANY = urn([[0, 45], [1, 32], [2, 16], [3, 7]] as const);

/** One in a field; some do not fit a person (no former name), then another is drawn. */
function mistakeIn(field: keyof typeof FIELDS, draft: Draft, person: Person, dice: Dice): string | null {
  for (let again = 0; again < 20; again += 1) {
    const what = FIELDS[field](dice)(draft, person, dice);
    if (what !== null) return `${field}: ${what}`;
  }
  return null;
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁđĐ]/g, (letter) => ({ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D' })[letter] ?? letter);

function fieldsFor(dice: Dice, count: number): (typeof ANY_FIELD)[number][] {
  const left = [...ANY_FIELD];
  return Array.from({ length: count }, () => left.splice(dice.below(left.length), 1)[0] ?? 'given');
}

/**
 * What this person types into the form.
 *
 * @param most mistakes at most; as many as chance wants when left out
 * @example typedBy(person, new Dice('forms/17')).mistakes // ['family: left out a letter']
 */
export function typedBy(person: Person, dice: Dice, most: 0 | 1 | 2 | 3 = HOW_MANY(dice)): Typed {
  const name = person.names[0] ?? { given: '', family: '', middle: null, suffix: null };
  const draft: Draft = { given: name.given.startsWith('BABY ') ? someGiven(person.sex, dice) : name.given, family: name.family, middle: dice.chance(0.5) ? name.middle : null, birthOn: textOf(person.birth) };
  if (dice.chance(0.5)) [draft.given, draft.family] = [withoutAccents(draft.given), withoutAccents(draft.family)];
  const mistakes = fieldsFor(dice, most).flatMap((field) => mistakeIn(field, draft, person, dice) ?? []);
  const [lives, moved] = [person.addresses.find(({ current }) => current)?.home, dice.chance(0.3)];
  const home = moved || lives === undefined ? anyHome(dice) : lives;
  const standing = (kind: 'phone' | 'email'): string[] => person.contacts.filter((contact) => contact.kind === kind && !contact.ended).slice(0, 1).map(({ value }) => value);
  return {
    ...draft,
    suffix: name.suffix,
    sex: dice.chance(0.06) ? null : person.sex,
    phones: dice.chance(0.45) ? [anyPhone(home.area, dice).value] : standing('phone'),
    emails: dice.chance(0.5) ? [emailFor(draft.given, draft.family, dice)] : standing('email'),
    address: { line1: home.line1, line2: home.line2, city: home.city, state: 'CT', zip: home.zip },
    mistakes,
  };
}
