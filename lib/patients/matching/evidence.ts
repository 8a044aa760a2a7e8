/** What agreement on a level is worth, in bits. */
import { LEVELS } from './parameters';
import type { Rates } from './parameters';
import type { Field, Level } from './types';

export const bits = ({ m, u }: Rates): number => Math.log2(m / u);

/** 0 for what is missing, and for a level that the field does not know. */
export function levelWeight(field: Field | 'middleName', level: Level): number {
  const rates = LEVELS[field][level];
  return rates === undefined ? 0 : bits(rates);
}

/** An exact name is worth the more, the fewer people bear it. */
export function exactNameWeight(field: 'given' | 'family', share: number): number {
  return Math.log2((LEVELS[field].exact?.m ?? 1) / share);
}
