/** What a case still lacks, step by step. Each problem names the step where it is mended, so that the screen can link there. */
import { NEED_WORDS, REASON_WORDS } from '@/lib/policies/authority-labels';
import { RELATION_WORDS } from '@/lib/policies/labels';
import { DOCUMENT_KIND_WORDS } from '@/lib/documents/labels';
import { CASE_FIELD_WORDS } from './labels';
import { STEPS } from './types';
import type { CaseFacts, Step } from './types';

export type Lack = {
  readonly step: Step;
  /** Stable code. */
  readonly code: string;
  /** What is missing, as the rail says it. */
  readonly words: string;
  readonly mendIn: Step;
  readonly field?: string;
};

const lack = (step: Step, code: string, words: string, mendIn: Step = step, field?: string): Lack => ({ step, code, words, mendIn, ...(field === undefined ? {} : { field }) });

/** A copy is owed unless the person only asked to be found by the portal or to have the record changed. */
export const copyOwed = ({ kind, wants, delivery }: Pick<CaseFacts, 'kind' | 'wants' | 'delivery'>): boolean =>
  kind === 'record_request' || kind === 'third_party_release' || (wants.length > 0 && delivery !== 'portal');

function identityLacks({ authority, documents, supervisorAllowed }: CaseFacts): readonly Lack[] {
  const waiting = documents
    .filter((document) => document.review === 'to_review' && document.kind !== 'vaccination_proof')
    .map(({ kind }) => lack('identity', 'document_to_review', `Review: ${DOCUMENT_KIND_WORDS[kind].full}`, 'identity', kind));
  const needs = authority.needs.map((need) => lack('identity', need.reason, NEED_WORDS[need.reason] ?? need.reason, 'identity', need.document ?? undefined));
  const refused = authority.verdict === 'may_not' ? [lack('identity', 'may_not_have', `May not have the record. ${REASON_WORDS[authority.because]}`)] : [];
  const undecided = authority.verdict === 'supervisor_decides' && !supervisorAllowed ? [lack('identity', 'supervisor_decides', `A supervisor decides. ${REASON_WORDS[authority.because]}`)] : [];
  return [...waiting, ...needs, ...refused, ...undecided];
}

/** Only where the record itself is in question does each difference ask for a word. */
export const recordInQuestion = ({ kind }: Pick<CaseFacts, 'kind'>): boolean => kind === 'record_correction' || kind === 'record_not_found';

/** What the portal finds already asks for none. */
const choicesAsked = (facts: CaseFacts): boolean => recordInQuestion(facts) && !(facts.kind === 'record_not_found' && facts.rehearsal?.finds === 'this_patient');

const article = (words: string): string => (/^[aeiou]/.test(words) ? 'an' : 'a');

function undecided(facts: CaseFacts, step: Step): readonly Lack[] {
  if (!choicesAsked(facts)) return [];
  const open = facts.fields.filter(({ agreement, choice }) => agreement !== 'agree' && choice === null);
  return open.map(({ field }) => lack(step, 'field_undecided', `Choose ${article(CASE_FIELD_WORDS[field])} ${CASE_FIELD_WORDS[field]}`, step, field));
}

const matchLacks = (facts: CaseFacts): readonly Lack[] => (facts.linkedPatient === null ? [lack('match', 'no_patient', 'Choose a patient'), ...undecided(facts, 'match')] : []);

function rehearsalLack({ kind, rehearsal }: CaseFacts): readonly Lack[] {
  if (kind !== 'record_not_found' || rehearsal?.finds === 'this_patient') return [];
  if (rehearsal === null) return [lack('correct', 'not_rehearsed', 'Rehearse the portal')];
  if (rehearsal.finds !== 'nobody') return [lack('correct', 'portal_ambiguous', rehearsal.finds === 'several' ? 'The portal finds more than one person' : 'The portal finds somebody else', 'match')];
  const failing = rehearsal.failing.map((field) => CASE_FIELD_WORDS[field]).join(', ');
  return [lack('correct', 'portal_finds_nobody', `The portal still finds nobody${failing === '' ? '' : `: ${failing}`}`)];
}

function correctLacks(facts: CaseFacts): readonly Lack[] {
  const { unsaved, secondReview } = facts;
  const many = unsaved.length === 1 ? '1 value waits to be saved' : `${unsaved.length} values wait to be saved`;
  return [
    ...(facts.linkedPatient === null ? [] : undecided(facts, 'correct')),
    ...(unsaved.length > 0 ? [lack('correct', 'values_unsaved', many)] : []),
    ...(secondReview.state === 'asked' ? [lack('correct', 'second_review_open', 'A second person has yet to decide')] : []),
    ...(secondReview.state === 'refused' ? [lack('correct', 'second_review_refused', 'The second person sent it back')] : []),
    ...rehearsalLack(facts),
  ];
}

