/** Cases that look like the same need as this one, and those already joined with it. */
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { recordLooks } from '@/lib/audit/record';
import { contactKey } from '@/lib/patients/chosen';
import { OFFICE_ZONE } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';
import { isEarlier, joinReasons, reasonsInWords, type JoinSide } from '../joins';

const side = { subject: true, submission: true, claims: { where: { releasedAt: null }, select: { staffId: true } }, patient: { select: { id: true, restriction: true } } } as const;
const readSides = (ids: readonly string[]) => db().case.findMany({ where: { id: { in: [...ids] }, state: { not: 'closed' } }, include: side });
type Read = Awaited<ReturnType<typeof readSides>>[number];

const keys = (kind: 'phone' | 'email', ...values: (string | null)[]): string[] => values.flatMap((value) => (value === null ? [] : (contactKey(kind, value) ?? [])));

const sideOf = ({ number, kind, submissionId, patientId, receivedAt, subject, submission }: Read): JoinSide => ({
  number,
  kind,
  submissionId,
  patientId,
  receivedAt,
  relation: submission.relation,
  given: subject.given,
  family: subject.family,
  birthOn: subject.birthOn,
  phones: keys('phone', subject.phone, submission.phone),
  emails: keys('email', subject.email, submission.email),
});

/** Open cases of the same patient, or of the same last name and date of birth; what was declined is left out. */
async function nearby(caseId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH mine AS (SELECT c.id, c.patient_id, s.birth_on, lower(s.family) AS family FROM cases c JOIN submission_subjects s ON s.id = c.subject_id WHERE c.id = ${caseId}::uuid),
    near AS (
      SELECT o.id FROM mine JOIN submission_subjects s ON s.birth_on = mine.birth_on AND lower(s.family) = mine.family JOIN cases o ON o.subject_id = s.id WHERE o.state <> 'closed'
      UNION
      SELECT o.id FROM mine JOIN cases o ON o.patient_id = mine.patient_id WHERE o.state <> 'closed')
    SELECT id FROM near WHERE id <> ${caseId}::uuid
      AND NOT EXISTS (SELECT 1 FROM case_join_declines d WHERE (d.case_id = near.id AND d.into_id = ${caseId}::uuid) OR (d.into_id = near.id AND d.case_id = ${caseId}::uuid))
    LIMIT 20`;
  return rows.map(({ id }) => id);
}

const CHANNEL_WORDS: Readonly<Record<string, string>> = { form: 'by the form', mail: 'by mail', fax: 'by fax', phone: 'by phone' };
const day = (at: Date): string => at.toLocaleDateString('en-US', { timeZone: OFFICE_ZONE, month: 'short', day: 'numeric' });

/** "C-2055 came by fax Nov 23" */
const cameWords = (number: number, channel: string, at: Date): string => `C-${number} came ${CHANNEL_WORDS[channel] ?? 'to us'} ${day(at)}`;

export type JoinProposal = {
  readonly caseId: string;
  readonly number: number;
  readonly came: string;
  readonly why: string;
  /** The other one is older: it keeps, and this one would end in it. */
  readonly otherKeeps: boolean;
  /** Somebody else has the other one. */
  readonly heldByOther: boolean;
};
export type JoinedCase = { readonly joinId: string; readonly number: number; readonly came: string; readonly reason: string };
export type Joins = { readonly proposals: readonly JoinProposal[]; readonly joined: readonly JoinedCase[]; readonly joinedInto: JoinedCase | null };

async function proposals(actor: StaffActor, caseId: string): Promise<{ shown: JoinProposal; id: string; patientId: string | null }[]> {
  const ids = await nearby(caseId);
  if (ids.length === 0) return [];
  const read = await readSides([caseId, ...ids]);
  const own = read.find(({ id }) => id === caseId);
  if (own === undefined) return [];
  const mine = sideOf(own);
  return read.flatMap((other) => {
    const theirs = sideOf(other);
    const reasons = other.id === caseId ? [] : joinReasons(mine, theirs, POLICY_DEFAULTS.joinWithinDays);
    // That a restricted person has a case is itself not everybody's to know.
    if (reasons.length === 0 || (other.patient !== null && !maySee(actor, other.patient))) return [];
    const heldByOther = other.claims.some(({ staffId }) => staffId !== actor.staffId);
    const shown = { caseId: other.publicId, number: other.number, came: cameWords(other.number, other.submission.channel, other.receivedAt), why: reasonsInWords(reasons), otherKeeps: isEarlier(theirs, mine), heldByOther };
    return [{ shown, id: other.id, patientId: other.patientId }];
  });
}

const withCase = { include: { case: { select: { number: true, receivedAt: true, submission: { select: { channel: true } } } }, into: { select: { number: true, receivedAt: true, submission: { select: { channel: true } } } } } } as const;

/** What may belong together with this case and what does already. A proposal says something of another case, so it is a look at it. */
export async function findJoins(actor: StaffActor, found: { id: string; state: string; withheld?: boolean }): Promise<Joins> {
  if (found.withheld === true) return { proposals: [], joined: [], joinedInto: null };
  const into = await db().caseJoin.findMany({ where: { intoId: found.id, undoneAt: null }, orderBy: { at: 'asc' }, ...withCase });
  const own = await db().caseJoin.findFirst({ where: { caseId: found.id, undoneAt: null }, ...withCase });
  const near = found.state === 'closed' ? [] : await proposals(actor, found.id);
  if (near.length > 0) await recordLooks(actor, near.map(({ id, patientId }) => ({ event: 'case.viewed', caseId: id, patientId, details: { step: 'join proposal' } })));
  const line = ({ publicId, reason }: { publicId: string; reason: string }, of: { number: number; receivedAt: Date; submission: { channel: string } }): JoinedCase => ({ joinId: publicId, number: of.number, came: cameWords(of.number, of.submission.channel, of.receivedAt), reason });
  return { proposals: near.map(({ shown }) => shown), joined: into.map((join) => line(join, join.case)), joinedInto: own === null ? null : line(own, own.into) };
}
