/** What a person was given: the childhood schedule of who was a child when there was a registry, a shot each autumn, COVID-19 since 2020. */
import { VACCINES, type Vaccine } from '../cast/vaccines';
import { dayOf, yearOf } from './days';
import type { Dice } from './dice';

export type DoseRow = { readonly cvx: string; readonly mvx: string; readonly day: number; readonly lot: string; readonly historical: boolean };

/** Age in days, and what is due then. */
const CHILDHOOD: readonly (readonly [age: number, vaccine: Vaccine])[] = [
  [1, 'hep_b_child'], [61, 'dtap_hepb_ipv'], [61, 'hib'], [61, 'pneumococcal_child'], [61, 'rotavirus'], [122, 'dtap_hepb_ipv'], [122, 'hib'], [122, 'pneumococcal_child'], [122, 'rotavirus'],
  [183, 'dtap_hepb_ipv'], [183, 'pneumococcal_child'], [372, 'mmr'], [372, 'varicella'], [372, 'hep_a_child'], [460, 'dtap'], [460, 'hib'], [560, 'hep_a_child'], [1500, 'dtap_ipv'], [1500, 'mmr'], [1500, 'varicella'],
  [4060, 'tdap'], [4060, 'men_acwy'], [4060, 'hpv'], [4250, 'hpv'], [5900, 'men_acwy'], [5900, 'men_b'],
];
const GROWN: readonly (readonly [age: number, vaccine: Vaccine])[] = [[9200, 'td'], [12800, 'tdap'], [18300, 'zoster'], [18400, 'zoster'], [23800, 'pneumococcal_adult'], [26000, 'rsv_adult']];
const COVID = ['2021-03-01', '2021-04-01', '2021-12-01', '2022-10-15', '2023-10-15', '2024-10-10', '2025-10-10'].map(dayOf);
const FIRST_REGISTRY_YEAR = 1990;

type Product = { readonly cvx: string; readonly mvx: string; readonly from: number; readonly until: number; readonly lots: readonly string[] };

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
/** Two hundred lots of each product: a clinic's shelf, and what a search by lot would find many of. */
const lotsOf = (pattern: string, salt: number): string[] =>
  Array.from({ length: 200 }, (_, at) => [...pattern].map((sign, place) => (sign === 'X' ? LETTERS.charAt((at * 7 + place * 11 + salt) % LETTERS.length) : sign === '#' ? String((at * 3 + place * 7 + salt) % 10) : sign)).join(''));

const PRODUCTS: ReadonlyMap<Vaccine, readonly Product[]> = new Map(
  (Object.keys(VACCINES) as Vaccine[]).map((vaccine, salt) => [vaccine, VACCINES[vaccine].map(({ cvx, mvx, from, until, lot }) => ({ cvx, mvx: mvx ?? '', from: dayOf(from), until: dayOf(until), lots: lotsOf(lot, salt) }))]),
);

/** The product of that day, or the nearest thing to it. */
function productOn(vaccine: Vaccine, day: number, dice: Dice): Product {
  const all = PRODUCTS.get(vaccine) ?? [];
  const fitting = all.filter(({ from, until }) => from <= day && day <= until);
  return dice.pick(fitting.length > 0 ? fitting : all);
}

function given(vaccine: Vaccine, day: number, dice: Dice): DoseRow {
  const { cvx, mvx, lots } = productOn(vaccine, day, dice);
  return { cvx, mvx, day, lot: dice.pick(lots), historical: dice.chance(0.12) };
}

type Due = { readonly vaccine: Vaccine; readonly day: number };

/** Everything that could have been given, in no order. */
function dueFor(birth: number, today: number, dice: Dice): Due[] {
  const child = yearOf(birth) >= FIRST_REGISTRY_YEAR - 8;
  const late = dice.below(40);
  const planned = [...(child ? CHILDHOOD : []), ...GROWN].map(([age, vaccine]) => ({ vaccine, day: birth + age + (age > 1 ? late : 0) }));
  const shots: Due[] = [];
  for (let year = Math.max(yearOf(birth) + 1, 2004); year <= 2026; year += 1) shots.push({ vaccine: 'flu', day: dayOf(`${year}-09-20`) + dice.below(80) });
  const covid = COVID.map((day, at) => ({ vaccine: at < 3 ? ('covid_first' as const) : at < 4 ? ('covid_bivalent' as const) : ('covid_recent' as const), day: day + dice.below(60) }));
  return [...planned, ...shots, ...covid].filter(({ day }) => day > birth && day < today);
}

/** What somebody born that day could have on average, for a share that gives the wanted number of doses in all. */
export const dueCount = (birth: number, today: number, dice: Dice): number => dueFor(birth, today, dice).length;

/** About that share of what could have been given, in the order of the days: some people have all of it and some hardly any. */
export function dosesOf(birth: number, today: number, share: number, dice: Dice): DoseRow[] {
  const due = dueFor(birth, today, dice);
  const count = Math.min(due.length, Math.floor(due.length * share * (0.5 + dice.next()) + dice.next()));
  // The first so many of a shuffled list.
  for (let at = 0; at < count; at += 1) {
    const other = at + dice.below(due.length - at);
    [due[at], due[other]] = [due[other] as Due, due[at] as Due];
  }
  return due.slice(0, count).sort((a, b) => a.day - b.day).map(({ vaccine, day }) => given(vaccine, day, dice));
}
