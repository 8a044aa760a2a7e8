import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { recordLook } from '@/lib/audit/record';
import { papersFrom } from '@/lib/documents/scope';
import { now } from '@/lib/platform/clock';
import { officeDate, officeTime, type CalendarDate } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import { pauseLines } from '@/lib/policies/pauses';
import { promise } from '@/lib/policies/promise';
import { listClosures } from '@/lib/policies/queries';
import { finishOf, type Finish } from '../outcomes';
import { presentStep } from '../readiness';
import type { Step } from '../types';
import { gatherFacts } from './facts';

const include = {
  subject: true,
  submission: { include: { cases: { orderBy: { number: 'asc' }, select: { number: true, state: true, subject: { select: { given: true, family: true } }, patient: { select: { id: true, restriction: true } } } } } },
  claims: { where: { releasedAt: null }, include: { staff: { select: { id: true, publicId: true, name: true } } } },
  waits: { orderBy: { fromAt: 'asc' } },
  notes: { orderBy: { at: 'desc' }, include: { by: { select: { name: true } }, mentions: { select: { seenAt: true, staff: { select: { id: true, name: true } } } } } },
  closures: { where: { undoneAt: null }, include: { by: { select: { name: true } }, letter: { select: { code: true, state: true } } } },
  notices: { orderBy: { queuedAt: 'asc' }, select: { purpose: true, channel: true, state: true } },
  joins: { where: { undoneAt: null }, include: { into: { select: { number: true } } } },
  joined: { where: { undoneAt: null }, orderBy: { at: 'asc' }, include: { case: { select: { number: true, submissionId: true, submission: { select: { channel: true, receivedAt: true } } } }, by: { select: { name: true } } } },
  patient: { include: { names: true, contacts: true, addresses: true } },
} as const;

const papers = { pages: { orderBy: { number: 'asc' } }, reviews: { where: { supersededAt: null }, include: { by: { select: { name: true } }, case: { select: { number: true } } } } } as const;

/** The case with its papers, also those of submissions joined into it, each judged here anew. No look yet. */
async function readCase(number: number) {
  const found = await db().case.findUnique({ where: { number }, include });
  if (found === null) return null;
  const submissions = [found.submissionId, ...found.joined.map((join) => join.case.submissionId)];
  const documents = await db().document.findMany({ where: papersFrom(submissions), orderBy: { receivedAt: 'asc' }, include: papers });
  return { ...found, withheld: false, submission: { ...found.submission, documents } };
}
export type CaseView = NonNullable<Awaited<ReturnType<typeof readCase>>>;

const NO_ADDRESS = { mailName: null, mailLine1: null, mailLine2: null, mailCity: null, mailState: null, mailZip: null, faxNumber: null };
const NOBODY = { given: 'Restricted', middle: null, family: 'record', suffix: null, birthOn: null, sex: null, phone: null, email: null, line1: null, line2: null, city: null, state: null, zip: null };

/** As in the queue: the case stands, and everything of a restricted person's own is for whoever opened their record. Names, papers, contacts, deadline, notes. */
function withheldFrom(actor: StaffActor, found: CaseView): CaseView {
  if (found.patient === null || maySee(actor, found.patient)) return found;
  return {
    ...found,
    withheld: true,
    deadlineOn: null,
    deadlineReason: null,
    deadlineProof: null,
    deadlineDocumentId: null,
    subject: { ...found.subject, ...NOBODY },
    submission: { ...found.submission, ...NO_ADDRESS, requesterGiven: 'Restricted', requesterFamily: 'record', organization: null, email: null, phone: null, message: null, deadlineOn: null, deadlineReason: null, documents: [], cases: [] },
    patient: { ...found.patient, birthOn: null, birthDate: null, deceasedOn: null, sex: null, names: [], contacts: [], addresses: [] },
    notes: [],
    waits: found.waits.map((wait) => ({ ...wait, reason: 'A restricted record' })),
    joined: [],
    joins: [],
  };
}

export type Sibling = { readonly number: number; readonly name: string; readonly state: CaseView['state'] };

/** The other cases of the request: a parent may ask for several children at once. A restricted one is not named. */
export const siblingsOf = (actor: StaffActor, { number, submission }: CaseView): readonly Sibling[] =>
  submission.cases
    .filter((one) => one.number !== number)
    .map(({ number: other, state, subject, patient }) => ({ number: other, state, name: patient === null || maySee(actor, patient) ? `${subject.given} ${subject.family}` : 'Name not shown' }));

/** A case by its number, for the workspace; the look is logged before anything of it is handed out. */
export async function findCaseByNumber(actor: StaffActor, number: number, step: string): Promise<CaseView | null> {
  const found = await readCase(number);
  if (found === null) return null;
  await recordLook(actor, { event: 'case.viewed', caseId: found.id, patientId: found.patientId, submissionId: found.submissionId, details: { step } });
  return withheldFrom(actor, found);
}

/** Where the work on a case stands. Nothing of the case leaves but the name of the step, so this is no look. */
export async function findPresentStep(actor: StaffActor, number: number): Promise<Step | null> {
  const found = await readCase(number);
  return found === null ? null : presentStep((await gatherFacts(actor, found)).facts);
}

/** What finishing it means now. Nothing of the case leaves but how it may end. */
export async function findFinish(actor: StaffActor, number: number): Promise<Finish | null> {
  const found = await readCase(number);
  return found === null ? null : finishOf((await gatherFacts(actor, found)).facts, found.state);
}

/** The promise of a case as it stands now, and a line for each of its waits. */
export async function promiseOf(found: Pick<CaseView, 'receivedAt' | 'targetDays' | 'waits'>) {
  const pauses = found.waits.filter((wait) => wait.stopsClock).map((wait) => ({ from: wait.fromAt, until: wait.untilAt, reason: wait.reason }));
  const at = now();
  const closures = await listClosures(db());
  return { ...promise({ receivedAt: found.receivedAt, targetDays: found.targetDays, closures, pauses, now: at }), today: officeDate(at), pauses: pauseLines(found.waits, closures, at) };
}

/** `C-2041` → 2041, or null. */
export function asCaseNumber(text: string): number | null {
  const digits = /^C-([1-9]\d{3,6})$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

export const officeNow = (): string => officeTime(now());

/** The inner ids of a case by its number, for filters; shows nothing of it. */
export async function findCaseIds(text: string): Promise<{ caseId: string; submissionId: string; documentIds: string[] } | null> {
  const number = asCaseNumber(text);
  const found = number === null ? null : await db().case.findUnique({ where: { number }, select: { id: true, submissionId: true, submission: { select: { documents: { select: { id: true } } } } } });
  return found === null ? null : { caseId: found.id, submissionId: found.submissionId, documentIds: found.submission.documents.map(({ id }) => id) };
}

export const officeToday = (): CalendarDate => officeDate(now());