function dosesLacks({ doses, documents }: CaseFacts): readonly Lack[] {
  if (!doses.asked) return [];
  const proof = documents.filter((document) => document.kind === 'vaccination_proof');
  const reviewed = proof.some((document) => document.review === 'accepted');
  const waits = proof.some((document) => document.review === 'to_review');
  return [
    ...(reviewed ? [] : [lack('doses', waits ? 'proof_to_review' : 'proof_missing', waits ? 'Review the proof of vaccination' : 'Proof of vaccination', 'identity')]),
    ...(doses.rowsWithProblems > 0 ? [lack('doses', 'rows_open', doses.rowsWithProblems === 1 ? '1 row asks for an answer' : `${doses.rowsWithProblems} rows ask for an answer`)] : []),
    ...(reviewed && doses.entered === 0 ? [lack('doses', 'no_dose_entered', 'Enter the doses from the paper')] : []),
  ];
}

const DISPATCH_LACKS: Readonly<Partial<Record<NonNullable<CaseFacts['dispatch']>, string>>> = {
  failed: 'The delivery failed: choose another way',
  unknown: 'Whether it left is unknown: find out before sending again',
};

function sendLacks(facts: CaseFacts): readonly Lack[] {
  const { release, dispatch } = facts;
  if (!copyOwed(facts) || dispatch === 'confirmed') return [];
  if (release === null) return [lack('send', 'no_release', 'Prepare the copy')];
  const failed = dispatch === null ? undefined : DISPATCH_LACKS[dispatch];
  return [
    ...(release.needsSecond && !release.approved ? [lack('send', 'release_not_approved', 'A second person has yet to approve the copy')] : []),
    ...(failed === undefined || dispatch === null ? [] : [lack('send', `dispatch_${dispatch}`, failed)]),
  ];
}

const LACKS: Readonly<Record<Step, (facts: CaseFacts) => readonly Lack[]>> = {
  identity: identityLacks,
  match: matchLacks,
  correct: correctLacks,
  doses: dosesLacks,
  send: sendLacks,
};

/** Everything the case lacks, in the order of the steps; empty when it is ready to end. */
export const readiness = (facts: CaseFacts): readonly Lack[] => STEPS.flatMap((step) => LACKS[step](facts));

/** What only the portal waits for: a copy may leave without it. */
const FOR_THE_PORTAL: readonly string[] = ['not_rehearsed', 'portal_finds_nobody', 'portal_ambiguous', 'field_undecided'];

/** Why a copy cannot leave yet: what the earlier steps lack that a copy depends on. */
export const releaseLacks = (facts: CaseFacts): readonly Lack[] => readiness(facts).filter(({ step, code }) => step !== 'send' && !FOR_THE_PORTAL.includes(code));

export type StepLine = { readonly step: Step; readonly state: 'done' | 'now' | 'later' | 'not_asked'; readonly words: string; readonly lacks: readonly Lack[] };

const sentRecords = ({ wants }: CaseFacts): string => (wants.includes('full_record') || wants.length === 0 ? 'Full record' : 'COVID-19 record');

/** What a finished or idle step says in its one line. */
const DONE_WORDS: Readonly<Record<Step, (facts: CaseFacts) => string>> = {
  identity: ({ relation, documents }) =>
    [RELATION_WORDS[relation], ...documents.filter((document) => document.review === 'accepted').map(({ kind }) => `${DOCUMENT_KIND_WORDS[kind].short} accepted`)].join('. '),
  match: ({ linkedPatient }) => `Linked to ${linkedPatient?.name ?? 'nobody'}`,
  correct: ({ fields, kind }) => {
    const used = fields.filter((field) => field.choice === 'use_submitted').length;
    const said = used === 0 ? 'Nothing to correct' : `${used} ${used === 1 ? 'value' : 'values'} corrected`;
    return kind === 'record_not_found' ? `${said}. The portal finds them` : said;
  },
  doses: ({ doses }) => (doses.asked ? `${doses.entered} ${doses.entered === 1 ? 'dose' : 'doses'} added` : 'Not asked for'),
  send: (facts) => (copyOwed(facts) ? `${sentRecords(facts)} by ${facts.delivery}${facts.dispatch === 'confirmed' ? ', sent' : ''}` : 'No copy asked for'),
};

const asked = (facts: CaseFacts, step: Step): boolean => (step === 'doses' ? facts.doses.asked : step === 'send' ? copyOwed(facts) : true);

/** A copy that is released but not confirmed lacks nothing and is not done. */
const finished = (facts: CaseFacts, step: Step): boolean => LACKS[step](facts).length === 0 && (step !== 'send' || facts.dispatch === 'confirmed');

/** The rail: each step in one line, the first unfinished one as the present one. */
export function stepLines(facts: CaseFacts): readonly StepLine[] {
  const now = presentStep(facts);
  return STEPS.map((step) => {
    const lacks = LACKS[step](facts);
    if (!asked(facts, step)) return { step, state: 'not_asked', words: DONE_WORDS[step](facts), lacks: [] };
    const words = lacks.length > 0 ? lacks.map((one) => one.words).join('. ') : DONE_WORDS[step](facts);
    return { step, state: finished(facts, step) ? 'done' : step === now ? 'now' : 'later', words, lacks };
  });
}

/** The step where the work stands: the first that lacks something, else the last. */
export const presentStep = (facts: CaseFacts): Step => STEPS.find((step) => asked(facts, step) && !finished(facts, step)) ?? 'send';
