/** The words staff read for problems with doses, where a dose comes from, and what a record prints of it. No code table here. */
import type { DoseSource, NeedsReason, Refusal } from './schema';

type Words = { readonly head: string; readonly advice: string };

export const DOSE_PROBLEM_WORDS: Readonly<Record<Refusal | NeedsReason, Words>> = {
  not_a_date: { head: 'Not a date', advice: 'Never guess a day. Ask for a clearer photo, or keep the month as evidence on the case.' },
  before_birth: { head: 'Before birth', advice: 'Check the year, and whether the paper is this person’s.' },
  in_future: { head: 'In the future', advice: 'Check the year. An appointment is not a dose.' },
  after_death: { head: 'After the date of death', advice: 'Check the date. A wrong date of death has its own correction.' },
  unknown_code: { head: 'Unknown vaccine code', advice: 'Choose the vaccine from the list.' },
  never_active_code: { head: 'Code never in use', advice: 'No vaccine was given under this code. Choose another.' },
  not_a_dose_code: { head: 'Not a dose', advice: 'This code says that no vaccine, or no known one, was given. Keep it as evidence on the case.' },
  patient_opted_out: { head: 'Patient opted out', advice: 'No dose is added while the opt-out stands.' },
  given_on_birth_date: { head: 'On the date of birth', advice: 'Only hepatitis B, its immune globulin, RSV antibody and BCG are given then. Was the birth date copied?' },
  live_doses_too_close: { head: 'Live vaccines too close', advice: 'Two live vaccines belong on one day, or 28 days or more apart.' },
  outside_age_range: { head: 'Unusual age', advice: 'This vaccine is not meant for this age. Check vaccine and date.' },
  outside_brand_years: { head: 'Not in use then', advice: 'This vaccine was not to be had on this date. Check vaccine and year.' },
  product_not_of_code: { head: 'Brand and code differ', advice: 'This brand belongs to another vaccine code.' },
  maker_not_of_product: { head: 'Unknown maker for this brand', advice: 'The tables do not know this combination. Leave the maker blank if the paper does not name it.' },
  unknown_maker: { head: 'Unknown maker code', advice: 'Choose the maker from the list, or leave it blank.' },
  lot_malformed: { head: 'Odd lot number', advice: 'Check the lot against the paper. Leave it blank if it cannot be read.' },
  lot_past_expiry: { head: 'Lot had expired', advice: 'The dose is later than the expiry of its lot. Check both dates.' },
  brand_on_unspecified_code: { head: 'Card names a brand', advice: 'Choose the code of the brand.' },
  more_doses_than_plausible: { head: 'Unusually many doses', advice: 'Check for a dose copied twice, and for another person’s card.' },
};

export const SEVERITY_WORDS = { refused: 'Cannot be added', needs_reason: 'Asks for a reason' } as const;

export const LIKENESS_WORDS = { duplicate: 'Looks like a duplicate', person_decides: 'Same dose?', different: 'Another dose' } as const;

/** NIP001, for staff. */
export const SOURCE_WORDS: Readonly<Record<DoseSource, string>> = {
  '00': 'Given by the provider who reports it',
  '01': 'Paper, source not named',
  '02': 'Other provider',
  '03': 'Parent’s written record',
  '04': 'Parent’s recall (not proof)',
  '05': 'Other registry',
  '06': 'Birth certificate',
  '07': 'School record',
  '08': 'Public agency',
};

const OTHER_REGISTRY = '05';

/** Where a dose comes from, as a record prints it. */
export function sourceOnRecord(source: string): 'Provider' | 'Other state' | 'Paper record' {
  if (source === '00') return 'Provider';
  return source === OTHER_REGISTRY ? 'Other state' : 'Paper record';
}
