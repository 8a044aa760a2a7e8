/** What was given: brand, maker and lot against the tables. */
import { asCalendarDate } from '@/lib/platform/dates';
import { findVaccine } from './codes/cvx';
import { makerName, OTHER_MAKERS, sameMaker, saysNothing } from './codes/manufacturers';
import { findProducts, productsOfCode } from './codes/products';
import type { Product } from './codes/products';
import type { DatedDose, ReasonProblem } from './types';

const makersOf = (products: readonly Product[]): readonly string[] => [...new Set(products.flatMap(({ mvx }) => mvx))];

/** An old brand that the table never had says nothing against the code. */
function codeProblems({ cvx, tradeName }: DatedDose): ReasonProblem[] {
  if (tradeName === undefined) return [];
  const products = findProducts(tradeName);
  if (findVaccine(cvx)?.kind === 'unspecified') {
    const detail = [...new Set(products.flatMap((product) => product.cvx))].join(', ');
    return [{ field: 'cvx', reason: 'brand_on_unspecified_code', ...(detail !== '' && { detail }) }];
  }
  const fits = products.length === 0 || products.some((product) => product.cvx.includes(cvx));
  return fits ? [] : [{ field: 'tradeName', reason: 'product_not_of_code', detail: products[0]?.cvx.join(', ') ?? '' }];
}

function expectedMakers({ cvx, tradeName }: DatedDose): readonly string[] {
  if (tradeName !== undefined) return makersOf(findProducts(tradeName).filter((product) => product.cvx.includes(cvx)));
  return OTHER_MAKERS.has(cvx) ? [] : makersOf(productsOfCode(cvx));
}

function makerProblems(dose: DatedDose): ReasonProblem[] {
  const { mvx, tradeName } = dose;
  if (mvx === undefined || saysNothing(mvx)) return [];
  if (makerName(mvx) === null) return [{ field: 'mvx', reason: 'unknown_maker' }];
  const expected = expectedMakers(dose);
  // A maker beside a brand that the table does not have cannot be checked: the combination is unknown.
  const unchecked = expected.length === 0 && tradeName !== undefined && findProducts(tradeName).length === 0;
  const wrong = expected.length > 0 && !expected.some((maker) => sameMaker(maker, mvx));
  return unchecked || wrong ? [{ field: 'mvx', reason: 'maker_not_of_product', ...(wrong && { detail: expected.join(', ') }) }] : [];
}

export const productProblems = (dose: DatedDose): ReasonProblem[] => [...codeProblems(dose), ...makerProblems(dose)];

/** Makers' own patterns differ and change; what all lots share is length, alphabet and at least one figure. */
const LOT = /^(?=.*\d)[A-Z0-9][A-Z0-9 ./-]{1,19}$/;
/** One figure repeated, or the word for a blank. */
const FILLER = /^(.)\1+$|^(UNK|UNKNOWN|NONE|N\/?A|NOT ?GIVEN)\b|\bLOT\b/;
const A_DATE = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/;

function malformed(lot: string): boolean {
  const text = lot.normalize('NFC').trim().toUpperCase();
  return !LOT.test(text) || FILLER.test(text) || A_DATE.test(text);
}

export function lotProblems({ lot, lotExpiresOn, givenOn }: DatedDose): ReasonProblem[] {
  const expires = lotExpiresOn === undefined ? null : asCalendarDate(lotExpiresOn);
  return [
    ...(lot !== undefined && malformed(lot) ? [{ field: 'lot', reason: 'lot_malformed' } as const] : []),
    ...(expires !== null && givenOn > expires ? [{ field: 'lotExpiresOn', reason: 'lot_past_expiry', detail: expires } as const] : []),
  ];
}
