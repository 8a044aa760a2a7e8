import fc from 'fast-check';
import { allVaccines } from '@/lib/immunizations/codes/cvx';
import { DOSE_PROBLEM_WORDS, SOURCE_WORDS, sourceOnRecord } from '@/lib/immunizations/labels';
import { doseProblems, openProblems } from '@/lib/immunizations/rules';
import { NEEDS_REASON, REFUSALS, SOURCES } from '@/lib/immunizations/schema';
import type { DosePatient, DoseToCheck, EarlierDose } from '@/lib/immunizations/types';
import { addDays, asPartialDate, calendarDateOf } from '@/lib/platform/dates';
import type { PartialDate } from '@/lib/platform/dates';

const TODAY = calendarDateOf('2026-11-24');
const partial = (text: string): PartialDate => asPartialDate(text) ?? (() => { throw new RangeError(text); })();
const patient = (birthOn: string, more: Partial<DosePatient> = {}): DosePatient => ({ birthOn: partial(birthOn), optedOut: false, ...more });
const on = (cvx: string, givenOn: string): EarlierDose => ({ cvx, givenOn: calendarDateOf(givenOn) });

const reasons = (dose: DoseToCheck, who: DosePatient, earlier: readonly EarlierDose[] = []): string[] =>
  doseProblems(dose, who, earlier, TODAY).map(({ reason }) => reason);

type Paper = readonly [what: string, born: string, dose: DoseToCheck];

describe('honest paper passes without a word', () => {
  it.each<Paper>([
    ['DTP in 1985', '1985-02-11', { cvx: '01', givenOn: '1985-04-15' }],
    ['MMR in 1992', '1991-02-11', { cvx: '03', tradeName: 'M-M-R II', mvx: 'MSD', lot: '1423T', givenOn: '1992-05-20' }],
    ['Salk polio in 1958', '1950-06-01', { cvx: '10', givenOn: '1958-04-02' }],
    ['smallpox in 1967', '1962-06-01', { cvx: '75', tradeName: 'Dryvax', mvx: 'WA', givenOn: '1967-04-02' }],
    ['measles in 1966', '1964-01-05', { cvx: '05', givenOn: '1966-03-05' }],
    ['oral polio by Lederle in 1988', '1988-01-05', { cvx: '02', tradeName: 'Orimune', mvx: 'LED', lot: '0679B', givenOn: '1988-03-05' }],
    ['unspecified polio in 1971', '1971-01-05', { cvx: '89', givenOn: '1971-03-20' }],
    ['hepatitis B in 1994', '1958-09-30', { cvx: '43', tradeName: 'Engerix-B', mvx: 'SKB', givenOn: '1994-01-18' }],
    ['Hib by Lederle in 1991', '1990-11-02', { cvx: '47', tradeName: 'HibTITER', mvx: 'LED', givenOn: '1991-02-04' }],
    ['Acel-Imune in 1994', '1990-11-02', { cvx: '20', tradeName: 'ACEL-IMUNE', mvx: 'LED', givenOn: '1994-12-04' }],
    ['an old brand the table never had', '1980-01-05', { cvx: '01', tradeName: 'Tri-Immunol', givenOn: '1980-03-10' }],
    ['a tetanus shot for a child in 1960', '1956-01-05', { cvx: '112', givenOn: '1960-03-10' }],
    ['influenza in 1978 by a maker of then', '1930-01-05', { cvx: '141', mvx: 'WA', givenOn: '1978-10-10' }],
    ['Pneumovax of Lederle in 1985', '1915-01-05', { cvx: '33', mvx: 'LED', givenOn: '1985-10-10' }],
    ['varicella in 1996', '1995-02-05', { cvx: '21', tradeName: 'Varivax', mvx: 'MSD', givenOn: '1996-03-10' }],
    ['Pfizer for COVID-19 in 2021', '1958-09-30', { cvx: '208', tradeName: 'Pfizer-BioNTech', mvx: 'PFR', lot: 'EL9262', givenOn: '2021-02-20' }],
    ['Moderna for COVID-19 in 2021', '1958-09-30', { cvx: '207', tradeName: 'Moderna COVID-19 Vaccine', mvx: 'MOD', lot: '025L20A', givenOn: '2021-03-20' }],
    ['Janssen for COVID-19 in 2021', '1990-09-30', { cvx: '212', tradeName: 'J&J', mvx: 'JSN', lot: '1805018', givenOn: '2021-04-02' }],
    ['COVID-19 unspecified in 2021', '1990-09-30', { cvx: '213', givenOn: '2021-04-02' }],
    ['yellow fever at 65', '1950-01-05', { cvx: '37', tradeName: 'YF-VAX', givenOn: '2015-06-10' }],
    ['BCG at birth abroad', '1988-01-05', { cvx: '19', givenOn: '1988-01-05' }],
    ['hepatitis B at birth', '2021-03-09', { cvx: '08', tradeName: 'Engerix-B', mvx: 'SKB', lot: 'AHBVC123', givenOn: '2021-03-09' }],
    ['immune globulin for hepatitis B at birth', '2021-03-09', { cvx: '30', givenOn: '2021-03-09' }],
    ['RSV antibody at birth', '2024-10-09', { cvx: '306', tradeName: 'Beyfortus', mvx: 'PMC', givenOn: '2024-10-09' }],
    ['a skin test', '1988-01-05', { cvx: '96', givenOn: '1988-01-20' }],
    ['an unknown maker', '1991-02-11', { cvx: '03', mvx: 'UNK', givenOn: '1992-05-20' }],
    ['Tdap in 2011', '1958-09-30', { cvx: '115', tradeName: 'Adacel', mvx: 'PMC', lot: 'C3838AA', givenOn: '2011-08-22' }],
    ['Vaxelis by either partner', '2022-01-05', { cvx: '146', tradeName: 'Vaxelis', mvx: 'MSD', lot: 'U6894AA', givenOn: '2022-03-08' }],
  ])('%s', (_, born, dose) => expect(reasons(dose, patient(born))).toEqual([]));
});

