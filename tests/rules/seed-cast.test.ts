/** The cast of the demo: everybody made up, nothing impossible, the same every time. */
import { addDays, ageOn, asCalendarDate, calendarDateOf } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { STAFF_ROLES } from '@/lib/access/roles';
import { doses } from '@/prisma/seed/cast/doses';
import { PEOPLE, people } from '@/prisma/seed/cast/people';
import { currentName } from '@/prisma/seed/cast/rows';
import { STAFF } from '@/prisma/seed/cast/staff';
import { TOWNS } from '@/prisma/seed/cast/towns';
import type { CastPatient } from '@/prisma/seed/cast/types';
import { VACCINES } from '@/prisma/seed/cast/vaccines';
import { random } from '@/prisma/seed/random';

const TODAY = calendarDateOf('2026-11-24');
const CAST = people(7, TODAY);
const DOSES = doses(7, TODAY, CAST);
const find = (key: string): CastPatient => CAST.find((patient) => patient.key === key) ?? fail(key);
const fail = (key: string): never => {
  throw new Error(`not in the cast: ${key}`);
};

describe('chance', () => {
  it('gives the same draws for the same seed and others for another', () => {
    const draws = (seed: number): number[] => Array.from({ length: 20 }, ((chance) => () => chance.int(0, 999))(random(seed)));
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  it('forks by name whatever was drawn before', () => {
    const [fresh, used] = [random(7), random(7)];
    used.int(0, 9);
    expect(used.fork('doses').int(0, 1e9)).toBe(fresh.fork('doses').int(0, 1e9));
    expect(fresh.fork('doses').next()).not.toBe(fresh.fork('people').next());
  });

  it('picks by weight and keeps every item when shuffling', () => {
    const chance = random(7);
    const picks = Array.from({ length: 2000 }, () => chance.weighted([['often', 9], ['seldom', 1], ['never', 0]] as const));
    expect(picks.filter((pick) => pick === 'seldom').length).toBeGreaterThan(140);
    expect(picks.filter((pick) => pick === 'seldom').length).toBeLessThan(260);
    expect(picks).not.toContain('never');
    expect([...chance.shuffle([1, 2, 3, 4, 5])].sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('people', () => {
  it('are 400, each once, the same for a seed and a day', () => {
    expect(CAST).toHaveLength(PEOPLE);
    expect(new Set(CAST.map(({ key }) => key)).size).toBe(PEOPLE);
    expect(people(7, TODAY)).toEqual(CAST);
    expect(people(8, TODAY)).not.toEqual(CAST);
  });

  it('have only numbers and mailboxes that reach nobody', () => {
    const contacts = CAST.flatMap((patient) => patient.contacts);
    for (const { kind, value } of contacts) expect(value).toMatch(kind === 'phone' ? /^\(\d{3}\) 555-(01\d\d|5555)$/ : /^[a-z.]+\d*@example\.(com|org)$/);
  });

  it('let the portal use neither a clinic’s number nor a parent’s after the 18th birthday', () => {
    for (const { birthOn, contacts } of CAST) {
      const full = birthOn === null ? null : asCalendarDate(birthOn);
      const grown = full !== null && ageOn(full, TODAY).years >= 18;
      const served = contacts.filter(({ portalUse, endedOn }) => portalUse && endedOn === null).map(({ owner }) => owner);
      expect(served).not.toContain('clinic');
      if (grown) expect(served).not.toContain('parent');
    }
  });

  it('live in Connecticut, in a town and ZIP code that belong together', () => {
    const zips = new Map(TOWNS.map(({ name, zips: codes }) => [name, codes]));
    const now = CAST.filter(({ key }) => key.startsWith('household')).flatMap(({ addresses }) => addresses.filter(({ current }) => current));
    for (const { city, zip, state } of now) {
      expect(state).toBe('CT');
      expect(zips.get(city)).toContain(zip);
    }
  });

  it('were not known before they were born, nor in the future', () => {
    for (const { birthOn, createdOn, names, deceasedOn } of CAST) {
      expect(createdOn >= (birthOn ?? '').slice(0, 10)).toBe(true);
      expect([createdOn, deceasedOn ?? TODAY, ...names.map(({ addedOn }) => addedOn)].every((on) => on <= TODAY)).toBe(true);
    }
  });

  it('have guardians nineteen years their elders, named on the child’s record', () => {
    const children = CAST.filter(({ birthOn }) => birthOn !== null && birthOn > '2009-01-01' && birthOn.length === 10);
    const named = children.filter(({ guardians }) => guardians.length > 0);
    expect(named.length).toBeGreaterThan(children.length * 0.85);
    for (const child of named) {
      for (const { patientKey } of child.guardians) {
        const parent = patientKey === null ? null : find(patientKey);
        if (parent?.birthOn && child.birthOn) expect(Number(child.birthOn.slice(0, 4)) - Number(parent.birthOn.slice(0, 4))).toBeGreaterThanOrEqual(18);
      }
    }
  });

  it.each([
    ['twins', () => new Set(CAST.filter(({ key, householdKey, birthOn }) => CAST.some((other) => other.key !== key && other.householdKey === householdKey && other.birthOn === birthOn && !key.endsWith('-before-naming') && !other.key.endsWith('-before-naming') && householdKey !== null)).map(({ householdKey }) => householdKey)).size, 4],
    ['former names', () => CAST.filter(({ names }) => names.some(({ use }) => use === 'former')).length, 10],
    ['aliases', () => CAST.filter(({ names }) => names.some(({ use }) => use === 'alias')).length, 8],
    ['hidden names', () => CAST.filter(({ names }) => names.some(({ hidden }) => hidden)).length, 4],
    ['rows from before a child was named', () => CAST.filter((patient) => currentName(patient).given.startsWith('BABY')).length, 5],
    ['deceased', () => CAST.filter(({ deceasedOn }) => deceasedOn !== null).length, 5],
    ['opted out', () => CAST.filter(({ optedOutOn }) => optedOutOn !== null).length, 5],
    ['restricted', () => CAST.filter(({ restriction }) => restriction !== null).length, 4],
    ['birthdays known in part', () => CAST.filter(({ birthOn }) => birthOn !== null && birthOn.length < 10).length, 3],
    ['people without any contact', () => CAST.filter(({ contacts }) => contacts.length === 0).length, 9],
    ['names beyond ASCII', () => CAST.filter((patient) => /[^\0-\x7f]/.test(currentName(patient).family)).length, 60],
  ])('include %s', (_, count, least) => expect(count()).toBeGreaterThanOrEqual(least));

  it('include Katarzyna Nowak and the two who look like her', () => {
    expect(find('katarzyna-nowak')).toMatchObject({ birthOn: '1994-05-03', sex: 'F', addresses: [{ current: true }, { line1: '18 Ashmun St', city: 'New Haven', current: false }], contacts: [{ value: '(203) 555-0177' }] });
    expect(['karolina-nowak', 'kathy-bell'].map((key) => find(key).birthOn)).toEqual(['1994-03-05', '1994-03-05']);
    expect(find('kathy-bell').addresses[0]?.city).toBe('Enfield');
  });

  it.each(['2026-11-24', '2027-02-16', '2028-02-17', '2026-12-25'])('let Liam Achterberg turn 18 within the coming 30 days of %s', (day) => {
    const today = calendarDateOf(day);
    const birthOn = asCalendarDate(people(7, today).find(({ key }) => key === 'liam-achterberg')?.birthOn ?? '') as CalendarDate;
    expect(ageOn(birthOn, today).years).toBe(17);
    expect(ageOn(birthOn, addDays(today, 30)).years).toBe(18);
  });
});

describe('doses', () => {
  const byKey = new Map(CAST.map((patient) => [patient.key, patient]));

  it('are some 4,000, the same every time', () => {
    expect(DOSES.length).toBeGreaterThan(3800);
    expect(DOSES.length).toBeLessThan(5000);
    expect(doses(7, TODAY, CAST)).toEqual(DOSES);
  });

  it('were never given before birth, after death or in the future', () => {
    for (const { patientKey, givenOn, recordedOn } of DOSES) {
      const patient = byKey.get(patientKey);
      expect(givenOn >= (patient?.birthOn ?? '9')).toBe(true);
      expect(givenOn < (patient?.deceasedOn ?? TODAY)).toBe(true);
      expect(recordedOn >= givenOn && recordedOn <= TODAY).toBe(true);
    }
  });

  it('are of products that were given in that year', () => {
    const products = Object.values(VACCINES).flat();
    const drawn = DOSES.filter(({ patientKey }) => patientKey.startsWith('household'));
    const wrong = drawn.filter(({ cvx, givenOn, tradeName }) => !products.some((product) => product.cvx === cvx && (tradeName === null || product.trade === tradeName) && product.from <= givenOn && givenOn <= product.until));
    expect(wrong).toEqual([]);
  });

  it('have a place and a lot when a provider reported them, and neither when paper did', () => {
    for (const { source, organization, lot } of DOSES.filter(({ patientKey }) => patientKey.startsWith('household'))) {
      expect(organization !== null).toBe(source === '00');
      expect(lot !== null).toBe(source === '00');
    }
    expect(DOSES.filter(({ source }) => source !== '00').length).toBeGreaterThan(200);
  });

  it('are those the tour counts on', () => {
    const of = (key: string): number => DOSES.filter(({ patientKey, voided }) => patientKey === key && voided === null).length;
    expect(['katarzyna-nowak', 'karolina-nowak', 'kathy-bell', 'amara-okafor-hale'].map(of)).toEqual([18, 17, 4, 17]);
    expect(DOSES.filter(({ patientKey, voided }) => patientKey === 'amara-okafor-hale' && voided !== null)).toHaveLength(1);
    // As a person types it: never a code.
    for (const { voided } of DOSES) if (voided !== null) expect(voided.reason).toMatch(/^\p{Lu}[^_]+$/u);
  });
});

describe('staff', () => {
  it('are twelve, in every role, some in two, some in Spanish', () => {
    expect(STAFF).toHaveLength(12);
    expect(new Set(STAFF.map(({ email }) => email)).size).toBe(12);
    expect(STAFF.find(({ key }) => key === 'dana-whitfield')?.email).toBe('dana.whitfield@example.org');
    for (const role of STAFF_ROLES) expect(STAFF.some(({ roles }) => roles.includes(role))).toBe(true);
    expect(STAFF.some(({ roles }) => roles.length > 1)).toBe(true);
    expect(STAFF.find(({ key }) => key === 'maria-ortiz')?.languages).toContain('es');
  });
});
