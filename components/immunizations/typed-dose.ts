/** A row of the grid while it is typed, and where it stands. */
import { ageText } from '@/lib/immunizations/ages';
import { DOSE_PROBLEM_WORDS, LIKENESS_WORDS } from '@/lib/immunizations/labels';
import type { DoseOnRecord, DosePerson } from '@/lib/immunizations/queries';
import type { NeedsReason } from '@/lib/immunizations/schema';
import type { VaccineFound } from '@/lib/immunizations/codes/vaccine-search';
import type { DoseCheck } from '@/lib/cases/queries/doses';
import type { Commands } from '@/lib/commands';
import type { Looks } from '@/lib/looks';
import { asCalendarDate } from '@/lib/platform/dates';

export type DoseInput = Commands['dose.record']['input'];
type CheckInput = Looks['dose.check']['input'];

export type TypedDose = {
  readonly id: string;
  readonly number: number;
  /** What stands in the vaccine box; `vaccine` is what was chosen for it. */
  readonly typed: string;
  readonly vaccine: Pick<VaccineFound, 'cvx' | 'label' | 'tradeName' | 'mvx'> | null;
  readonly givenOn: string;
  readonly lot: string;
  /** The dose that this one is: not sent. */
  readonly sameAs: string | null;
  /** Why this is another dose than that one; being typed while empty. */
  readonly another: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Partial<Record<NeedsReason, string>>>;
  /** The answer to a question of this wording; null is no answer. */
  readonly checked: { readonly of: string; readonly answer: DoseCheck | null } | null;
};

/** What all rows of one card share. */
export type Card = { readonly source: DoseInput['source']; readonly organization: string };

export const blankRow = (number: number): TypedDose => ({ id: `row-${number}`, number, typed: '', vaccine: null, givenOn: '', lot: '', sameAs: null, another: {}, reasons: {}, checked: null });

export const isBlank = ({ typed, givenOn, lot }: TypedDose): boolean => typed.trim() === '' && givenOn === '' && lot.trim() === '';
const isWhole = ({ vaccine, givenOn }: TypedDose): boolean => vaccine !== null && asCalendarDate(givenOn) !== null;
const isTyped = (id: string): boolean => id.startsWith('row-');

const optional = (text: string | null | undefined): string | undefined => (text === null || text === undefined || text.trim() === '' ? undefined : text.trim());

const doseOf = (row: TypedDose, card: Card) => ({
  cvx: row.vaccine?.cvx ?? '',
  tradeName: optional(row.vaccine?.tradeName),
  mvx: optional(row.vaccine?.mvx),
  lot: optional(row.lot),
  givenOn: row.givenOn,
  source: card.source,
  organization: optional(card.organization),
});

const typedAbove = (row: TypedDose, card: Card): CheckInput['others'][number] => {
  const { cvx, tradeName = null, lot = null, givenOn, source, organization = null } = doseOf(row, card);
  return { doseId: row.id, cvx, tradeName, lot, givenOn, source, organization };
};

/** The question about a row: against the doses on record that stand, and the whole rows above it. Null while there is nothing to ask. */
export function questionOf(row: TypedDose, above: readonly TypedDose[], card: Card, person: DosePerson, onRecord: readonly DoseOnRecord[]): string | null {
  if (!isWhole(row) || person.birthOn === null) return null;
  const standing = onRecord.filter(({ voided }) => voided === null).map(({ doseId, cvx, tradeName, lot, organization, source, givenOn }) => ({ doseId, cvx, tradeName, lot, organization, source, givenOn }));
  const others = [...standing, ...above.filter((one) => isWhole(one) && one.sameAs === null).map((one) => typedAbove(one, card))];
  return JSON.stringify({ dose: doseOf(row, card), person: { ...person, birthOn: person.birthOn }, others } satisfies Omit<CheckInput, 'others'> & { others: readonly unknown[] });
}

export type RowState = { readonly kind: 'blank' | 'waiting' | 'ready' | 'ask' | 'refused' | 'skipped'; readonly words: string };
const state = (kind: RowState['kind'], words: string): RowState => ({ kind, words });
const isAnswered = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** The answer to the question as it stands now, not to an earlier one. */
export const answerTo = (row: TypedDose, question: string | null): DoseCheck | null => (row.checked?.of === question ? row.checked.answer : null);

function judged(row: TypedDose, { problems, duplicates }: DoseCheck): RowState {
  const refused = problems.find(({ severity }) => severity === 'refused');
  if (refused !== undefined) return state('refused', DOSE_PROBLEM_WORDS[refused.reason].head);
  const like = duplicates.find(({ doseId }) => !isAnswered(row.another[doseId]));
  if (like !== undefined) return state('ask', LIKENESS_WORDS[like.answer]);
  const open = problems.find(({ reason }) => !isAnswered(row.reasons[reason as NeedsReason]));
  return open === undefined ? state('ready', 'Ready') : state('ask', DOSE_PROBLEM_WORDS[open.reason].head);
}

/** The check column of a row. A question that got no answer is no obstacle: the record is asked again on saving. */
export function stateOf(row: TypedDose, question: string | null): RowState {
  if (row.sameAs !== null) return state('skipped', 'Skipped: same dose');
  if (isBlank(row)) return state('blank', '');
  if (row.vaccine === null) return state('waiting', row.typed.trim() === '' ? 'Waiting for a vaccine' : 'Choose from the list');
  if (row.givenOn === '') return state('waiting', 'Waiting for a date');
  if (row.checked?.of !== question) return state('waiting', 'Checking');
  return row.checked.answer === null ? state('ready', 'Ready, not checked yet') : judged(row, row.checked.answer);
}

/** What is sent for a row: answers to what is asked now, and no others. `saved` knows the rows above by the doses they became. */
export function inputOf(row: TypedDose, question: string | null, card: Card, at: Pick<DoseInput, 'caseId' | 'patientId' | 'evidence'>, saved: ReadonlyMap<string, string>): DoseInput {
  const { problems, duplicates } = answerTo(row, question) ?? { problems: [], duplicates: [] };
  const acceptedReasons = problems.flatMap(({ reason }) => {
    const why = row.reasons[reason as NeedsReason];
    return why !== undefined && isAnswered(why) ? [{ problem: reason as NeedsReason, reason: why.trim() }] : [];
  });
  const anotherThan = duplicates.flatMap(({ doseId }) => {
    const [id, why] = [saved.get(doseId) ?? doseId, row.another[doseId] ?? ''];
    return isTyped(id) || !isAnswered(why) ? [] : [{ doseId: id, reason: why.trim() }];
  });
  return { ...at, ...doseOf(row, card), acceptedReasons, anotherThan };
}

/** `1 y 11 d`, or nothing while there is no date to say it of. */
export function typedAge({ givenOn }: TypedDose, { birthOn }: DosePerson): string {
  const on = asCalendarDate(givenOn);
  return on === null ? '' : birthOn === null ? 'Not known' : (ageText(birthOn, on) ?? (birthOn.length === 10 ? 'Before birth' : 'Not known'));
}
