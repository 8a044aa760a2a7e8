/** Where people live and how they are reached. Telephone exchanges begin with 0 or 1, which no real number does. */
import { STREET_KINDS, STREETS, TOWNS, type Town } from '../cast/towns';
import { type Dice, urn } from './dice';

export type Home = { readonly line1: string; readonly line2: string | null; readonly city: string; readonly zip: string; readonly area: Town['area'] };

const anyTown = urn(TOWNS.map((town) => [town, town.weight] as const));
const TREES = 'Maple,Oak,Elm,Cedar,Chestnut,Birch,Walnut,Spruce,Willow,Laurel,Main,Church,School,Park,River,Hill,Lake,Prospect,Pleasant,Summer,Spring,Union,Grove,Forest,Franklin,Washington,Lincoln,Highland,Meadow,Valley'.split(',');
const ALL_STREETS: readonly string[] = [...STREETS, ...TREES, ...TREES.map((name) => `North ${name}`), ...TREES.map((name) => `West ${name}`)];
const UNITS = ['Apt 2', 'Apt 3B', 'Unit 7', '2nd Fl', 'Apt 12', 'Fl 3', 'Apt 1', 'Unit 14'] as const;

/** The street of an address: what stands before it is the house number. */
export const STREET_NAMES: readonly string[] = ALL_STREETS.flatMap((street) => STREET_KINDS.map((kind) => `${street} ${kind}`));

export function anyHome(dice: Dice): Home {
  const town = anyTown(dice);
  return { line1: `${1 + dice.below(620)} ${dice.pick(STREET_NAMES)}`, line2: dice.chance(0.24) ? dice.pick(UNITS) : null, city: town.name, zip: dice.pick(town.zips), area: town.area };
}

export type Phone = { readonly value: string; readonly normalized: string };
const digits = (value: number, length: number): string => String(value).padStart(length, '0');

export function anyPhone(area: Town['area'], dice: Dice): Phone {
  const code = dice.chance(0.2) ? (area === '203' ? '475' : '959') : area;
  const [exchange, line] = [digits(dice.below(200), 3), digits(dice.below(10_000), 4)];
  return { value: `(${code}) ${exchange}-${line}`, normalized: `+1${code}${exchange}${line}` };
}

const MAIL_HOSTS = ['example.com', 'example.org', 'example.net', 'mail.example.com', 'post.example.org'] as const;

/** Letters only: what a provider lets stand before the @. */
const plain = (name: string): string => name.normalize('NFKD').replace(/[^A-Za-z]/g, '').toLowerCase() || 'x';

export function emailFor(given: string, family: string, dice: Dice): string {
  const [first, last] = [plain(given), plain(family)];
  const name = dice.pick([`${first}.${last}`, `${first}${last}`, `${first.charAt(0)}${last}`, `${last}.${first}`]);
  return `${name}${dice.below(10_000)}@${dice.pick(MAIL_HOSTS)}`;
}
