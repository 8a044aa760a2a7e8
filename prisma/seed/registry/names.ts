/**
 * Names in the shares that people have them: the census lists of 1990, the families of Connecticut that those lists leave
 * out or spell without accents, and a long tail of rare ones. The census names 60 % of surnames; the rest is made up of
 * syllables, so that most people are not called Smith and nobody real is meant.
 */
import { HERITAGES, type Heritage, type HeritageName } from '../cast/heritage';
import census from './census-names.json';
import { type Dice, urn } from './dice';

export type Sex = 'F' | 'M';

const PREFIXED = /^(mc|o'|d')([a-z])(.*)$/;
/** `MCDONALD` of the list is McDonald on a form. */
function written(name: string): string {
  const [, prefix, letter, rest] = PREFIXED.exec(name) ?? [];
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return prefix === undefined ? capital(name) : `${capital(prefix)}${letter?.toUpperCase() ?? ''}${rest ?? ''}`;
}

const weighted = (list: string): (readonly [string, number])[] =>
  list.split(',').map((entry) => {
    const [name = '', weight] = entry.split(' ');
    return [written(name), Number(weight)] as const;
  });

const STARTS = 'Ach,Bal,Bram,Cal,Cor,Dag,Del,Ebers,Fal,Fen,Gar,Gros,Hal,Hem,Ing,Jar,Kal,Kors,Lam,Len,Mar,Mil,Nor,Obers,Pal,Pel,Quil,Ras,Ros,Sal,Sten,Tal,Tor,Ul,Van,Ver,Wal,Wes,Yar,Zel'.split(',');
const MIDDLES = ',a,be,der,e,en,er,i,ing,ka,li,man,mer,o,ter,va'.split(',');
const ENDS = 'aldi,bach,berg,cliffe,dahl,etti,feld,gren,hart,ian,kamp,lund,mann,nick,ovic,quist,rud,sen,sky,son,strand,thal,ucci,vale,wick,worth,yan,zak'.split(',');

/** Some 18,000 surnames whose shares fall as those of a census do. */
function tail(weight: number): (readonly [string, number])[] {
  const names = STARTS.flatMap((start) => MIDDLES.flatMap((middle) => ENDS.map((end) => `${start}${middle}${end}`)));
  // Stepping by a prime mixes the list, so that frequent ones do not all begin with Ach.
  const shares = names.map((_, at) => [names[(at * 7919) % names.length] ?? '', 1 / (at + 40)] as const);
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  return shares.map(([name, share]) => [name, (share / total) * weight] as const);
}

const families = weighted(census.family);
const listed = families.reduce((sum, [, weight]) => sum + weight, 0);
const anyFamily = urn([...families, ...tail(100_000 - listed)]);
const anyGiven = { F: urn(weighted(census.F)), M: urn(weighted(census.M)) } as const;
const anyHeritage = urn((Object.keys(HERITAGES) as HeritageName[]).map((name) => [name, HERITAGES[name].weight] as const));

/** A household's stock of names: of the census, or of one heritage. */
export type Stock = { readonly double: boolean; readonly family: (dice: Dice) => string; readonly given: (sex: Sex, old: boolean, dice: Dice) => string };

const CENSUS: Stock = { double: false, family: anyFamily, given: (sex, _old, dice) => anyGiven[sex](dice) };

function stockOf({ doubleSurname = false, family, F, M, elderF, elderM }: Heritage): Stock {
  // A list of a dozen would make everybody namesakes: a third bears a surname of the census.
  return {
    double: doubleSurname,
    family: (dice) => (dice.chance(0.35) ? anyFamily(dice) : dice.pick(family)),
    given: (sex, old, dice) => (dice.chance(0.5) ? anyGiven[sex](dice) : dice.pick(old ? (sex === 'F' ? elderF : elderM) : sex === 'F' ? F : M)),
  };
}
const STOCKS = new Map<HeritageName, Stock>((Object.keys(HERITAGES) as HeritageName[]).map((name) => [name, stockOf(HERITAGES[name])]));
const HERITAGE_SHARE = 0.24;

export const stockFor = (dice: Dice): Stock => (dice.chance(HERITAGE_SHARE) ? (STOCKS.get(anyHeritage(dice)) ?? CENSUS) : CENSUS);
export const someFamily = anyFamily;
export const someGiven = (sex: Sex, dice: Dice): string => anyGiven[sex](dice);
