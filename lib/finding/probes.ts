/**
 * Where to look, as one statement of index-only reads: each kind of key is a list, each key of it one walk along a tree,
 * bounded. The text of the statement depends on the kinds alone, so that its plan is kept.
 */
import { swappedDayAndMonth } from '@/lib/patients/matching/birth-dates';
import { relatedNames } from '@/lib/patients/matching/nicknames';
import { fullDate } from '@/lib/platform/dates';
import { Prisma } from '@/lib/platform/db';
import { soundsOf } from './alike';
import type { NameWord, Question } from './question';

/** Everybody born on one of five million's busiest days, and then some. */
const MOST_BORN_THAT_DAY = 1000;
const MOST_A_NAME = 60;
const MOST_A_SOUND = 120;
const MOST_A_CONTACT = 50;
const MOST_PAIRS = 16;
const MOST_NICKNAMES = 6;
const MOST_SOUND_PAIRS = 24;
/** Of one name that is right the beginning of the other: a slip seldom falls on the first letters. */
const MOST_BEGUN = 150;
const BEGUN = 2;

type Pair = { readonly family: string; readonly given: string };

/** Words that may be the last name with words that may be the first; of many the longest, which say most. */
function pairsOf(words: readonly NameWord[]): Pair[] {
  const telling = [...words].sort((a, b) => b.text.length - a.text.length).slice(0, 3);
  const [only] = telling;
  if (telling.length === 1 && only !== undefined) return [{ family: only.text, given: '' }, { family: '', given: only.text }];
  return telling.flatMap((family) => telling.filter((given) => given !== family).map((given) => ({ family: family.text, given: given.text })));
}

/** The same with every other name that a first name goes by. */
const withNicknames = (pairs: readonly Pair[]): Pair[] =>
  [...pairs, ...pairs.flatMap(({ family, given }) => (family === '' || given.length < 2 ? [] : relatedNames(given).slice(0, MOST_NICKNAMES).map((other) => ({ family, given: other }))))].slice(0, MOST_PAIRS);

function soundPairs(pairs: readonly Pair[]): Pair[] {
  const heard = withNicknames(pairs.filter(({ family, given }) => family.length > 2 && given.length > 2))
    .flatMap(({ family, given }) => soundsOf(family).flatMap((last) => soundsOf(given).map((first) => ({ family: last, given: first }))));
  return [...new Map(heard.map((pair) => [`${pair.family} ${pair.given}`, pair])).values()].slice(0, MOST_SOUND_PAIRS);
}

/** Sorts after every letter there is. */
const LAST = '\u{10ffff}';
const starts = (list: readonly string[]): string[] => [...list];
const ends = (list: readonly string[]): string[] => list.map((word) => `${word}${LAST}`);

const ROW = Prisma.sql`f.patient_id, f.family, f.given, f.birth_on`;
const FORM = Prisma.sql`patient_id, family, given, birth_on`;

/** Prefixes as ranges: a prepared LIKE would lose its tree. The order names the tree and costs nothing, as the tree has it. */
function byPrefix(pairs: readonly Pair[], first: 'family' | 'given'): Prisma.Sql {
  const [families, givens] = [pairs.map(({ family }) => family), pairs.map(({ given }) => given)];
  const order = first === 'family' ? Prisma.sql`family USING ~<~, given USING ~<~` : Prisma.sql`given USING ~<~, family USING ~<~`;
  return Prisma.sql`SELECT ${ROW} FROM unnest(${starts(families)}::text[], ${ends(families)}::text[], ${starts(givens)}::text[], ${ends(givens)}::text[]) AS k (f0, f1, g0, g1)
    CROSS JOIN LATERAL (SELECT ${FORM} FROM patient_name_forms WHERE family ~>=~ k.f0 AND family ~<~ k.f1 AND given ~>=~ k.g0 AND given ~<~ k.g1 ORDER BY ${order} LIMIT ${MOST_A_NAME}) f`;
}

const bySound = (pairs: readonly Pair[]): Prisma.Sql => Prisma.sql`SELECT ${ROW} FROM unnest(${pairs.map(({ family }) => family)}::text[], ${pairs.map(({ given }) => given)}::text[]) AS k (f, g)
    CROSS JOIN LATERAL (SELECT ${FORM} FROM patient_name_forms WHERE family_sound = k.f AND given_sound = k.g LIMIT ${MOST_A_SOUND}) f`;

/** The same sounds born in the same year, and the same last sound on the same day of another: the ways in which a date is half wrong. */
const bySoundInYear = (pairs: readonly Pair[], years: readonly string[]): Prisma.Sql => Prisma.sql`SELECT ${ROW} FROM unnest(${pairs.map(({ family }) => family)}::text[], ${pairs.map(({ given }) => given)}::text[]) AS k (f, g)
    CROSS JOIN unnest(${[...years]}::text[]) AS y (year)
    CROSS JOIN LATERAL (SELECT ${FORM} FROM patient_name_forms WHERE family_sound = k.f AND given_sound = k.g AND birth_on >= y.year AND birth_on <= y.year || '-99' LIMIT ${MOST_A_NAME}) f`;

