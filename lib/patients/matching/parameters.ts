/**
 * The numbers of the Fellegi-Sunter model, all of them, in one place.
 *
 * m: share of true pairs that show a level; u: share of random pairs that do. A level weighs log2(m / u) bits; missing weighs 0.
 */
import type { Field, Level } from './types';

export type Rates = { readonly m: number; readonly u: number };
export type Levels = Readonly<Partial<Record<Level, Rates>>>;

export const PARAMETERS_VERSION = '2026-11-24';

export const LEVELS: Readonly<Record<Field | 'middleName', Levels>> = {
  // Exact names take u from the census table (frequencies.ts); the u here serves names that are not in it.
  given: {
    exact: { m: 0.86, u: 0.003 },
    nickname: { m: 0.04, u: 0.004 },
    part: { m: 0.02, u: 0.001 },
    near: { m: 0.03, u: 0.002 },
    similar: { m: 0.008, u: 0.012 },
    sound: { m: 0.006, u: 0.006 },
    initial: { m: 0.008, u: 0.01 },
    middle: { m: 0.008, u: 0.004 },
    swapped: { m: 0.004, u: 0.00002 },
    different: { m: 0.016, u: 0.95 },
  },
  family: {
    exact: { m: 0.84, u: 0.0005 },
    part: { m: 0.04, u: 0.0006 },
    near: { m: 0.035, u: 0.0008 },
    similar: { m: 0.01, u: 0.01 },
    sound: { m: 0.01, u: 0.004 },
    swapped: { m: 0.004, u: 0.00002 },
    different: { m: 0.061, u: 0.98 },
  },
  middleName: {
    exact: { m: 0.7, u: 0.01 },
    initial: { m: 0.2, u: 0.06 },
    near: { m: 0.03, u: 0.004 },
    different: { m: 0.07, u: 0.926 },
  },
  birthOn: {
    exact: { m: 0.95, u: 0.00004 },
    swapped: { m: 0.01, u: 0.00003 },
    one_digit: { m: 0.015, u: 0.0006 },
    partial: { m: 0.9, u: 0.003 },
    two_parts: { m: 0.01, u: 0.003 },
    different: { m: 0.015, u: 0.996 },
  },
  sex: { exact: { m: 0.985, u: 0.5 }, different: { m: 0.015, u: 0.5 } },
  // People change phones: a different one says little. u is far above 1 in a million because households share.
  phone: { exact: { m: 0.6, u: 0.0001 }, last_seven: { m: 0.02, u: 0.00005 }, different: { m: 0.38, u: 0.9998 } },
  email: { exact: { m: 0.6, u: 0.00005 }, near: { m: 0.03, u: 0.0001 }, different: { m: 0.37, u: 0.9998 } },
  address: { exact: { m: 0.6, u: 0.0001 }, similar: { m: 0.06, u: 0.0002 }, area: { m: 0.14, u: 0.01 }, different: { m: 0.2, u: 0.99 } },
};

/** Of an address on paper, one person's contact in another's household: what an agreement with it is worth at most. */
export const SHARED_CONTACT: Rates = { m: 0.5, u: 0.004 };

/** Where a name agreement starts and ends (performance notes: exact · one edit or .92 · .84 or sound · differ). */
export const NEAR = 0.92;
export const SIMILAR = 0.84;

/**
 * `likely`: name, full birth date and one contact or street; a wrong person of a registry of five million reaches it less than once in a
 * thousand searches for people who are not in it. `possible`: worth a look.
 */
export const BANDS = { likely: 30, possible: 16 } as const;
