import { allVaccines, findVaccine, isDoseCode } from '@/lib/immunizations/codes/cvx';
import { cdcGroups, groupNames, groupsOverlap, isCovidVaccine, vaccineGroups } from '@/lib/immunizations/codes/groups';
import { GROUP_WORDS } from '@/lib/immunizations/codes/group-overrides';
import { isLiveInjectedOrNasal } from '@/lib/immunizations/codes/live-vaccines';
import { allMakers, makerName, sameMaker } from '@/lib/immunizations/codes/manufacturers';
import { allProducts, findProducts } from '@/lib/immunizations/codes/products';
import { SYNONYMS } from '@/lib/immunizations/codes/synonyms';
import { BRAND_YEARS, CODE_YEARS } from '@/lib/immunizations/codes/use-overrides';
import { searchVaccines } from '@/lib/immunizations/codes/vaccine-search';
import { vaccineText } from '@/lib/immunizations/codes/vaccine-words';
import { calendarDateOf } from '@/lib/platform/dates';

const kinds = (kind: string): number => allVaccines().filter((vaccine) => vaccine.kind === kind).length;
const found = (text: string, on?: string, born?: string): string[] =>
  searchVaccines(text, on === undefined ? undefined : calendarDateOf(on), born === undefined ? undefined : calendarDateOf(born)).map(
    ({ cvx, tradeName }) => [cvx, tradeName].filter(Boolean).join(' '),
  );

describe('the code tables', () => {
  it('hold every code of the December 2025 edition', () => {
    expect(allVaccines()).toHaveLength(288);
    expect([kinds('vaccine'), kinds('unspecified'), kinds('foreign'), kinds('non_vaccine'), kinds('never_active')]).toEqual([168, 37, 38, 25, 18]);
    expect([kinds('pending'), kinds('withdrawn')]).toEqual([1, 1]);
    expect(allMakers()).toHaveLength(89);
    expect(cdcGroups()).toHaveLength(46);
    expect(allProducts()).toHaveLength(194);
  });

  it('find a code only as the table writes it', () => {
    expect(findVaccine('03')?.label).toBe('MMR');
    expect(findVaccine('3')).toBeNull();
    expect(findVaccine('161')?.label).toBe('Influenza, injectable,quadrivalent, preservative free, pediatric');
  });

  it('know three codes that are no dose', () => {
    expect(['99', '998', '999', '98', '03'].map(isDoseCode)).toEqual([false, false, false, true, true]);
  });

  it('are spelt right in every curated row', () => {
    const curated = [...Object.keys(CODE_YEARS), ...Object.values(SYNONYMS).flat()];
    expect(curated.filter((cvx) => findVaccine(cvx) === null)).toEqual([]);
    expect(Object.keys(SYNONYMS).filter((key) => !/^[A-Z0-9]+$/.test(key))).toEqual([]);
    expect(Object.keys(BRAND_YEARS).filter((brand) => findProducts(brand).length === 0)).toEqual([]);
  });
});

describe('vaccine groups', () => {
  it.each([
    ['110', ['DTAP', 'HepB', 'POLIO']],
    ['94', ['MMR', 'VARICELLA']],
    ['306', ['RSV_ANTIBODY']],
    ['96', ['SKIN_TEST']],
    ['198', ['DTAP', 'HIB', 'HepB']],
    ['36', ['IG']],
  ])('CVX %s counts for %j', (cvx, groups) => expect(vaccineGroups(cvx)).toEqual(groups));

  it('leave no code that can be a dose without words for its group, but for a handful that belong to none', () => {
    const doses = allVaccines().filter(({ cvx, kind }) => kind !== 'never_active' && isDoseCode(cvx));
    expect(doses.filter(({ cvx }) => vaccineGroups(cvx).length === 0).map(({ label }) => label)).toEqual([
      'parainfluenza-3', 'Staphylococcus bacterio lysate', 'tularemia vaccine', 'typhus, historical', 'AS03 Adjuvant',
    ]);
    expect(cdcGroups().filter((group) => GROUP_WORDS[group] === undefined)).toEqual([]);
  });

  it('list one family under one heading', () => {
    expect(groupNames('115')).toEqual(['Diphtheria, tetanus, pertussis']);
    expect(groupNames('05')).toEqual(['Measles, mumps, rubella']);
    expect(groupNames('110')).toEqual(['Diphtheria, tetanus, pertussis', 'Hepatitis B', 'Polio']);
  });

  it('keep an RSV antibody apart from the RSV vaccines', () => expect(groupsOverlap('306', '305')).toBe(false));

  it('tell the doses of a COVID-19 record', () => {
    expect(['207', '213', '212', '510', '334'].every(isCovidVaccine)).toBe(true);
    expect(['03', '88', '305'].some(isCovidVaccine)).toBe(false);
  });

  it('exempt oral vaccines from the live ones', () => {
    expect(['03', '21', '94', '111', '149', '121', '37'].every(isLiveInjectedOrNasal)).toBe(true);
    expect(['02', '116', '119', '25', '174', '10', '187'].some(isLiveInjectedOrNasal)).toBe(false);
  });
});

