/** What a row of the queue says of its clock, its deadline, its papers and who has it: pure, from the row and the day. */
import { asDocumentKind } from '@/lib/documents/checklists';
import { DOCUMENT_KIND_WORDS } from '@/lib/documents/labels';
import { authority } from '@/lib/policies/authority';
import { asRelation } from '@/lib/policies/evidence';
import type { Promised } from '@/lib/policies/promise';
import { addDays, ageOn, officeClock, type CalendarDate } from '@/lib/platform/dates';
import { monthDay } from './queue-labels';
import type { CaseState } from './types';

export type DueKind = 'overdue' | 'today' | 'later' | 'waiting' | 'done';
const DUE_KINDS: Readonly<Record<Promised['state'], DueKind>> = { overdue: 'overdue', due_today: 'today', later: 'later', stopped: 'waiting' };
const ASKED: Readonly<Partial<Record<CaseState, string>>> = { waiting_on_provider: 'provider asked', waiting_on_registry: 'registry asked', on_hold: 'on hold' };

type DueFacts = { readonly state: CaseState; readonly promised: Pick<Promised, 'state' | 'words' | 'dueAt'>; readonly wakeOn: CalendarDate | null };

/** The clock in words: `Nov 27, provider asked` when somebody else was asked and the promise runs on. */
export function dueWords({ state, promised, wakeOn }: DueFacts): { readonly kind: DueKind; readonly words: string } {
  if (state === 'closed') return { kind: 'done', words: 'Closed' };
  const why = wakeOn === null ? ASKED[state] : `snoozed to ${monthDay(wakeOn)}`;
  // A late promise says how late; why it waits stands with its next step.
  if (why === undefined || promised.state !== 'later') return { kind: DUE_KINDS[promised.state], words: promised.words };
  return { kind: 'later', words: `${promised.words.replace(/^[A-Z][a-z]{2} (?=[A-Z])/, '')}, ${why}` };
}

/** Days before an eighteenth birthday from which it counts as a deadline: then the parent's right ends. */
const COMING_OF_AGE_DAYS = 30;

function turns18On(birthOn: CalendarDate): CalendarDate {
  const [year = '', month = '', date = ''] = birthOn.split('-');
  const on = `${Number(year) + 18}-${month}-${date}`;
  // Born on February 29 and no leap year: March 1, as the authority rules have it.
  return (month === '02' && date === '29' && (Number(year) + 18) % 4 !== 0 ? `${Number(year) + 18}-03-01` : on) as CalendarDate;
}

type DeadlineFacts = { readonly deadlineOn: CalendarDate | null; readonly deadlineReason: string | null; readonly person: { readonly birthOn: CalendarDate | null; readonly relation: string } | null };

/** `College Dec 2`; a child who comes of age within the month has that day for one; null when there is none. */
export function deadlineWords({ deadlineOn, deadlineReason, person }: DeadlineFacts, today: CalendarDate): string | null {
  if (deadlineOn !== null) return [deadlineReason, monthDay(deadlineOn)].filter(Boolean).join(' ');
  if (person === null || person.birthOn === null || person.relation === 'self' || ageOn(person.birthOn, today).years !== 17) return null;
  const on = turns18On(person.birthOn);
  return on <= addDays(today, COMING_OF_AGE_DAYS) ? `Turns 18 ${monthDay(on)}` : null;
}

type HolderFacts = { readonly holder: { readonly id: string; readonly name: string } | null; readonly present: readonly { readonly id: string; readonly name: string; readonly editing: boolean }[] };
const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** Who has a case, and after it who else is there: `You, Maria looks`, `Maria, editing`. */
export function holderWords({ holder, present }: HolderFacts, me: string): { readonly who: string; readonly mine: boolean; readonly beside: string | null } {
  const own = present.find(({ id, editing }) => id === holder?.id && editing);
  if (holder !== null && own !== undefined) return { who: firstName(holder.name), mine: false, beside: 'editing' };
  const other = present.find(({ id }) => id !== holder?.id);
  const beside = other === undefined ? null : `${firstName(other.name)} ${other.editing ? 'edits' : 'looks'}`;
  const mine = holder?.id === me;
  return { who: holder === null ? 'Nobody' : mine ? 'You' : beside === null ? holder.name : firstName(holder.name), mine, beside };
}

