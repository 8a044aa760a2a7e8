/** Some 4,000 doses: what was planned, with product, lot, place and where we know it from. */
import { addDays, asCalendarDate } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { random } from '../random';
import type { Random } from '../random';
import { planFor } from './schedule';
import type { Planned } from './schedule';
import { VACCINES } from './vaccines';
import type { Product } from './vaccines';
import { namedDoses } from './named-doses';
import type { CastDose, CastPatient } from './types';

const PRACTICES = ['Elm Street Pediatrics', 'Larkspur Family Practice', 'Millrace Pediatric Group', 'Harborlight Medical Associates', 'Quinnatucket Children’s Clinic', 'Ledgestone Family Medicine', 'Saltbox Community Health Center', 'Brassfounder Internal Medicine'];
const PLACES = {
  birth: ['Fernwhistle Memorial Hospital', 'Saint Aldous Women’s Hospital', 'Tidewrack General Hospital'],
  school: ['Copperkettle School Health Center', 'Ropewalk High School Clinic'],
  pharmacy: ['Nutmeg Corner Pharmacy', 'Greenleaf Drugs', 'Two Rivers Pharmacy', 'Pepperidge Pharmacy'],
  mass_site: ['Oxbow Mill Vaccination Site', 'Heronwade Stadium Clinic', 'Town of Merrivale Health Department'],
} as const;

const lot = (pattern: string, chance: Random): string =>
  pattern.replace(/[X#]/g, (sign) => (sign === '#' ? String(chance.int(0, 9)) : chance.pick([...'ABCDEFGHJKLMNPRSTUVWXYZ'])));

/** People keep to one maker of a series; Janssen's was never given to those under 18. */
function productFor({ vaccine, on }: Planned, birthOn: CalendarDate, favourite: number): Product | null {
  const products: readonly Product[] = VACCINES[vaccine];
  const adult = on >= addDays(birthOn, 6575);
  const open = products.filter(({ from, until, cvx }) => from <= on && on <= until && (adult || !['212', '207', '313'].includes(cvx)));
  return open[favourite % open.length] ?? null;
}

type Life = { readonly patient: CastPatient; readonly birthOn: CalendarDate; readonly practice: string; readonly favourite: number; readonly chance: Random; readonly today: CalendarDate };

function organizationOf({ setting }: Planned, { practice, chance }: Life): string {
  return setting === 'practice' ? practice : chance.pick(PLACES[setting]);
}

/** Old doses came on paper or from another state's registry, and lost their lots on the way. */
function dose(plan: Planned, life: Life): CastDose | null {
  const product = productFor(plan, life.birthOn, life.favourite);
  if (product === null) return null;
  const { chance, patient, today } = life;
  const early = plan.on < '2005-01-01';
  const source = early ? chance.pick(['01', '02', '05', '07'] as const) : chance.weighted([['00', 88], ['01', 5], ['02', 3], ['05', 2], ['08', 2]] as const);
  const administered = source === '00';
  const recordedOn = administered ? addDays(plan.on, chance.int(0, 3)) : addDays(plan.on, chance.int(30, 500));
  return {
    patientKey: patient.key,
    cvx: product.cvx,
    tradeName: early ? null : product.trade,
    mvx: early ? null : product.mvx,
    lot: administered ? lot(product.lot, chance) : null,
    givenOn: plan.on,
    source,
    organization: administered ? organizationOf(plan, life) : null,
    confidential: plan.vaccine === 'hpv' && chance.chance(0.06),
    recordedOn: recordedOn > today ? today : recordedOn,
    voided: null,
  };
}

/** A clinic's slip: the same shot sent twice, or somebody else's. */
function withVoids(doses: readonly CastDose[], chance: Random, today: CalendarDate): CastDose[] {
  return doses.map((one) => (chance.chance(0.004) && one.recordedOn < addDays(today, -40) ? { ...one, voided: { reason: chance.pick(['Entered twice', 'Given to another person', 'Refused: it was never given']), on: addDays(one.recordedOn, 20) } } : one));
}

/** Janssen's first series was one dose. */
const onceJanssen = (list: readonly CastDose[]): CastDose[] => list.filter((one, at) => one.cvx !== '212' || list.findIndex(({ cvx }) => cvx === '212') === at);

function lifetime(patient: CastPatient, today: CalendarDate, chance: Random): CastDose[] {
  const birthOn = patient.birthOn === null ? null : asCalendarDate(patient.birthOn);
  // A partial birthday leaves the order of early doses unknown; a row from before the naming holds the birth dose alone.
  if (birthOn === null) return [];
  const life: Life = { patient, birthOn, practice: chance.pick(PRACTICES), favourite: chance.int(0, 11), chance, today };
  const last = patient.deceasedOn ?? today;
  const plan = planFor(birthOn, today, chance).filter(({ on }) => on >= birthOn && on < last);
  const kept = patient.key.endsWith('-before-naming') ? plan.filter(({ setting }) => setting === 'birth') : plan;
  return onceJanssen(kept.flatMap((planned) => dose(planned, life) ?? []));
}

const bySequence = (a: CastDose, b: CastDose): number => a.patientKey.localeCompare(b.patientKey) || a.givenOn.localeCompare(b.givenOn) || a.cvx.localeCompare(b.cvx);

/** Never before birth, in the future or after death. */
export function doses(seed: number, today: CalendarDate, patients: readonly CastPatient[]): CastDose[] {
  const chance = random(seed).fork('doses');
  const named = namedDoses(today);
  const fixed = new Set(named.map(({ patientKey }) => patientKey));
  const drawn = patients.filter(({ key }) => !fixed.has(key)).flatMap((patient) => lifetime(patient, today, chance.fork(patient.key)));
  return [...named, ...withVoids(drawn, chance.fork('voids'), today)].sort(bySequence);
}
