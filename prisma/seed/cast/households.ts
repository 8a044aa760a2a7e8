/** Who lives together: ages, names that run in a family, one roof. */
import { addDays } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Random } from '../random';
import { HERITAGES } from './heritage';
import type { Heritage, HeritageName } from './heritage';
import { STREETS, STREET_KINDS, TOWNS } from './towns';
import type { Town } from './towns';
import type { Place } from './rows';
import type { Sex } from './types';

export type Member = {
  readonly role: 'elder' | 'parent' | 'adult' | 'child';
  readonly given: string;
  readonly middle: string | null;
  readonly family: string;
  readonly suffix: string | null;
  readonly sex: Sex;
  readonly birthOn: CalendarDate;
};
export type Household = { readonly key: string; readonly heritage: HeritageName; readonly town: Town; readonly home: Place; readonly members: readonly Member[] };

type Shape = { readonly elders: number; readonly parents: number; readonly adults: number; readonly children: number; readonly twins?: boolean };

/** Weighted so that somewhat under half of the people are children. */
const SHAPES: readonly (readonly [Shape, number])[] = [
  [{ elders: 0, parents: 0, adults: 1, children: 0 }, 20],
  [{ elders: 0, parents: 0, adults: 2, children: 0 }, 8],
  [{ elders: 1, parents: 0, adults: 0, children: 0 }, 8],
  [{ elders: 2, parents: 0, adults: 0, children: 0 }, 6],
  [{ elders: 0, parents: 2, adults: 0, children: 1 }, 10],
  [{ elders: 0, parents: 2, adults: 0, children: 2 }, 15],
  [{ elders: 0, parents: 2, adults: 0, children: 3 }, 9],
  [{ elders: 0, parents: 2, adults: 0, children: 2, twins: true }, 6],
  [{ elders: 0, parents: 1, adults: 0, children: 2 }, 8],
  [{ elders: 0, parents: 2, adults: 1, children: 1 }, 5],
  [{ elders: 1, parents: 1, adults: 0, children: 2 }, 5],
];

export const sizeOf = ({ elders, parents, adults, children }: Shape): number => elders + parents + adults + children;

const YEARS = { elder: [64, 90], parent: [27, 50], adult: [18, 60], child: [0, 17] } as const;
function birthOf(role: Member['role'], chance: Random, today: CalendarDate): CalendarDate {
  const [least, most] = YEARS[role];
  return addDays(today, -Math.round(365.25 * least) - chance.int(3, Math.round(365.25 * (most - least + 0.98)) - 3));
}

function placeIn(town: Town, chance: Random): Place {
  const line1 = `${chance.int(2, 340)} ${chance.pick(STREETS)} ${chance.pick(STREET_KINDS)}`;
  const line2 = chance.chance(0.24) ? chance.pick(['Apt 2', 'Apt 3B', 'Unit 7', '2nd Fl', 'Apt 12', 'Fl 3']) : null;
  return { line1, line2, city: town.name, state: 'CT', zip: chance.pick(town.zips) };
}
export const anyPlace = (chance: Random): Place => placeIn(chance.weighted(TOWNS.map((town) => [town, town.weight] as const)), chance);

const heritages = Object.entries(HERITAGES) as (readonly [HeritageName, Heritage])[];
const anyHeritage = (chance: Random): HeritageName => chance.weighted(heritages.map(([name, { weight }]) => [name, weight] as const));

function givenName(heritage: Heritage, sex: Sex, role: Member['role'], chance: Random, taken: readonly string[]): string {
  const list = role === 'elder' ? (sex === 'M' ? heritage.elderM : heritage.elderF) : sex === 'M' ? heritage.M : heritage.F;
  const free = list.filter((name) => !taken.includes(name));
  return chance.pick(free.length > 0 ? free : list);
}

/** Polish surnames in -ski follow the person: Wiśniewska, Wiśniewski. */
const surnameFor = (family: string, sex: Sex): string => (sex === 'F' ? family.replace(/(s|z)ki\b/g, '$1ka') : family);
const inherited = (family: string): string => family.replace(/(s|z)ka\b/g, '$1ki');