export type BadgeFact = { readonly words: string; readonly state: 'accepted' | 'to_review' | 'returned' | 'asked' };
type PaperFacts = { readonly relation: string; readonly birthOn: CalendarDate | null; readonly documents: readonly { readonly kind: string; readonly decision: 'accepted' | 'returned' | null }[] };

/** Papers that the rules of authority will ask of this requester and that are not here: each with every fact it could show. */
function missingPapers({ relation, birthOn, documents }: PaperFacts, today: CalendarDate): BadgeFact[] {
  const here = new Set(documents.map(({ kind }) => kind));
  const { needs } = authority({ relation: asRelation(relation), subject: { birthOn }, requesterNamedOnRecord: false, documents: [], wanted: [], today });
  const kinds = new Set(needs.flatMap(({ document }) => (document === null || here.has(document) ? [] : [document])));
  return [...kinds].map((kind) => ({ words: DOCUMENT_KIND_WORDS[kind].short, state: 'asked' as const }));
}

/** The badges of a row, ID first: what is here, then what is still asked for. */
export function badgesOf(facts: PaperFacts, today: CalendarDate): readonly BadgeFact[] {
  const here = facts.documents.map(({ kind, decision }) => ({ kind, words: DOCUMENT_KIND_WORDS[asDocumentKind(kind)].short, state: decision ?? ('to_review' as const) }));
  const idFirst = [...here].sort((a, b) => Number(b.kind === 'photo_id') - Number(a.kind === 'photo_id'));
  return [...idFirst.map(({ words, state }) => ({ words, state })), ...missingPapers(facts, today)];
}

/** Letters of two badges that a row has room for, without and with a number of further ones after them. */
const ROOM = { alone: 14, counted: 11 };

/** How many badges fit in a row: two if their words are short enough, else one and the number of the others. */
export function badgesShown(badges: readonly BadgeFact[]): number {
  const letters = badges.slice(0, 2).reduce((sum, { words }) => sum + words.length, 0);
  return letters <= (badges.length > 2 ? ROOM.counted : ROOM.alone) ? 2 : 1;
}

type StepFacts = { readonly state: CaseState; readonly linked: boolean; readonly escalated: boolean; readonly person: (PaperFacts & { readonly candidates: number }) | null };

const WAITING_STEP: Readonly<Partial<Record<CaseState, string>>> = {
  waiting_on_requester: 'Wait for the requester',
  waiting_on_provider: 'Wait for the provider',
  waiting_on_registry: 'Wait for the other registry',
  on_hold: 'On hold',
  needs_second_review: 'A second person decides',
  ready_to_send: 'Send: print or confirm the copy',
};

/** What comes next, as far as a row knows it; the case itself says it in full. */
export function nextStepWords({ state, linked, escalated, person }: StepFacts): string {
  if (escalated) return 'A supervisor answers a question';
  const waits = WAITING_STEP[state];
  if (waits !== undefined) return waits;
  const open = person?.documents.find(({ decision }) => decision === null);
  if (open !== undefined) return `Identity: review the ${DOCUMENT_KIND_WORDS[asDocumentKind(open.kind)].full.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())}`;
  if (linked) return 'Correct: choose values, then send';
  const many = person?.candidates ?? 0;
  return many === 0 ? 'Match: search for the patient' : many === 1 ? 'Match: 1 possible patient' : `Match: choose among ${many} possible patients`;
}

/** The relation as a row has room for it. */
const SHORT_RELATION: Readonly<Record<string, string | null>> = {
  self: null,
  parent: 'parent',
  guardian: 'guardian',
  foster_parent: 'foster parent',
  child_protection: 'DCF worker',
  power_of_attorney: 'power of attorney',
  health_care_representative: 'health representative',
  conservator: 'conservator',
  executor: 'executor',
  employer: null,
  school: null,
  provider: null,
};

/** Who asks: `Self`, an organisation by its name, or a person and what they are to the one it is about. */
export function requesterWords({ relation, requester }: { readonly relation: string; readonly requester: string }): { readonly who: string; readonly relation: string | null } {
  const short = SHORT_RELATION[relation];
  return { who: relation === 'self' ? 'Self' : requester, relation: short === undefined ? 'another person' : short };
}

/** `Maria Ortiz is editing since 10:42 AM`: advice, no lock. */
export const presenceSentences = ({ present }: { readonly present: readonly { readonly name: string; readonly editing: boolean; readonly since: Date }[] }): readonly string[] =>
  present.map(({ name, editing, since }) => `${firstName(name)} is ${editing ? 'editing' : 'looking'} since ${officeClock(since)}`);
