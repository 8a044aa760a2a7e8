/**
 * The numbers of the Fellegi-Sunter model, all of them, in one place.
 *
 * m: share of true pairs that show a level; u: share of random pairs that do. A level weighs log2(m / u) bits; missing weighs 0.
 *
 * How they were set, 2026-11-24 (docs/decisions/0028 says how bands use them). Measured on FEBRL dataset 3 (5,000 synthetic records, 7,172 pairs blocked by our own keys): u of the partial
 * name and birth date levels from 200,000 random pairs; m by EM without labels (it came within .03 of the labelled shares). That set is far
 * dirtier than a registry (a first name is exact in .62 of its true pairs), so the m of names stand between it and what we expect of a form
 * filled in by the person. Reasoned, not measured: everything about phone, e-mail, gender and middle name (no free data carries them
 * honestly), u of exact dates (one in 25,000) and of address (ZIP codes of Connecticut), and the two bands, which were then checked on
 * labelled pairs of AIRA's registry tests.
 */
import type { Field, Level } from './types';

export type Rates = { readonly m: number; readonly u: number };
export type Levels = Readonly<Partial<Record<Level, Rates>>>;

export const PARAMETERS_VERSION = '2026-11-24';

export const LEVELS: Readonly<Record<Field | 'middleName', Levels>> = {
  // The u of an exact name is the share of people who bear it (frequencies.ts); what stands here is the average.
  given: {
    exact: { m: 0.8, u: 0.003 },
    nickname: { m: 0.03, u: 0.0006 },
    part: { m: 0.02, u: 0.0006 },
    near: { m: 0.08, u: 0.0014 },
    similar: { m: 0.006, u: 0.0024 },
    sound: { m: 0.004, u: 0.0016 },
    initial: { m: 0.008, u: 0.01 },
    middle: { m: 0.008, u: 0.004 },
    swapped: { m: 0.02, u: 0.00002 },
    different: { m: 0.024, u: 0.97 },
  },
  family: {
    exact: { m: 0.78, u: 0.0005 },
    part: { m: 0.05, u: 0.0006 },
    near: { m: 0.09, u: 0.0024 },
    similar: { m: 0.008, u: 0.0008 },
    sound: { m: 0.006, u: 0.0008 },
    swapped: { m: 0.02, u: 0.00002 },
    different: { m: 0.046, u: 0.99 },
  },
  middleName: {
    exact: { m: 0.7, u: 0.01 },
    initial: { m: 0.2, u: 0.06 },
    near: { m: 0.03, u: 0.004 },
    different: { m: 0.07, u: 0.926 },
  },
  birthOn: {
    exact: { m: 0.94, u: 0.00004 },
    swapped: { m: 0.012, u: 0.00003 },
    one_digit: { m: 0.012, u: 0.00043 },
    partial: { m: 0.9, u: 0.003 },
    two_parts: { m: 0.008, u: 0.0035 },
    different: { m: 0.028, u: 0.996 },
  },
  sex: { exact: { m: 0.985, u: 0.5 }, different: { m: 0.015, u: 0.5 } },
  // People change phones: a different one says little. u is far above 1 in a million because households share.
  phone: { exact: { m: 0.6, u: 0.0001 }, last_seven: { m: 0.02, u: 0.00005 }, different: { m: 0.38, u: 0.9998 } },
  email: { exact: { m: 0.6, u: 0.00005 }, near: { m: 0.03, u: 0.0001 }, different: { m: 0.37, u: 0.9998 } },
  address: { exact: { m: 0.6, u: 0.0001 }, similar: { m: 0.06, u: 0.0002 }, area: { m: 0.14, u: 0.01 }, different: { m: 0.2, u: 0.99 } },
};

/** What agreement on a contact that a family shares is worth at most: about as much as living in the same small town. */
export const SHARED_CONTACT: Rates = { m: 0.5, u: 0.004 };

/** Jaro-Winkler similarity from which two names are nearly the same, and from which they are alike (Winkler 1990). */
export const NEAR = 0.92;
export const SIMILAR = 0.84;

/**
 * Bits from which a pair is a candidate, and from which it may be `likely`. Among five million patients a random one starts at -22 bits.
 * The guards do most of the work: a threshold that looks perfect on people who are in the registry still calls a stranger certain
 * when the person is not in it at all, so name and birth date never suffice, whatever they weigh.
 */
export const BANDS = { likely: 30, possible: 16, /** Shown where nobody is possible. */ nearest: 13 } as const;