const byBirth = (dates: readonly string[]): Prisma.Sql => Prisma.sql`SELECT ${ROW} FROM unnest(${[...dates]}::text[]) AS k (b)
    CROSS JOIN LATERAL (SELECT ${FORM} FROM patient_name_forms WHERE birth_on = k.b LIMIT ${MOST_BORN_THAT_DAY}) f`;

const NO_NAME = Prisma.sql`NULL::text, NULL::text, NULL::text`;
const byContact = (keys: readonly string[]): Prisma.Sql => Prisma.sql`SELECT f.patient_id, ${NO_NAME} FROM unnest(${[...keys]}::text[]) AS k (n)
    CROSS JOIN LATERAL (SELECT patient_id FROM patient_contacts WHERE normalized = k.n LIMIT ${MOST_A_CONTACT}) f`;
// ZIP+4 is found by its five digits through a range, which every collation orders alike.
const byHome = ({ zip, street }: NonNullable<Question['home']>): Prisma.Sql => Prisma.sql`SELECT f.patient_id, ${NO_NAME} FROM (SELECT patient_id FROM patient_addresses WHERE zip >= ${zip} AND zip <= ${`${zip}-9999`} AND street = ${street} LIMIT ${MOST_A_CONTACT}) f`;

/** One name as typed, of the other the first letters. */
function byBeginning(pairs: readonly Pair[], whole: 'family' | 'given'): Prisma.Sql {
  const other = whole === 'family' ? 'given' : 'family';
  const [names, begun] = [pairs.map((pair) => pair[whole]), pairs.map((pair) => pair[other].slice(0, BEGUN))];
  const condition = whole === 'family' ? Prisma.sql`family = k.name AND given ~>=~ k.b0 AND given ~<~ k.b1 ORDER BY family USING ~<~, given USING ~<~` : Prisma.sql`given = k.name AND family ~>=~ k.b0 AND family ~<~ k.b1 ORDER BY given USING ~<~, family USING ~<~`;
  return Prisma.sql`SELECT ${ROW} FROM unnest(${names}::text[], ${starts(begun)}::text[], ${ends(begun)}::text[]) AS k (name, b0, b1) CROSS JOIN LATERAL (SELECT ${FORM} FROM patient_name_forms WHERE ${condition} LIMIT ${MOST_BEGUN}) f`;
}

/** The dates asked for, and each with day and month exchanged. */
const datesOf = ({ births }: Question): string[] => [...new Set(births.flatMap((on) => (fullDate(on) === null ? [] : [String(on), swappedDayAndMonth(on) ?? []].flat())))];

/** A short word first and the tree would be walked for half the alphabet: each pair begins with its longer one. */
const longerFirst = ({ family, given }: Pair): 'family' | 'given' => (given.length > family.length && family.length < 4 ? 'given' : 'family');

function nameProbes(question: Question, dates: readonly string[]): Prisma.Sql[] {
  const pairs = pairsOf(question.words);
  const [named, sounds] = [withNicknames(pairs), soundPairs(pairs)];
  const trees = (['family', 'given'] as const).map((tree) => named.filter((pair) => longerFirst(pair) === tree));
  const probes = trees.flatMap((some, at) => (some.length === 0 ? [] : [byPrefix(some, at === 0 ? 'family' : 'given')]));
  if (sounds.length === 0) return probes;
  if (dates.length > 0) return [...probes, bySoundInYear(sounds, [...new Set(dates.map((on) => on.slice(0, 4)))])];
  const whole = pairs.filter(({ family, given }) => family.length > 2 && given.length > 2);
  return [...probes, bySound(sounds), byBeginning(whole, 'family'), byBeginning(whole, 'given')];
}

/** One statement for all of it, or null when there is nothing to look by. */
export function probesFor(question: Question): Prisma.Sql | null {
  const dates = datesOf(question);
  const probes = [
    ...(question.words.length === 0 ? [] : nameProbes(question, dates)),
    ...(dates.length === 0 ? [] : [byBirth(dates)]),
    ...(question.phones.length + question.emails.length === 0 ? [] : [byContact([...question.phones, ...question.emails])]),
    ...(question.home === null ? [] : [byHome(question.home)]),
  ];
  if (probes.length === 0) return null;
  // As one text: a thousand rows of four values cost more to take apart one by one than to find.
  return Prisma.sql`SELECT string_agg(concat_ws(E'\t', patient_id, coalesce(family, '-'), coalesce(given, '-'), coalesce(birth_on, '')), E'\n') AS rows FROM (${Prisma.join(probes, ' UNION ALL ')}) u (patient_id, family, given, birth_on)`;
}
