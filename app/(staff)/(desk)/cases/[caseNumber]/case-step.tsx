/** What every step of a case reads first: who asks, the case, the document beside the task. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { reviewOf } from '@/components/cases/case-rail';
import { mendHref } from '@/components/cases/mend-href';
import { can, type StaffActor } from '@/lib/access/actor';
import { closeDraft, noteDraft } from '@/lib/cases/drafts';
import { OUTCOME_WORDS } from '@/lib/cases/labels';
import { allowedOutcomes } from '@/lib/cases/outcomes';
import { asCaseNumber, findCaseByNumber, promiseOf, siblingsOf, type CaseView } from '@/lib/cases/queries/case';
import { gatherFacts, type Gathered } from '@/lib/cases/queries/facts';
import { findJoins } from '@/lib/cases/queries/joins';
import { listColleagues } from '@/lib/cases/queries/mentions';
import { findMoves } from '@/lib/cases/queries/moves';
import { findPaper } from '@/lib/cases/queries/papers';
import { readiness } from '@/lib/cases/readiness';
import type { CaseState, CaseStepName } from '@/lib/cases/types';
import { toldWords } from '@/lib/cases/telling';
import { readDraft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import { requireStaff } from '../../../session';
import { officeTime } from '@/lib/platform/dates';

export type StepProps = { params: Promise<{ caseNumber: string }>; searchParams: Promise<{ document?: string; use?: string; keep?: string }> };

export async function stepTitle({ params }: Pick<StepProps, 'params'>, step: string): Promise<Metadata> {
  return { title: `${(await params).caseNumber}, ${step}` };
}

/** Why the task cannot be done now, if so: somebody else has the case, or it is not in work. */
function whyOff(state: CaseState, mine: boolean): string | undefined {
  if (state === 'closed') return 'This case is closed.';
  if (!mine) return 'Assign the case to yourself first.';
  if (state === 'needs_second_review') return 'A second person has yet to decide.';
  return state === 'in_progress' ? undefined : 'The case is waiting: resume it first.';
}

/** A free case is for whoever works cases; a colleague's is moved by a supervisor only. */
function whyNotClaim(actor: StaffActor, holder: string | undefined): string | undefined {
  if (!can(actor, 'case.claim')) return 'Your role reads cases only.';
  return holder === undefined || actor.roles.includes('supervisor') ? undefined : `${holder} has this case.`;
}

/** A copy that left told of itself. */
function toldOf({ notices }: CaseView, { id, outcome, letter }: CaseView['closures'][number]): string | null {
  if (notices.some(({ purpose }) => purpose.startsWith('mailed:'))) return null;
  return toldWords(outcome, { letter, notice: notices.find(({ purpose }) => purpose === `ended:${id}`) ?? null });
}

/** What the workspace says of the case as a whole: how it may end, or how it did. */
function endsOf(actor: StaffActor, found: CaseView, { facts, drafts }: Gathered) {
  const [closure] = found.closures;
  const missing = readiness(facts).map((lack) => ({ words: lack.words, href: mendHref(found, lack) }));
  return {
    ending: { outcomes: allowedOutcomes(found.state, actor.roles), missing, draft: readDraft(drafts, caseDraft(found.publicId, 'close'), closeDraft) },
    ended: closure === undefined ? null : { told: toldOf(found, closure), words: `${OUTCOME_WORDS[closure.outcome]}, by ${closure.by?.name ?? 'the system'}, ${officeTime(closure.at)}`, why: closure.reason, mayReopen: can(actor, 'case.reopen') },
  };
}

async function notesOf(actor: StaffActor, found: CaseView, { drafts }: Gathered) {
  return {
    notes: found.notes.map((note) => ({ id: note.publicId, text: note.text, by: note.by.name, at: officeTime(note.at) })),
    unseen: found.notes.some(({ mentions }) => mentions.some(({ seenAt, staff }) => seenAt === null && staff.id === actor.staffId)),
    colleagues: await listColleagues(actor),
    draft: readDraft(drafts, caseDraft(found.publicId, 'note'), noteDraft),
    mayWrite: can(actor, 'case.note'),
  };
}

/** Reads the case for one step and logs the look; a number that is no case is not found. */
export async function openStep({ params, searchParams }: StepProps, step: CaseStepName) {
  const actor: StaffActor = await requireStaff('case.view');
  const number = asCaseNumber((await params).caseNumber);
  const found = number === null ? null : await findCaseByNumber(actor, number, step);
  if (found === null) notFound();
  const asked = await searchParams;
  const { documents } = found.submission;
  const unjudged = step === 'identity' ? documents.find((document) => document.state === 'ready' && reviewOf(document, found.id) === undefined) : undefined;
  const shown = documents.find((document) => document.publicId === asked.document) ?? unjudged ?? documents[0];
  const gathered = await gatherFacts(actor, found);
  const frame = {
    found,
    facts: gathered.facts,
    step,
    shown,
    paper: await findPaper(actor, found, shown),
    promised: await promiseOf(found),
    me: actor.staffId,
    moves: await findMoves(actor, found),
    siblings: siblingsOf(actor, found),
    joins: await findJoins(actor, found),
    claimOff: whyNotClaim(actor, found.claims[0]?.staff.name),
    notes: await notesOf(actor, found, gathered),
    ...endsOf(actor, found, gathered),
    drafts: gathered.drafts,
  };
  const mine = found.claims[0]?.staff.id === actor.staffId;
  const restricted = { caseId: found.publicId, offBecause: can(actor, 'patient.break_glass') ? undefined : 'Your role does not open restricted records.' };
  return { actor, found, asked, gathered, frame, mine, restricted, offBecause: whyOff(found.state, mine) };
}
