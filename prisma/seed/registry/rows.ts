/** A portion of the invented people as lines for COPY, table by table. */
import { textOf } from './days';
import { dosesOf } from './doses';
import type { Dice } from './dice';
import { type IdChance, idsOf, publicId } from './ids';
import { formsOf, streetOf } from './keys';
import { line } from './copy';
import type { Person } from './people';

/** What every row of a portion shares. */
export type Portion = {
  readonly people: readonly Person[];
  /** Same household, same number. */
  readonly homes: readonly number[];
  readonly firstNumber: number;
  /** Milliseconds that the portion's ids carry; no two portions have the same. */
  readonly ms: number;
  readonly dice: Dice;
  /** For ids alone. */
  readonly chance: IdChance;
  readonly today: number;
  readonly doseShare: number;
};
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly lines: (portion: Portion, ids: readonly string[]) => Iterable<string> };

const ADDED = '2020-01-06 14:00:00+00';
const ENDED = '2023-03-01 14:00:00+00';
const SOURCE = 'registry';

export const birthText = ({ birth, known }: Pick<Person, 'birth' | 'known'>): string | null => (known === 'nothing' ? null : textOf(birth).slice(0, known === 'day' ? 10 : 7));

/** The ids of the people themselves: every table of the portion needs them. */
export function patientIds({ people, ms, chance }: Portion): string[] {
  const next = idsOf(ms, chance);
  return people.map(() => next());
}

const patients: Table = {
  name: 'patients',
  columns: ['id', 'public_id', 'registry_number', 'birth_on', 'sex', 'deceased_on', 'opted_out_at', 'restriction', 'household_id', 'created_at'],
  *lines({ people, homes, firstNumber, ms, chance }, ids) {
    const nextHome = idsOf(ms + 1, chance);
    let [home, homeId] = [-1, ''];
    for (const [at, person] of people.entries()) {
      if (homes[at] !== home) [home, homeId] = [homes[at] ?? 0, nextHome()];
      yield line([ids[at] ?? '', publicId(chance), firstNumber + at, birthText(person), person.sex, person.deceased === null ? null : textOf(person.deceased), person.optedOut ? ADDED : null, person.restriction, homeId, ADDED]);
    }
  },
};

/** A name and its forms go by one id, so both tables throw the same dice. */
const nameIds = ({ ms, chance }: Portion): (() => string) => idsOf(ms + 2, chance);

function* namesAndForms(portion: Portion, ids: readonly string[], forms: string[]): Generator<string> {
  const [nextName, nextForm] = [nameIds(portion), idsOf(portion.ms + 3, portion.chance)];
  for (const [at, person] of portion.people.entries()) {
    const [born, zip] = [birthText(person), person.addresses.find(({ current }) => current)?.home.zip ?? null];
    for (const name of person.names) {
      const id = nextName();
      yield line([id, ids[at] ?? '', name.use, name.given, name.middle, name.family, name.suffix, name.hidden, SOURCE, ADDED, name.use === 'former' ? ENDED : null]);
      for (const form of formsOf(name)) forms.push(line([nextForm(), ids[at] ?? '', id, form.family, form.given, form.familySound, form.givenSound, born, zip]));
    }
  }
}

const FORM_COLUMNS = ['id', 'patient_id', 'name_id', 'family', 'given', 'family_sound', 'given_sound', 'birth_on', 'zip'];

function* contacts({ people, ms, chance }: Portion, ids: readonly string[]): Generator<string> {
  const next = idsOf(ms + 4, chance);
  for (const [at, person] of people.entries()) {
    for (const { kind, value, normalized, owner, portalUse, mobile, ended } of person.contacts) yield line([next(), ids[at] ?? '', kind, value, normalized, mobile, owner, SOURCE, portalUse, ADDED, ended ? ENDED : null]);
  }
}

function* addresses({ people, ms, chance }: Portion, ids: readonly string[]): Generator<string> {
  const next = idsOf(ms + 5, chance);
  for (const [at, person] of people.entries()) {
    for (const { home, current } of person.addresses) yield line([next(), ids[at] ?? '', home.line1, home.line2, home.city, 'CT', home.zip, streetOf(home.line1), current, SOURCE, ADDED, current ? null : ENDED]);
  }
}

function* guardians({ people, ms, chance }: Portion, ids: readonly string[]): Generator<string> {
  const next = idsOf(ms + 6, chance);
  const place = new Map(people.map((person, at) => [person, ids[at] ?? '']));
  for (const [at, person] of people.entries()) {
    for (const parent of person.parents) {
      const { given, family } = parent.names[0] ?? { given: '', family: '' };
      yield line([next(), ids[at] ?? '', parent.sex === 'F' ? 'mother' : 'father', given, family, place.get(parent) ?? null, 'birth registration', ADDED]);
    }
  }
}

const PROVIDERS = ['Elm City Family Practice', 'Hartford Pediatrics', 'Shoreline Clinic', 'Brass Valley Health', 'Quinnipiac Medical', 'Nutmeg Pharmacy 12', 'Nutmeg Pharmacy 31', 'Charter Oak Health', 'Town Health District', 'St. Brigid Hospital'] as const;

/** Written as it is made: eighty million lines pass here, and no value of them needs escaping. */
function* doses({ people, homes, ms, dice, chance, today, doseShare }: Portion, ids: readonly string[]): Generator<string> {
  const next = idsOf(ms + 7, chance);
  for (const [at, person] of people.entries()) {
    const practice = PROVIDERS[(homes[at] ?? 0) % PROVIDERS.length];
    for (const { cvx, mvx, day, lot, historical } of dosesOf(person.birth, person.deceased ?? today, doseShare, dice)) {
      const on = textOf(day);
      yield `${next()}\t${publicId(chance)}\t${ids[at]}\t${cvx}\t${mvx === '' ? '\\N' : mvx}\t${lot}\t${on}\t${historical ? '01' : '00'}\t${practice}\t${on} 15:00:00+00\n`;
    }
  }
}

/** In an order in which each row's patient is there. */
export const tablesOf = (): readonly Table[] => {
  let forms: string[] = [];
  return [
    patients,
    {
      name: 'patient_names',
      columns: ['id', 'patient_id', 'use', 'given', 'middle', 'family', 'suffix', 'hidden', 'source', 'added_at', 'ended_at'],
      lines: (portion, ids) => namesAndForms(portion, ids, (forms = [])),
    },
    { name: 'patient_name_forms', columns: FORM_COLUMNS, lines: () => forms },
    { name: 'patient_contacts', columns: ['id', 'patient_id', 'kind', 'value', 'normalized', 'mobile', 'owner', 'source', 'portal_use', 'added_at', 'ended_at'], lines: contacts },
    { name: 'patient_addresses', columns: ['id', 'patient_id', 'line1', 'line2', 'city', 'state', 'zip', 'street', 'current', 'source', 'added_at', 'ended_at'], lines: addresses },
    { name: 'patient_guardians', columns: ['id', 'patient_id', 'relation', 'given', 'family', 'guardian_patient_id', 'source', 'added_at'], lines: guardians },
    { name: 'doses', columns: ['id', 'public_id', 'patient_id', 'cvx', 'mvx', 'lot', 'given_on', 'source', 'organization', 'recorded_at'], lines: doses },
  ];
};
