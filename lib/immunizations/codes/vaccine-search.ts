/** The vaccines that a combobox offers for what a clerk types. */
import type { CalendarDate } from '@/lib/platform/dates';
import type { BirthDate } from '../ages';
import { ageRangeWords, outsideAges } from './age-range';
import type { Vaccine } from './cvx';
import { impossibleYears } from './use-years';
import { rankEntries } from './vaccine-rank';
import type { Ranked } from './vaccine-rank';
import { vaccineLabel } from './vaccine-words';

export type VaccineFound = {
  readonly cvx: string;
  readonly label: string;
  readonly tradeName: string | null;
  /** The maker, where the brand has one only. */
  readonly mvx: string | null;
  /** `6 months to 18 years`, `18 years and over: asks for a reason`. */
  readonly note: string;
};

type Offer = Ranked & { readonly asks: boolean };

const MOST = 8;

function note(vaccine: Vaccine, asks: boolean): string {
  if (vaccine.kind === 'unspecified') return 'only where the card names no brand';
  return asks ? `${ageRangeWords(vaccine)}: asks for a reason` : ageRangeWords(vaccine);
}

const shown = ({ entry: { vaccine, brand, mvx }, asks }: Offer): VaccineFound => ({
  cvx: vaccine.cvx,
  label: vaccineLabel(vaccine.cvx),
  tradeName: brand,
  mvx,
  note: note(vaccine, asks),
});

const couldBeGiven = ({ entry: { vaccine, brand } }: Ranked, onDate: CalendarDate): boolean =>
  impossibleYears(vaccine.cvx, brand ?? undefined, onDate) === null;

const likeliestFirst = (a: Offer, b: Offer): number =>
  Number(a.asks) - Number(b.asks) || b.rank - a.rank || Number(a.entry.vaccine.cvx) - Number(b.entry.vaccine.cvx);

/**
 * Up to eight vaccines for what was typed, the likeliest first. A date leaves out brands that could not have been given
 * then, unless nothing else is left; with a birth date those meant for other ages come last and say so.
 */
export function searchVaccines(text: string, onDate?: CalendarDate, birthOn?: BirthDate): readonly VaccineFound[] {
  const ranked = rankEntries(text);
  const possible = onDate === undefined ? ranked : ranked.filter((row) => couldBeGiven(row, onDate));
  const asks = ({ entry }: Ranked): boolean => onDate !== undefined && birthOn !== undefined && outsideAges(entry.vaccine, birthOn, onDate);
  return (possible.length > 0 ? possible : ranked)
    .map((row): Offer => ({ ...row, asks: asks(row) }))
    .sort(likeliestFirst)
    .slice(0, MOST)
    .map(shown);
}
