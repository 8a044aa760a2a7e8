/**
 * Whether two rows are one dose: the weights of MIROW, "Vaccination Level Deduplication in Immunization Information
 * Systems" (AIRA and CDC, 2006), with its three answers.
 */
import { daysBetween } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { groupsOverlap, vaccineGroups } from './codes/groups';
import { brandKey } from './codes/products';

export type ComparedDose = {
  readonly cvx: string | null;
  readonly tradeName?: string | null;
  readonly lot?: string | null;
  readonly organization?: string | null;
  /** NIP001: 00 administered, 01-08 historical. */
  readonly source: string | null;
  readonly givenOn: CalendarDate;
};
export type Likeness = {
  /** 0 for the smallest possible sum of weights, 1 for the largest; not rounded. */
  readonly score: number;
  readonly answer: 'duplicate' | 'different' | 'person_decides';
  readonly daysApart: number;
};

type Weights = { readonly same: number; readonly absent: number; readonly different: number };
const CVX: Weights = { same: 50, absent: 15, different: 5 };
const PRODUCT: Weights = { same: 35, absent: 20, different: -5 };
const LOT: Weights = { same: 45, absent: 25, different: -25 };
const ORGANIZATION: Weights = { same: 25, absent: 15, different: 10 };
const SOURCE = { mixed: 60, bothHistorical: 15, bothAdministered: -7, unknown: 15 } as const;
/** Days apart 0 to 6; more weigh like 6. */
const DAYS = [80, 65, 50, 43, 38, 30, 23] as const;

const SMALLEST = CVX.different + PRODUCT.different + LOT.different + ORGANIZATION.different + SOURCE.bothAdministered + 23;
const LARGEST = CVX.same + PRODUCT.same + LOT.same + ORGANIZATION.same + SOURCE.mixed + 80;

export const DUPLICATE_ABOVE = 0.6;
export const DIFFERENT_BELOW = 0.4;

const WINDOW_DAYS = 23;
/** After a bite rabies vaccine is given on days 0, 3, 7 and 14 (ACIP 2010): three days apart are two doses. */
const RABIES_WINDOW_DAYS = 2;

const letters = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

function weigh(one: string | null | undefined, other: string | null | undefined, weights: Weights, key: (text: string) => string = letters): number {
  const [first, second] = [key(one ?? ''), key(other ?? '')];
  if (first === '' || second === '') return weights.absent;
  return first === second ? weights.same : weights.different;
}

function weighSources(one: string | null, other: string | null): number {
  if (one === null || other === null || one === '' || other === '') return SOURCE.unknown;
  const administered = [one, other].filter((source) => source === '00').length;
  if (administered === 1) return SOURCE.mixed;
  return administered === 2 ? SOURCE.bothAdministered : SOURCE.bothHistorical;
}

const weighDays = (apart: number): number => DAYS[Math.min(apart, 6)] ?? 23;

/** The sum of weights, brought between 0 and 1. */
export function likeness(one: ComparedDose, other: ComparedDose): Likeness {
  const daysApart = Math.abs(daysBetween(one.givenOn, other.givenOn));
  const sum =
    weigh(one.cvx, other.cvx, CVX) +
    weigh(one.tradeName, other.tradeName, PRODUCT, brandKey) +
    weigh(one.lot, other.lot, LOT) +
    weigh(one.organization, other.organization, ORGANIZATION) +
    weighSources(one.source, other.source) +
    weighDays(daysApart);
  const score = (sum - SMALLEST) / (LARGEST - SMALLEST);
  const answer = score > DUPLICATE_ABOVE ? 'duplicate' : score < DIFFERENT_BELOW ? 'different' : 'person_decides';
  return { score, answer, daysApart };
}

/** Worth comparing at all: groups that overlap, and days near enough. Both doses are of one patient. */
export function mayBeOneDose(one: ComparedDose, other: ComparedDose): boolean {
  if (one.cvx === null || other.cvx === null || !groupsOverlap(one.cvx, other.cvx)) return false;
  const rabies = vaccineGroups(one.cvx).includes('RABIES');
  return Math.abs(daysBetween(one.givenOn, other.givenOn)) <= (rabies ? RABIES_WINDOW_DAYS : WINDOW_DAYS);
}

/** Doses on record that may be the same as this one, the likeliest first; those that are certainly others are left out. */
export function likelyDuplicates<T extends ComparedDose>(dose: ComparedDose, onRecord: readonly T[]): (Likeness & { readonly dose: T })[] {
  return onRecord
    .filter((other) => mayBeOneDose(dose, other))
    .map((other) => ({ ...likeness(dose, other), dose: other }))
    .filter(({ answer }) => answer !== 'different')
    .sort((a, b) => b.score - a.score);
}