describe('refused', () => {
  const adult = patient('1990-05-04');
  it.each<readonly [string, DoseToCheck, DosePatient, string]>([
    ['a day that does not exist', { cvx: '03', givenOn: '2023-02-30' }, adult, 'not_a_date'],
    ['a month without a day', { cvx: '03', givenOn: '2023-10' }, adult, 'not_a_date'],
    ['the day before birth', { cvx: '08', givenOn: '1990-05-03' }, adult, 'before_birth'],
    ['before a birth year of which nothing more is known', { cvx: '01', givenOn: '1989-12-31' }, patient('1990'), 'before_birth'],
    ['tomorrow', { cvx: '88', givenOn: '2026-11-25' }, adult, 'in_future'],
    ['the day after death', { cvx: '88', givenOn: '2020-03-02' }, patient('1990-05-04', { deceasedOn: calendarDateOf('2020-03-01') }), 'after_death'],
    ['a code that does not exist', { cvx: '777', givenOn: '2020-03-02' }, adult, 'unknown_code'],
    ['a code without its zero', { cvx: '3', givenOn: '2020-03-02' }, adult, 'unknown_code'],
    ['a code that was never in use', { cvx: '61', givenOn: '2020-03-02' }, adult, 'never_active_code'],
    ['code 998', { cvx: '998', givenOn: '2020-03-02' }, adult, 'not_a_dose_code'],
    ['code 999', { cvx: '999', givenOn: '2020-03-02' }, adult, 'not_a_dose_code'],
    ['code 99', { cvx: '99', givenOn: '2020-03-02' }, adult, 'not_a_dose_code'],
    ['a patient who opted out', { cvx: '88', givenOn: '2020-03-02' }, patient('1990-05-04', { optedOut: true }), 'patient_opted_out'],
  ])('%s', (_, dose, who, reason) => {
    const problems = doseProblems(dose, who, [], TODAY);
    expect(problems.map((problem) => [problem.reason, problem.severity])).toEqual([[reason, 'refused']]);
  });

  it('today and the day of death are days like others', () => {
    expect(reasons({ cvx: '88', givenOn: TODAY }, adult)).toEqual([]);
    expect(reasons({ cvx: '88', givenOn: '2020-03-01' }, patient('1990-05-04', { deceasedOn: calendarDateOf('2020-03-01') }))).toEqual([]);
  });

  it('every one of the 18 codes that were never in use', () => {
    const never = allVaccines().filter(({ kind }) => kind === 'never_active');
    expect(never.map(({ cvx }) => reasons({ cvx, givenOn: '2020-03-02' }, adult))).toEqual(never.map(() => ['never_active_code']));
  });
});

