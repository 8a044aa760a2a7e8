/** How much must agree together before a pair may be called likely: what is only nearly the same has to be made up for. */
import type { SubjectEvidence } from './compare';
import type { Evidence, Field, Level } from './types';

export const is = (evidence: Evidence, ...levels: readonly Level[]): boolean => levels.includes(evidence.level);

/** How many confirmations beyond the first a field that does not agree exactly asks for. What stands in no row can never be made up for. */
const PRICE: Readonly<Record<'given' | 'family' | 'birthOn', Readonly<Partial<Record<Level, number>>>>> = {
  given: { exact: 0, swapped: 0, part: 1, nickname: 1, near: 1, similar: 1, sound: 1, middle: 1 },
  // Swapped names are one mistake, paid for once.
  family: { exact: 0, swapped: 1, part: 1, near: 1, similar: 1, sound: 1, different: 2 },
  birthOn: { exact: 0, swapped: 1, one_digit: 1, two_parts: 2 },
};
const PRICED = ['given', 'family', 'birthOn'] as const;

/** Contacts and the street, as far as they agree. A contact that a family shares counts only beside the same ZIP or street. */
export function confirming({ byField: { phone, email, address } }: SubjectEvidence): readonly Field[] {
  const near = is(address, 'exact', 'similar', 'area');
  const contacts = [phone, email].filter((contact) => is(contact, 'exact') && (contact.owner !== 'shared' || near)).map(({ field }) => field);
  return is(address, 'exact', 'similar') ? [...contacts, 'address'] : contacts;
}

/** How many confirmations this pair needs, or null when none suffice. Exact names and birth date need one: alone, two people can share them. */
export function confirmationsNeeded({ byField }: SubjectEvidence): number | null {
  const prices = PRICED.map((field) => PRICE[field][byField[field].level]);
  return prices.reduce<number | null>((sum, price) => (sum === null || price === undefined ? null : sum + price), 1);
}

const isOwn = ({ owner }: Evidence): boolean => owner === 'self';

/**
 * How much the agreeing contacts and the street confirm. A contact of the person's own counts twice: nobody else in the house has it. A
 * parent's phone, the street and a shared inbox are also a brother's.
 */
export function confirmation(evidence: SubjectEvidence): number {
  return confirming(evidence).reduce((sum, field) => sum + (isOwn(evidence.byField[field]) ? 2 : 1), 0);
}

/** Whether what agrees only nearly is made up for. */
export function isPaid(evidence: SubjectEvidence): boolean {
  const needed = confirmationsNeeded(evidence);
  return needed !== null && confirmation(evidence) >= needed;
}

/** The fields that carry the pair together, or null when they do not suffice. */
export const strongestCombination = (evidence: SubjectEvidence): readonly Field[] | null => (isPaid(evidence) ? [...PRICED, ...confirming(evidence)] : null);
