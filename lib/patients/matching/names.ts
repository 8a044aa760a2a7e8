/** First, middle and last names: how far a submitted name agrees with each name on record. */
import { familyShare, givenShare } from './frequencies';
import { bits, exactNameWeight, levelWeight } from './evidence';
import { areNicknames } from './nicknames';
import { compactKey, familyParts, nameKey, nameWords, splitSuffix } from './normalise';
import { NEAR, SIMILAR } from './parameters';
import { realFamily, realGiven } from './placeholders';
import { jaroWinkler, oneEdit, soundAlike } from './similarity';
import { spellingOf } from './spelling';
import type { Evidence, Level, PersonName, RecordedName } from './types';

export type NameEvidence = { readonly given: Evidence; readonly family: Evidence; readonly middle: Level; readonly weight: number; readonly name: RecordedName | null };

/** Names of three letters and fewer are one edit from half the others. */
function spelledAlike(a: string, b: string): Level {
  const alike = jaroWinkler(a, b);
  if (Math.min(a.length, b.length) > 2 && (oneEdit(a, b) || alike >= NEAR)) return 'near';
  if (soundAlike(a, b)) return 'sound';
  return alike >= SIMILAR ? 'similar' : 'different';
}

const contains = (all: readonly string[], some: readonly string[]): boolean => some.length > 0 && some.every((word) => all.includes(word));
const onePartOfOther = (a: readonly string[], b: readonly string[]): boolean => contains(a, b) || contains(b, a);

function givenLevel(submitted: PersonName, recorded: PersonName): Level {
  const [a, b] = [realGiven(submitted.given), realGiven(recorded.given)];
  if (a === null || b === null) return 'missing';
  if (a === b) return 'exact';
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : 'different';
  if (onePartOfOther(nameWords(submitted.given), nameWords(recorded.given))) return 'part';
  if (areNicknames(nameKey(submitted.given), nameKey(recorded.given))) return 'nickname';
  const alike = spelledAlike(a, b);
  const calledByMiddle = a === compactKey(recorded.middle ?? '') || b === compactKey(submitted.middle ?? '');
  return calledByMiddle && alike !== 'near' ? 'middle' : alike;
}

const partsOf = (family: string): string[] => {
  const parts = familyParts(family);
  return parts.length > 0 ? parts : nameWords(splitSuffix(family).family);
};

function familyLevel(submitted: string, recorded: string): Level {
  const [a, b] = [realFamily(splitSuffix(submitted).family), realFamily(splitSuffix(recorded).family)];
  if (a === null || b === null) return 'missing';
  if (a === b) return 'exact';
  const [parts, others] = [partsOf(submitted), partsOf(recorded)];
  if (onePartOfOther(parts, others) || (parts.length > 1 && others.length > 1 && parts.some((part) => others.includes(part)))) return 'part';
  return spelledAlike(a, b);
}

function middleLevel(a: string, b: string): Level {
  if (a === '' || b === '') return 'missing';
  if (a === b) return 'exact';
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : 'different';
  return spelledAlike(a, b) === 'near' ? 'near' : 'different';
}

const isSwapped = (submitted: PersonName, recorded: PersonName): boolean => {
  const [given, family] = [compactKey(submitted.given), compactKey(submitted.family)];
  return given !== '' && given !== family && given === compactKey(recorded.family) && family === compactKey(recorded.given);
};

function nameWeight(field: 'given' | 'family', level: Level, text: string): number {
  if (level !== 'exact') return levelWeight(field, level);
  const rare = exactNameWeight(field, field === 'given' ? givenShare(nameKey(text)) : familyShare(nameKey(text)));
  return Math.max(rare, bits({ m: 1, u: 0.02 }));
}

function compareName(submitted: PersonName, recorded: RecordedName): NameEvidence {
  const swapped = isSwapped(submitted, recorded);
  const levels = {
    given: swapped ? 'swapped' : givenLevel(submitted, recorded),
    family: swapped ? 'swapped' : familyLevel(submitted.family, recorded.family),
  } as const;
  const middle = levels.given === 'middle' ? 'missing' : middleLevel(compactKey(submitted.middle ?? ''), compactKey(recorded.middle ?? ''));
  const field = (name: 'given' | 'family'): Evidence => ({
    field: name,
    level: levels[name],
    weight: nameWeight(name, levels[name], submitted[name]) + (name === 'given' ? levelWeight('middleName', middle) : 0),
    submitted: submitted[name].trim() || null,
    onRecord: recorded.hidden ? null : recorded[name] || null,
    ...(levels[name] === 'exact' && !recorded.hidden ? { spelling: spellingOf(submitted[name], recorded[name]) } : {}),
    past: recorded.use === 'former',
    hidden: recorded.hidden,
  });
  const [given, family] = [field('given'), field('family')];
  return { given, family, middle, weight: given.weight + family.weight, name: recorded };
}

const nameless = (submitted: PersonName): NameEvidence => ({
  given: { field: 'given', level: 'missing', weight: 0, submitted: submitted.given.trim() || null, onRecord: null },
  family: { field: 'family', level: 'missing', weight: 0, submitted: submitted.family.trim() || null, onRecord: null },
  middle: 'missing',
  weight: 0,
  name: null,
});

/** The name on record, past or present, that agrees best. First and last name are always taken from the same one. */
export function compareNames(submitted: PersonName, names: readonly RecordedName[]): NameEvidence {
  const compared = names.map((name) => compareName(submitted, name));
  return compared.reduce<NameEvidence | null>((best, next) => (best === null || next.weight > best.weight ? next : best), null) ?? nameless(submitted);
}