function childSurname(heritage: Heritage, parents: readonly Member[], family: string, chance: Random): string {
  const other = parents.map((parent) => inherited(parent.family)).find((name) => name !== family);
  if (other === undefined) return family;
  if (heritage.doubleSurname) return chance.chance(0.7) ? `${family} ${other}` : family;
  return chance.chance(0.35) ? `${other}-${family}` : family;
}

type Roof = { readonly heritage: Heritage; readonly chance: Random; readonly today: CalendarDate; readonly family: string };

function grownUps({ heritage, chance, today, family }: Roof, shape: Shape): Member[] {
  const roles = [...Array<'elder'>(shape.elders).fill('elder'), ...Array<'parent'>(shape.parents).fill('parent'), ...Array<'adult'>(shape.adults).fill('adult')];
  const members: Member[] = [];
  roles.forEach((role, at) => {
    const sex: Sex = roles[at - 1] === role ? (members.at(-1)?.sex === 'F' ? 'M' : 'F') : chance.pick(['F', 'F', 'M', 'M', 'M']);
    const own = members.length > 0 && chance.chance(0.4) ? chance.pick(heritage.family) : family;
    const given = givenName(heritage, sex, role, chance, members.map((member) => member.given));
    const middle = chance.chance(0.3) ? givenName(heritage, sex, role, chance, [given]) : null;
    const birthOn = role === 'adult' && shape.parents > 0 ? addDays(today, -chance.int(6600, 8300)) : birthOf(role, chance, today);
    members.push({ role, given, middle, family: surnameFor(own, sex), suffix: sex === 'M' && chance.chance(0.05) ? chance.pick(['Jr', 'Sr', 'III']) : null, sex, birthOn });
  });
  return members;
}

/** A child is younger than its youngest parent by at least nineteen years. */
function childBirth(parents: readonly Member[], chance: Random, today: CalendarDate): CalendarDate {
  const earliest = parents.map(({ birthOn }) => addDays(birthOn, 19 * 366)).sort().at(-1);
  const drawn = birthOf('child', chance, today);
  return earliest !== undefined && drawn < earliest ? addDays(today, -chance.int(20, 2500)) : drawn;
}

function children(roof: Roof, shape: Shape, parents: readonly Member[]): Member[] {
  const { heritage, chance, today, family } = roof;
  const surname = childSurname(heritage, parents, family, chance);
  const taken = parents.map(({ given }) => given);
  const members: Member[] = [];
  for (let at = 0; at < shape.children; at += 1) {
    const sex: Sex = chance.chance(0.02) ? 'X' : chance.pick(['F', 'M']);
    const given = givenName(heritage, sex, 'child', chance, taken);
    taken.push(given);
    const twinOf = shape.twins === true ? members[0] : undefined;
    const birthOn = twinOf?.birthOn ?? childBirth(parents, chance, today);
    members.push({ role: 'child', given, middle: chance.chance(0.35) ? givenName(heritage, sex, 'child', chance, taken) : null, family: surnameFor(surname, sex), suffix: null, sex, birthOn });
  }
  return members;
}

/** At most `room` people, so that the cast comes out at its number. */
export function household(number: number, room: number, chance: Random, today: CalendarDate): Household {
  const shape = chance.weighted(SHAPES.filter(([candidate]) => sizeOf(candidate) <= room));
  const name = anyHeritage(chance);
  const heritage: Heritage = HERITAGES[name];
  const town = chance.weighted(TOWNS.map((candidate) => [candidate, candidate.weight] as const));
  const roof: Roof = { heritage, chance, today, family: chance.pick(heritage.family) };
  const adults = grownUps(roof, shape);
  const parents = adults.filter(({ role }) => role === 'parent');
  return { key: `household-${number}`, heritage: name, town, home: placeIn(town, chance), members: [...adults, ...children(roof, shape, parents)] };
}