describe('asks for a reason', () => {
  it.each<readonly [string, string, DoseToCheck, string]>([
    ['MMR on the date of birth', '2021-03-09', { cvx: '03', givenOn: '2021-03-09' }, 'given_on_birth_date'],
    ['a combination with hepatitis B on the date of birth', '2021-03-09', { cvx: '110', givenOn: '2021-03-09' }, 'given_on_birth_date'],
    ['DTaP for an adult', '1990-05-04', { cvx: '20', givenOn: '2015-01-10' }, 'outside_age_range'],
    ['MMR at 5 months', '2021-03-09', { cvx: '03', givenOn: '2021-08-20' }, 'outside_age_range'],
    ['adult Havrix for a toddler', '2022-02-11', { cvx: '52', tradeName: 'Havrix', givenOn: '2023-08-30' }, 'outside_age_range'],
    ['Prevnar 13 in 2005', '2005-01-10', { cvx: '133', givenOn: '2005-03-10' }, 'outside_brand_years'],
    ['Gardasil in 2001', '1988-05-04', { cvx: '62', givenOn: '2001-01-10' }, 'outside_brand_years'],
    ['Pfizer for COVID-19 in 2002', '1980-05-04', { cvx: '208', givenOn: '2002-03-10' }, 'outside_brand_years'],
    ['COVID-19 unspecified in 2012', '1980-05-04', { cvx: '213', givenOn: '2012-03-10' }, 'outside_brand_years'],
    ['trivalent oral polio in 2019', '2019-01-04', { cvx: '02', givenOn: '2019-03-10' }, 'outside_brand_years'],
    ['Rotashield in 2004', '2004-01-04', { cvx: '74', givenOn: '2004-03-10' }, 'outside_brand_years'],
    ['Varivax under a code that older vaccines share', '1985-05-04', { cvx: '21', tradeName: 'Varivax', givenOn: '1989-03-10' }, 'outside_brand_years'],
    ['M-M-R II by Pfizer', '1991-02-11', { cvx: '03', tradeName: 'M-M-R II', mvx: 'PFR', givenOn: '1992-05-20' }, 'maker_not_of_product'],
    ['the code of Pfizer with the maker Moderna', '1980-02-11', { cvx: '208', mvx: 'MOD', givenOn: '2021-05-20' }, 'maker_not_of_product'],
    ['a brand unknown to the table with a maker', '1980-01-05', { cvx: '01', tradeName: 'Tri-Immunol', mvx: 'LED', givenOn: '1980-03-10' }, 'maker_not_of_product'],
    ['a maker code that does not exist', '1991-02-11', { cvx: '03', mvx: 'ZZZ', givenOn: '1992-05-20' }, 'unknown_maker'],
    ['Varivax under the code of MMR', '1995-02-11', { cvx: '03', tradeName: 'Varivax', givenOn: '1996-05-20' }, 'product_not_of_code'],
    ['an unspecified code where the card names a brand', '2000-02-11', { cvx: '85', tradeName: 'Havrix', givenOn: '2002-05-20' }, 'brand_on_unspecified_code'],
    ['a lot that is a date', '1991-02-11', { cvx: '03', lot: '05/20/92', givenOn: '1992-05-20' }, 'lot_malformed'],
    ['a lot without a figure', '1991-02-11', { cvx: '03', lot: 'UNKNOWN', givenOn: '1992-05-20' }, 'lot_malformed'],
    ['a lot of one figure repeated', '1991-02-11', { cvx: '03', lot: '0000', givenOn: '1992-05-20' }, 'lot_malformed'],
    ['a lot that says "lot"', '1991-02-11', { cvx: '03', lot: 'LOT W018842', givenOn: '1992-05-20' }, 'lot_malformed'],
    ['a lot past its expiry', '1991-02-11', { cvx: '03', lotExpiresOn: '1992-05-19', givenOn: '1992-05-20' }, 'lot_past_expiry'],
  ])('%s', (_, born, dose, reason) => {
    const problems = doseProblems(dose, patient(born), [], TODAY);
    expect(problems.map((problem) => [problem.reason, problem.severity])).toEqual([[reason, 'needs_reason']]);
  });

  it('takes the last day of a lot', () => {
    expect(reasons({ cvx: '03', lotExpiresOn: '1992-05-20', givenOn: '1992-05-20' }, patient('1991-02-11'))).toEqual([]);
  });

  it.each<readonly [string, string, string, boolean]>([
    ['21', '2023-02-20', '2023-02-21', true],
    ['21', '2023-02-20', '2023-03-19', true],
    ['21', '2023-03-19', '2023-02-20', true],
    ['21', '2023-02-20', '2023-02-20', false],
    ['21', '2023-02-20', '2023-03-20', false],
    ['119', '2023-02-20', '2023-02-25', false],
    ['10', '2023-02-20', '2023-02-25', false],
  ])('MMR on record, CVX %s typed: %s and %s too close is %s', (cvx, recorded, typed, close) => {
    const found = reasons({ cvx, givenOn: typed }, patient('2022-02-11'), [on('03', recorded)]);
    expect(found.includes('live_doses_too_close')).toBe(close);
  });

  it('speaks up at the sixth MMR, not before, and counts a day once', () => {
    const years = ['1992', '1996', '2003', '2008', '2015'];
    const five = years.map((year) => on('03', `${year}-05-20`));
    const next = { cvx: '03', givenOn: '2020-05-20' };
    expect(reasons(next, patient('1991-02-11'), five.slice(1))).toEqual([]);
    expect(reasons(next, patient('1991-02-11'), five)).toEqual(['more_doses_than_plausible']);
    expect(reasons({ ...next, givenOn: '2015-05-20' }, patient('1991-02-11'), five)).toEqual([]);
  });

  it('takes forty influenza seasons, and asks at the fourth dose of one', () => {
    const seasons = Array.from({ length: 40 }, (_, i) => on('141', `${1980 + i}-10-10`));
    const who = patient('1950-02-11');
    expect(reasons({ cvx: '88', givenOn: '2020-10-11' }, who, seasons)).toEqual([]);
    const many = [...seasons, on('141', '2020-10-01'), on('141', '2020-11-01'), on('141', '2020-12-01')];
    expect(reasons({ cvx: '88', givenOn: '2020-12-20' }, who, many)).toEqual(['more_doses_than_plausible']);
  });
});