describe('brands and makers', () => {
  it.each([
    ['Havrix', ['52', '83']],
    ['MMR II', ['03']],
    ['Engerix-B', ['08', '43', '44']],
    ['Recombivax HB', ['08', '43', '44']],
    ['J&J', ['212']],
    ['Comirnaty 2023-24', ['208', '217', '309', '310']],
    ['Tri-Immunol', []],
  ])('"%s" may be %j', (name, codes) => {
    expect([...new Set(findProducts(name).flatMap(({ cvx }) => cvx))].sort()).toEqual(codes);
  });

  it('take the maker of an old card for its successor', () => {
    expect(sameMaker('LED', 'PFR')).toBe(true);
    expect(sameMaker('CON', 'PMC')).toBe(true);
    expect(sameMaker('MSD', 'PFR')).toBe(false);
    expect(makerName('XXX')).toBeNull();
  });
});

describe('what the vaccine box offers', () => {
  it.each([
    ['havr', ['52 Havrix', '83 Havrix']],
    ['03', ['03', '03 M-M-R II', '03 Priorix']],
    ['varivx', ['21 Varivax']],
    ['pediarex', ['110 Pediarix']],
    ['hep a adult', ['52 Havrix', '52 Vaqta', '52']],
    ['J&J', ['212 Janssen']],
    ['xyzzy', []],
    ['  ', []],
    ['999', []],
  ])('"%s" offers %j', (text, offers) => expect(found(text)).toEqual(offers));

  it.each([['chickenpox', '21'], ['flu', '88'], ['ppd', '96'], ['DPT', '01'], ['shingles', '187'], ['Gardisil', '62 Gardasil'], ['mmr', '03 M-M-R II']])(
    '"%s" offers %s first',
    (text, first) => expect(found(text)[0]).toBe(first),
  );

  it('never offers a code that was never in use', () => expect(found('malaria')).toEqual([]));

  it('leaves out brands that the date makes impossible', () => {
    expect(found('prevnar')).toEqual(['100 Prevnar 7', '133 Prevnar 13', '216 Prevnar 20']);
    expect(found('prevnar', '2003-08-30')).toEqual(['100 Prevnar 7']);
    expect(found('shingrix', '1999-01-01')).toEqual(['187 Shingrix']);
  });

  it('puts the vaccine for this age first and says of the other that it asks for a reason', () => {
    const offers = searchVaccines('havr', calendarDateOf('2023-08-30'), calendarDateOf('2022-02-11'));
    expect(offers[0]).toEqual({ cvx: '83', label: 'HepA, pediatric', tradeName: 'Havrix', mvx: 'SKB', note: '6 months to 18 years' });
    expect(offers[1]).toMatchObject({ cvx: '52', note: '18 years and over: asks for a reason' });
  });
});

describe('a vaccine in the words of a record', () => {
  it.each([
    ['03', 'M-M-R II', 'MMR (M-M-R II)'],
    ['208', 'Pfizer-BioNTech COVID-19 Vaccine', 'COVID-19 mRNA (Pfizer-BioNTech)'],
    ['43', 'ENGERIX-B-ADULT', 'HepB, adult (Engerix-B)'],
    ['110', 'PEDIARIX', 'DTaP-HepB-IPV (Pediarix)'],
    ['01', null, 'DTP'],
    ['777', undefined, 'CVX 777'],
  ])('CVX %s with %s is "%s"', (cvx, brand, words) => expect(vaccineText(cvx, brand)).toBe(words));
});
