/** What every step of a case reads first: who asks, the case, the document beside the task. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { reviewOf } from '@/components/cases/case-rail';
import { can, type StaffActor } from '@/lib/access/actor';
import { asCaseNumber, findCaseByNumber, officeTime, promiseOf } from '@/lib/cases/queries/case';
import { findJoins } from '@/lib/cases/queries/joins';
import { findMoves } from '@/lib/cases/queries/moves';
import type { CaseState, Step } from '@/lib/cases/types';
import { requireStaff } from '../../../session';

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

/** Reads the case for one step and logs the look; a number that is no case is not found. */
export async function openStep({ params, searchParams }: StepProps, step: Step) {
  const actor: StaffActor = await requireStaff('case.view');
  const number = asCaseNumber((await params).caseNumber);
  const found = number === null ? null : await findCaseByNumber(actor, number, step);
  if (found === null) notFound();
  const asked = await searchParams;
  const { documents } = found.submission;
  const unjudged = step === 'identity' ? documents.find((document) => document.state === 'ready' && reviewOf(document, found.id) === undefined) : undefined;
  const frame = {
    found,
    step,
    shown: documents.find((document) => document.publicId === asked.document) ?? unjudged ?? documents[0],
    promised: await promiseOf(found),
    me: actor.staffId,
    moves: await findMoves(actor, found),
    joins: await findJoins(actor, found),
    claimOff: whyNotClaim(actor, found.claims[0]?.staff.name),
    notes: found.notes.map((note) => ({ id: note.publicId, text: note.text, by: note.by.name, at: officeTime(note.at) })),
  };
  return { actor, found, asked, frame, offBecause: whyOff(found.state, found.claims[0]?.staff.id === actor.staffId) };
}
