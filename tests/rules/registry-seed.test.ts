import { nameForms } from '@/lib/patients/matching/blocking';
import { realEmail, realPhone } from '@/lib/patients/matching/placeholders';
import { streetKey } from '@/lib/patients/matching/streets';
import { line } from '@/prisma/seed/registry/copy';
import { Dice, urn } from '@/prisma/seed/registry/dice';
import { dayOf, textOf } from '@/prisma/seed/registry/days';
import { dosesOf } from '@/prisma/seed/registry/doses';
import { IdChance, idsOf, publicId } from '@/prisma/seed/registry/ids';
import { formsOf, streetOf } from '@/prisma/seed/registry/keys';
import { typedBy } from '@/prisma/seed/registry/mistakes';
import { peopleOf } from '@/prisma/seed/registry/seed-registry';

const PLAN = { patients: 4000, doses: 64_000, seed: 'test', today: '2026-11-25', portion: 4000 };
const { people } = peopleOf(PLAN, 0);

test('the same seed gives the same people, another one others', () => {
  const names = (seed: string) => peopleOf({ ...PLAN, patients: 300, seed }, 0).people.map((person) => person.names[0]);
  expect(names('test')).toEqual(names('test'));
  expect(names('test')).not.toEqual(names('other'));
});

test('the stored spellings are those of the rooms themselves', () => {
  for (const name of people.slice(0, 1500).flatMap((person) => person.names)) expect(formsOf(name)).toEqual(nameForms(name));
  for (const { home } of people.slice(0, 500).flatMap((person) => person.addresses)) expect(streetOf(home.line1)).toBe(streetKey(home.line1));
  for (const { kind, value, normalized } of people.slice(0, 500).flatMap((person) => person.contacts)) expect(kind === 'phone' ? realPhone(value) : realEmail(value)).toBe(normalized);
});

const share = (fits: (person: (typeof people)[number]) => boolean): number => people.filter(fits).length / people.length;
test.each([
  ['more than one name', share(({ names }) => names.length > 1), 0.08, 0.25],
  ['a double surname', share(({ names }) => /[ -]/.test(names[0]?.family ?? '')), 0.01, 0.12],
  ['a suffix', share(({ names }) => names[0]?.suffix !== null), 0.003, 0.04],
  ['a twin', people.filter((person, at) => people[at - 1]?.birth === person.birth && people[at - 1]?.names[0]?.family === person.names[0]?.family).length / people.length, 0.003, 0.03],
  ['a phone that works', share(({ contacts }) => contacts.some(({ kind, ended }) => kind === 'phone' && !ended)), 0.7, 0.95],
  ['a birth date known in part', share(({ known }) => known !== 'day'), 0.0002, 0.008],
  ['a restriction', share(({ restriction }) => restriction !== null), 0.0002, 0.005],
  ['the most frequent surname', Math.max(...[...Map.groupBy(people, ({ names }) => names[0]?.family).values()].map((all) => all.length)) / people.length, 0.004, 0.03],
])('a believable share of people has %s', (_what, is, least, most) => {
  expect(is).toBeGreaterThan(least);
  expect(is).toBeLessThan(most);
});

test('no dose is given before birth, after death or in the future, and children have more than their grandparents', () => {
  const [dice, today] = [new Dice('doses'), dayOf(PLAN.today)];
  const all = people.map((person) => ({ person, doses: dosesOf(person.birth, person.deceased ?? today, 0.6, dice) }));
  expect(all.flatMap(({ person, doses }) => doses.filter(({ day }) => day < person.birth || day > (person.deceased ?? today)))).toEqual([]);
  const mean = (fits: (birth: number) => boolean) => { const some = all.filter(({ person }) => fits(person.birth)); return some.reduce((sum, { doses }) => sum + doses.length, 0) / some.length; };
  expect(mean((birth) => birth > dayOf('2008-01-01') && birth < dayOf('2020-01-01'))).toBeGreaterThan(mean((birth) => birth < dayOf('1960-01-01')));
});

test('ids rise, are of version 7, and public ones are as long as they must be', () => {
  const next = idsOf(Date.UTC(2020, 0, 6), new IdChance('ids'));
  const ids = Array.from({ length: 1000 }, next);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every((id) => /^[0-9a-f]{12}7[0-9a-f]{3}8[0-9a-f]{15}$/.test(id))).toBe(true);
  expect(publicId(new IdChance('x'))).toMatch(/^[A-Za-z0-9_-]{21}[AQgw]$/);
});

test('two portions share no id, though each draws hundreds of thousands of times', () => {
  const heads = (seed: string) => { const chance = new IdChance(seed); return Array.from({ length: 200_000 }, () => `${chance.bits()} ${chance.bits()}`); };
  const first = new Set(heads('1/0'));
  expect(first.size).toBe(200_000);
  expect(heads('1/1').filter((one) => first.has(one))).toEqual([]);
});

test('chance falls as its weights say', () => {
  const draw = urn([['often', 90], ['seldom', 10]] as const);
  const dice = new Dice('urn');
  const often = Array.from({ length: 20_000 }, () => draw(dice)).filter((one) => one === 'often').length;
  expect(often / 20_000).toBeCloseTo(0.9, 1);
  expect(textOf(dayOf('1961-04-03'))).toBe('1961-04-03');
  expect(line(['a\tb', null, 'c\\d', true])).toBe('a\\tb\t\\N\tc\\\\d\ttrue\n');
});

describe('what people type', () => {
  const typed = people.slice(0, 2000).map((person, at) => ({ person, form: typedBy(person, new Dice(`forms/${at}`)) }));

  test('without a mistake it is what is on record', () => {
    const form = typedBy(people[0] as (typeof people)[number], new Dice('none'), 0);
    expect(form.mistakes).toEqual([]);
    expect(form.birthOn).toBe(textOf(people[0]?.birth ?? 0));
  });

  test('mistakes are as many as said, and every one changes something', () => {
    const counts = [0, 1, 2, 3].map((count) => typed.filter(({ form }) => form.mistakes.length === count).length / typed.length);
    expect(counts[0]).toBeCloseTo(0.45, 1);
    expect(counts[3]).toBeGreaterThan(0.02);
    for (const { person, form } of typed.filter(({ form: { mistakes } }) => mistakes.some((mistake) => mistake.startsWith('birth date')))) expect(form.birthOn).not.toBe(textOf(person.birth));
  });

  test('about half have another phone or mail address than the registry', () => {
    const withPhone = typed.filter(({ person }) => person.contacts.some(({ kind, ended }) => kind === 'phone' && !ended));
    const changed = withPhone.filter(({ person, form }) => !person.contacts.some(({ value }) => value === form.phones[0]));
    expect(changed.length / withPhone.length).toBeCloseTo(0.45, 1);
  });
});
