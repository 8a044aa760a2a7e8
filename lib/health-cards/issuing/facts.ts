import { createHash } from 'node:crypto';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import { UNSPECIFIED_COVID, isCovidCode } from './covid-codes';
import { tidy } from './card-text';

/** Family and given names apart, each given name an element of its own; or one text where the record knows no parts. */
export type CardName = { readonly family?: string; readonly given: readonly string[] } | { readonly text: string };

export type CardDose = {
  /** CVX code. */
  readonly cvx: string;
  readonly givenOn: CalendarDate;
  readonly lot?: string;
  readonly performer?: string;
  readonly subpotent?: boolean;
};

/** What a COVID-19 card says about one person. */
export type CardFacts = {
  readonly patient: CardName;
  readonly birthOn: PartialDate;
  readonly doses: readonly CardDose[];
  /** CVX 213 goes on a card only where somebody decided so. */
  readonly unspecifiedVaccineAgreed?: boolean;
};

// C0 and C1 controls, zero-width and bidirectional marks, lone surrogates: what is signed must read as it looks.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

const wordsOf = (name: CardName): readonly string[] => ('text' in name ? [name.text] : [...name.given, name.family ?? '']);

/** The name as it is signed: (family and given) or text, never both, no empty element. */
export function signedName(name: CardName): { family: string; given: string[] } | { text: string } {
  if ('text' in name) return { text: tidy(name.text) };
  const given = name.given.map(tidy).filter((word) => word !== '');
  const family = tidy(name.family ?? '');
  return family !== '' && given.length > 0 ? { family, given } : { text: [...given, family].join(' ').trim() };
}

function nameProblems(name: CardName): Problem[] {
  const words = wordsOf(name);
  if (words.some((word) => UNPRINTABLE.test(word))) return [{ field: 'patient', reason: 'unprintable' }];
  return words.every((word) => tidy(word) === '') ? [{ field: 'patient', reason: 'name_missing' }] : [];
}

function codeProblem(dose: CardDose, agreed: boolean): string | null {
  if (dose.cvx === UNSPECIFIED_COVID) return agreed ? null : 'unspecified_not_agreed';
  return isCovidCode(dose.cvx) ? null : 'not_a_covid_code';
}

const doseProblems = (facts: CardFacts): Problem[] =>
  facts.doses.flatMap((dose, index) => {
    const reason = codeProblem(dose, facts.unspecifiedVaccineAgreed === true);
    return reason === null ? [] : [{ field: `doses.${index}.cvx`, reason }];
  });

/** Everything that keeps these facts off a card; empty when a card can be made. */
export function cardProblems(facts: CardFacts): Problem[] {
  const none: Problem[] = facts.doses.length === 0 ? [{ field: 'doses', reason: 'no_doses' }] : [];
  return [...nameProblems(facts.patient), ...none, ...doseProblems(facts)];
}

const doseKey = (dose: CardDose): string =>
  JSON.stringify([dose.givenOn, dose.cvx, tidy(dose.lot ?? ''), tidy(dose.performer ?? ''), dose.subpotent === true]);

/** Doses as every card lists them: by date, then by code. */
export const inCardOrder = (doses: readonly CardDose[]): CardDose[] =>
  [...doses].sort((a, b) => (doseKey(a) < doseKey(b) ? -1 : doseKey(a) > doseKey(b) ? 1 : 0));

/**
 * SHA-256 (hex) of what a card says, not of the card: two cards never have the same bytes, because each signature is random.
 * The order of doses, spaces and the Unicode composition of names make no difference; issuer, key and time are not part of it.
 * No errors. Source: canonical JSON after RFC 8785's idea, with members in a fixed order.
 * @example
 * contentDigest({ patient: { family: 'Nguyễn', given: ['Ann'] }, birthOn, doses: [{ cvx: '208', givenOn }] })
 * // 'a3f1…' (64 characters), the same tomorrow
 */
export function contentDigest(facts: CardFacts): string {
  const canonical = JSON.stringify({
    birthOn: facts.birthOn,
    doses: facts.doses.map(doseKey).sort(),
    name: signedName(facts.patient),
  });
  return createHash('sha256').update(canonical).digest('hex');
}
