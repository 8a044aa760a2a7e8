/** The paper beside the task: what is covered on it, what was read from it, where else its picture lies. */
import { can, type StaffActor } from '@/lib/access/actor';
import { compareLicence, type Comparison, type Typed } from '@/lib/documents/codes/agreement';
import type { VaccineBoxFacts } from '@/lib/documents/codes/facts';
import { listLikenesses, listReadings, type Likeness, type Reading } from '@/lib/documents/codes/queries';
import { listCovers, revealedFor, type Cover } from '@/lib/documents/viewing/queries';
import { now } from '@/lib/platform/clock';
import { officeDate, type CalendarDate } from '@/lib/platform/dates';
import type { CaseView } from './case';

export type PaperReading =
  | { readonly kind: 'licence'; readonly page: number; readonly state: string | null; readonly comparison: Comparison }
  | { readonly kind: 'health_card'; readonly page: number }
  | { readonly kind: 'vaccine_box'; readonly page: number; readonly box: VaccineBoxFacts; readonly expired: boolean };

export type Paper = {
  readonly caseId: string;
  readonly covers: readonly Cover[];
  /** How long this person still sees what is covered, in milliseconds; null: not at all. */
  readonly revealedFor: number | null;
  readonly readings: readonly PaperReading[];
  readonly likenesses: readonly Likeness[];
  readonly mayCover: boolean;
  readonly mayReveal: boolean;
  readonly mayFetch: boolean;
};

/** Whom the form names: the person, and who asks for them where that is somebody else. */
function peopleOf({ subject, submission }: CaseView): [Typed, ...Typed[]] {
  const person: Typed = { who: 'subject', given: subject.given, family: subject.family, birthOn: subject.birthOn };
  const asks: Typed = { who: 'requester', given: submission.requesterGiven, family: submission.requesterFamily, birthOn: null };
  return submission.relation === 'self' ? [person] : [person, asks];
}

function readingOf({ page, facts }: Reading, found: CaseView, today: CalendarDate): PaperReading {
  if (facts.kind === 'licence') return { kind: 'licence', page, state: facts.state, comparison: compareLicence(facts, peopleOf(found), today) };
  if (facts.kind === 'health_card') return { kind: 'health_card', page };
  return { kind: 'vaccine_box', page, box: facts, expired: facts.expiresOn !== null && facts.expiresOn < today };
}

/** For whoever has the case on the screen; the look is the case's. Null where no document is shown. */
export async function findPaper(actor: StaffActor, found: CaseView, document: CaseView['submission']['documents'][number] | undefined): Promise<Paper | null> {
  if (document === undefined) return null;
  const today = officeDate(now());
  const mine = found.claims[0]?.staff.id === actor.staffId && found.state !== 'closed';
  return {
    caseId: found.publicId,
    covers: await listCovers(document.id),
    revealedFor: await revealedFor(actor, document.id),
    readings: (await listReadings(document.id)).map((reading) => readingOf(reading, found, today)),
    likenesses: await listLikenesses(actor, document.id, document.submissionId),
    mayCover: mine && can(actor, 'document.redact'),
    mayReveal: can(actor, 'document.reveal'),
    mayFetch: can(actor, 'document.fetch_original') && document.scan !== 'infected' && document.originalKey !== null,
  };
}