describe('a birth date known in part', () => {
  it('invents no day: what may be right is let through', () => {
    expect(reasons({ cvx: '03', givenOn: '1994-05-01' }, patient('1994'))).toEqual(['outside_age_range']);
    expect(reasons({ cvx: '03', givenOn: '1994-10-01' }, patient('1994'))).toEqual([]);
    expect(reasons({ cvx: '03', givenOn: '1994-05-01' }, patient('1994-05'))).toEqual(['outside_age_range']);
    expect(reasons({ cvx: '08', givenOn: '1994-05-01' }, patient('1994-05'))).toEqual([]);
  });

  it('never complains of more than the full date would', () => {
    const codes = allVaccines().map(({ cvx }) => cvx);
    const day = fc.integer({ min: 0, max: 364 * 30 }).map((days) => addDays(calendarDateOf('1990-01-01'), days));
    fc.assert(
      fc.property(fc.constantFrom(...codes), day, day, fc.constantFrom(4, 7), (cvx, born, givenOn, length) => {
        const known = reasons({ cvx, givenOn }, patient(born));
        const unknown = reasons({ cvx, givenOn }, patient(born.slice(0, length)));
        fc.pre(!known.includes('given_on_birth_date') && !known.includes('before_birth'));
        expect(known).toEqual(expect.arrayContaining(unknown));
      }),
      { numRuns: 400 },
    );
  });
});

it('no unspecified code but COVID-19 is ever told that its years are wrong', () => {
  const unspecified = allVaccines().filter(({ kind, cvx }) => kind === 'unspecified' && cvx !== '213');
  const years = fc.integer({ min: 1930, max: 2026 }).map((year) => `${year}-06-15`);
  fc.assert(
    fc.property(fc.constantFrom(...unspecified.map(({ cvx }) => cvx)), years, (cvx, givenOn) => {
      expect(reasons({ cvx, givenOn }, patient('1900-01-01'))).not.toContain('outside_brand_years');
    }),
  );
});

it('a reason lifts the problem it is for, and no refusal', () => {
  const who = patient('1990-05-04');
  const accepted = [{ problem: 'outside_age_range' as const, reason: 'Bone marrow transplant' }];
  expect(openProblems(doseProblems({ cvx: '20', givenOn: '2015-01-10' }, who, [], TODAY), accepted)).toEqual([]);
  expect(openProblems(doseProblems({ cvx: '20', givenOn: '2015-01-10', lot: '?' }, who, [], TODAY), accepted).map(({ reason }) => reason)).toEqual(['lot_malformed']);
  expect(openProblems(doseProblems({ cvx: '999', givenOn: '2015-01-10' }, who, [], TODAY), accepted)).toHaveLength(1);
});

it('every problem and source has its words', () => {
  expect(Object.keys(DOSE_PROBLEM_WORDS).sort()).toEqual([...REFUSALS, ...NEEDS_REASON].sort());
  expect(Object.keys(SOURCE_WORDS).sort()).toEqual([...SOURCES]);
  expect(['00', '02', '05'].map(sourceOnRecord)).toEqual(['Provider', 'Paper record', 'Other state']);
});
