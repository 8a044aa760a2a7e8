/** A comparison in sentences a colleague would say: conflicts first. */
import { FIELD_LABELS, levelWords, SPELLING_WORDS } from '../labels';
import type { Agreement, Evidence, Field, FieldComparison, Sex } from './types';

const AGREE: ReadonlySet<Evidence['level']> = new Set(['exact']);

export function agreementOf({ level }: Evidence): Agreement {
  if (level === 'missing') return 'missing';
  if (level === 'different') return 'conflict';
  return AGREE.has(level) ? 'agree' : 'similar';
}

export const possessive = (sex: Sex | null): string => (sex === 'F' ? 'her' : sex === 'M' ? 'his' : 'their');
const standing = (sex: Sex | null): string => (sex === 'F' ? 'hers' : sex === 'M' ? 'his' : 'theirs');

function missingWords({ submitted, onRecord, owner }: Evidence): string {
  if (owner === 'clinic') return "the clinic's own, not counted";
  if (submitted === null) return onRecord === null ? 'none given, none on record' : 'none given';
  return onRecord === null ? 'none on record' : 'not comparable';
}

const NOTHING_ELSE: ReadonlySet<string> = new Set(['agree', 'similar']);

/** What stands beside one field. */
export function fieldWords(evidence: Evidence, sex: Sex | null): string {
  const agreement = agreementOf(evidence);
  if (agreement === 'missing') return missingWords(evidence);
  const words = evidence.spelling === undefined ? levelWords(evidence.field, evidence.level, possessive(sex)) : SPELLING_WORDS[evidence.spelling];
  if (evidence.hidden) return `${words}, a name that is not shown`;
  return evidence.past && NOTHING_ELSE.has(agreement) ? `${words}, a former ${FIELD_LABELS[evidence.field].toLowerCase()}` : words;
}

export function toComparison(evidence: Evidence, sex: Sex | null): FieldComparison {
  const { field, level, weight, submitted, onRecord } = evidence;
  return { field, level, weight, submitted, onRecord, agreement: agreementOf(evidence), words: fieldWords(evidence, sex) };
}

const HEAVIEST_FIRST: Readonly<Record<Agreement, number>> = { conflict: 0, similar: 1, missing: 2, agree: 3 };

/** Conflicts first, agreements last; within each the order of the form. */
export const conflictsFirst = (fields: readonly FieldComparison[]): FieldComparison[] =>
  fields.toSorted((a, b) => HEAVIEST_FIRST[a.agreement] - HEAVIEST_FIRST[b.agreement]);

const label = (field: Field): string => FIELD_LABELS[field].toLowerCase();
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const isContact = (field: Field): boolean => field === 'phone' || field === 'email';

function conflictSentence({ field, level, words }: FieldComparison): string {
  return level === 'different' ? `${FIELD_LABELS[field]} different.` : `${FIELD_LABELS[field]}: ${words}.`;
}

function agreementPhrase(evidence: Evidence, sex: Sex | null): string {
  const { field, level } = evidence;
  const past = evidence.past ? 'past ' : '';
  if (level === 'part') return `${label(field)} is one part of ${standing(sex)}`;
  if (level !== 'exact') return `${past}${label(field)}: ${levelWords(field, level, possessive(sex))}`.replace(': sounds alike', ' sounds alike');
  if (field === 'address') return `${past}address ${evidence.onRecord?.split(',')[0] ?? ''}`.trim();
  if (isContact(field)) return `${past}${label(field)} same`;
  return `same ${evidence.past && !evidence.hidden ? 'former ' : ''}${label(field)}`;
}

/** Day and month exchanged reads as a conflict: somebody has to choose between two dates. */
const speaksAgainst = (evidence: Evidence): boolean =>
  agreementOf(evidence) === 'conflict' || (evidence.field === 'birthOn' && agreementOf(evidence) === 'similar' && evidence.level !== 'partial');

/** "First name, last name, date of birth and phone together." */
export const combinationWords = (fields: readonly Field[] | null): string | null =>
  fields === null ? null : `${capital(new Intl.ListFormat('en-US', { type: 'conjunction' }).format(fields.map(label)).replace(', and ', ' and '))} together.`;

export function summaryOf(evidence: readonly Evidence[], sex: Sex | null): { conflicts: string; agreements: string } {
  const against = evidence.filter(speaksAgainst);
  const agreeing = evidence.filter((each) => !against.includes(each) && agreementOf(each) !== 'missing');
  const phrases = agreeing.map((each) => agreementPhrase(each, sex)).join(', ');
  return {
    conflicts: against.map((each) => conflictSentence(toComparison(each, sex))).join(' '),
    agreements: phrases === '' ? '' : `${capital(phrases)}.`,
  };
}
