/** Trade names, found by what a card or a clerk writes. */
import table from './trade-names.json';

export type Product = {
  readonly name: string;
  readonly cvx: readonly string[];
  readonly mvx: readonly string[];
};

type Keyed = { readonly key: string; readonly stem: string; readonly product: Product };

/** Words that the table hangs on a brand to tell its strengths apart; a card rarely has them. */
const STRENGTH = /(PEDS|ADULT|DIALYSIS)$/;
/** Shorter beginnings name too many brands. */
const SHORTEST = 4;

/** Letters and digits in capitals: `M-M-R II`, `MMR II` and `mmr ii` are one. */
export const brandKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/JOHNSON\s*(&|AND)\s*JOHNSON|\bJ\s*&\s*J\b/g, 'JANSSEN')
    .replace(/[^A-Z0-9]/g, '');

/** The table ties the adult Havrix and Vaqta to 169 as well, a live vaccine of China (CVX note: "foreign vaccine"). */
const NOT_OF_THE_BRAND: readonly string[] = ['169'];

const PRODUCTS: readonly Product[] = table.products.map((product) => ({ ...product, cvx: product.cvx.filter((cvx) => !NOT_OF_THE_BRAND.includes(cvx)) }));

const KEYED: readonly Keyed[] = PRODUCTS.map((product) => {
  const key = brandKey(product.name);
  return { key, stem: key.replace(STRENGTH, ''), product };
});

export const allProducts = (): readonly Product[] => PRODUCTS;

const longestStem = (key: string): string =>
  KEYED.reduce((best, { stem }) => (key.startsWith(stem) && stem.length >= SHORTEST && stem.length > best.length ? stem : best), '');

/**
 * The products a trade name may mean: those whose name begins with it ("Havrix" for both strengths), else those whose
 * name it begins with ("Recombivax HB", "Comirnaty 2023-24"). Empty for a name that the table does not have.
 */
export function findProducts(tradeName: string): readonly Product[] {
  const key = brandKey(tradeName);
  const begun = key.length < SHORTEST ? KEYED.filter((row) => row.key === key) : KEYED.filter((row) => row.key.startsWith(key));
  if (begun.length > 0) return begun.map((row) => row.product);
  const stem = longestStem(key);
  return stem === '' ? [] : KEYED.filter((row) => row.stem === stem).map((row) => row.product);
}

export const productsOfCode = (cvx: string): readonly Product[] => PRODUCTS.filter((product) => product.cvx.includes(cvx));

const SHOUTED = /^[A-Z0-9 -]+$/;

/** As a screen and a record write a brand: `Havrix`, `M-M-R II`, `Pfizer-BioNTech COVID-19 Vaccine`; what stands in brackets is the table's own. */
export function brandWords(name: string): string {
  const bare = name.replace(/\s*\(.*$/, '').replace(/[-\s](PEDS|ADULT|DIALYSIS)$/, '');
  if (!SHOUTED.test(bare) || bare.startsWith('M-M-R')) return bare;
  return bare.replace(/[A-Z]{3,}/g, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
