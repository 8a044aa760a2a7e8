/** Labelled pairs in the text format of AIRA's registry tests (`immregistries/mismo-trainer`), as a person and a patient. */
import { asPartialDate } from '@/lib/platform/dates';
import type { PartialDate } from '@/lib/platform/dates';
import type { PatientFacts, PersonName, RecordedName, Sex, Subject } from '../types';

export const LABELS = ['Match', 'Possible Match', 'Not a Match'] as const;
export type Label = (typeof LABELS)[number];

/** The label is carried beside the pair; whatever decides is given `subject` and `patient` only. */
export type LabelledPair = { readonly test: string; readonly label: Label; readonly subject: Subject; readonly patient: PatientFacts };

type Values = ReadonlyMap<string, string>;

const valuesOf = (line: string): Values =>
  new Map(line.split(',').flatMap((part) => (part.includes('=') ? [[part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()] as const] : [])));

const text = (values: Values, key: string): string => values.get(key) ?? '';

function birthOn(values: Values): PartialDate | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})?-?(\d{2})?/.exec(text(values, 'birthDate')) ?? [];
  return asPartialDate([year, month, day].filter((part) => part !== undefined).join('-'));
}

const sexOf = (values: Values): Sex | null => (['F', 'M', 'X'] as const).find((sex) => sex === text(values, 'gender').toUpperCase().charAt(0)) ?? null;

/** The second half of a double last name stands in a field of its own. */
function nameOf(values: Values): PersonName {
  const [family, second] = [text(values, 'nameLast'), text(values, 'nameLastHyph')];
  return { given: text(values, 'nameFirst'), middle: text(values, 'nameMiddle') || null, family: second === '' || second === family ? family : `${family}-${second}`, suffix: text(values, 'nameSuffix') || null };
}

const addressOf = (values: Values): NonNullable<Subject['address']> => ({
  line1: text(values, 'addressStreet1'),
  line2: text(values, 'addressStreet2') || null,
  city: text(values, 'addressCity'),
  state: text(values, 'addressState'),
  zip: text(values, 'addressZip'),
});

const filled = (value: string): string[] => (value === '' ? [] : [value]);

function subjectOf(values: Values): Subject {
  return { ...nameOf(values), birthOn: birthOn(values), sex: sexOf(values), phones: filled(text(values, 'phone')), emails: filled(text(values, 'email')), address: addressOf(values) };
}

function patientOf(values: Values, publicId: string): PatientFacts {
  const current: RecordedName = { ...nameOf(values), use: 'current', hidden: false };
  const alias = filled(text(values, 'nameAlias')).map((given): RecordedName => ({ ...current, given, use: 'alias' }));
  const { phones, emails, address } = subjectOf(values);
  // These are records of children: the phone is the household's, as the guardian beside it is.
  const contact = { owner: 'parent', portalUse: true } as const;
  return {
    publicId,
    names: [current, ...alias],
    birthOn: birthOn(values),
    sex: sexOf(values),
    contacts: [...phones.map((value) => ({ ...contact, kind: 'phone', value }) as const), ...emails.map((value) => ({ ...contact, kind: 'email', value }) as const)],
    addresses: address ? [{ ...address, current: true }] : [],
  };
}

const isLabel = (word: string): word is Label => (LABELS as readonly string[]).includes(word);
const after = (block: string, key: string): string => new RegExp(`^${key}:[ \\t]*(.*)$`, 'm').exec(block)?.[1]?.trim() ?? '';

/**
 * The pairs of a file; blocks without both patients or with another label are left out.
 *
 * @example airaPairs('TEST: S-1\nEXPECT: Match\nPATIENT A: nameFirst=Ana,…\nPATIENT B: nameFirst=Ana,…')[0]?.label // 'Match'
 */
export function airaPairs(file: string): LabelledPair[] {
  return file.split(/^(?=TEST:)/m).flatMap((block) => {
    const [test, label, a, b] = [after(block, 'TEST'), after(block, 'EXPECT'), after(block, 'PATIENT A'), after(block, 'PATIENT B')];
    return isLabel(label) && a !== '' && b !== '' ? [{ test, label, subject: subjectOf(valuesOf(a)), patient: patientOf(valuesOf(b), test) }] : [];
  });
}
