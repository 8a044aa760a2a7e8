/** What the step Send shows: what may go, where, by which rule, and how a copy that was prepared stands. */
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { recordLook } from '@/lib/audit/record';
import { recordsWords } from '@/lib/dispatch/labels';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { paths } from '@/lib/paths';
import type { AuthorityAnswer } from '@/lib/policies/authority';
import { CONDITION_WORDS, REASON_WORDS, VERDICT_WORDS } from '@/lib/policies/authority-labels';
import type { RecordKind } from '@/lib/policies/evidence';
import type { Standing } from '@/lib/records/last-mile';
import { lastMileOf } from '@/lib/records/queries';
import { addressChoices } from '../mail-addresses';
import { usualOutcome } from '../outcomes';
import { copyOwed, releaseLacks } from '../readiness';
import { relationWords } from '../words';
import type { CaseView } from './case';
import { gatherFacts, type Gathered } from './facts';
import { officeTime } from '@/lib/platform/dates';

const UNDO_MS = 60_000;
const SUBJECT_WORDS: Readonly<Record<AuthorityAnswer['facts']['stage'], string>> = { adult: 'an adult', minor: 'a minor', deceased: 'a person who has died', age_unknown: 'a person whose age is not known' };

/** The rule as staff read it beside the decision. */
export const ruleWords = ({ verdict, because, conditions, cited, version, facts }: AuthorityAnswer) => ({
  verdict,
  says: VERDICT_WORDS[verdict],
  why: because === 'rule' ? `${relationWords(facts.relation)}, about ${SUBJECT_WORDS[facts.stage]}` : REASON_WORDS[because],
  citation: cited.citation,
  version,
  conditions: conditions.map((code) => CONDITION_WORDS[code]),
});

/** The copy of this case that was prepared last and not taken back, as it stands now. */
async function findStanding(actor: StaffActor, caseId: string) {
  const release = await db().recordRelease.findFirst({
    where: { caseId, withdrawnAt: null },
    orderBy: { preparedAt: 'desc' },
    include: { preparedBy: { select: { name: true } }, approvedBy: { select: { name: true } }, dispatches: { orderBy: { queuedAt: 'desc' }, take: 1 } },
  });
  if (release === null) return null;
  const [dispatch] = release.dispatches;
  const waits = dispatch === undefined || dispatch.state === 'queued' || dispatch.state === 'printed';
  return {
    releaseId: release.publicId,
    records: recordsWords(release.records),
    recipientName: release.recipientName,
    lines: release.addressLines,
    source: release.addressSource,
    needsSecond: release.needsSecond,
    preparedBy: release.preparedBy.name,
    preparedAt: officeTime(release.preparedAt),
    preparedByMe: release.preparedById === actor.staffId,
    approved: release.approvedAt === null ? null : { by: release.approvedBy?.name ?? 'a colleague', at: officeTime(release.approvedAt), byMe: release.approvedById === actor.staffId },
    dispatch: dispatch === undefined ? null : { code: dispatch.code, state: dispatch.state },
    /** Milliseconds left in which the approval can be taken back. */
    undoMs: release.approvedAt === null ? null : Math.max(0, release.approvedAt.getTime() + UNDO_MS - now().getTime()),
    stopped: waits ? await lastMileOf(db(), release, now()) : [],
  };
}
export type StandingCopy = NonNullable<Awaited<ReturnType<typeof findStanding>>>;

const rowOf = (line1: string | null, line2: string | null, city: string | null, state: string | null, zip: string | null) =>
  line1 === null || city === null || state === null || zip === null ? null : { line1, line2, city, state, zip };

function addressesOf({ subject, submission }: CaseView, standing: Standing | null) {
  const wanted = rowOf(submission.mailLine1, submission.mailLine2, submission.mailCity, submission.mailState, submission.mailZip);
  const own = rowOf(subject.line1, subject.line2, subject.city, subject.state, subject.zip);
  return addressChoices(standing?.known ?? { onIds: [], onRecord: [] }, [wanted, own].flatMap((row) => row ?? []), wanted);
}

/** All of it; null when the patient's record is restricted and this person has not opened it. */
export async function findSend(actor: StaffActor, found: CaseView, gathered?: Gathered) {
  if (found.patient !== null && !maySee(actor, found.patient)) return null;
  if (found.patientId !== null) await recordLook(actor, { event: 'patient.viewed', caseId: found.id, patientId: found.patientId, details: { part: 'send' } });
  const { submission } = found;
  const owed = copyOwed({ kind: found.kind, wants: submission.wants, delivery: submission.delivery });
  // Who asked for a copy and named no record is owed the full one.
  const offered: readonly RecordKind[] = submission.wants.length === 0 ? ['full_record'] : submission.wants;
  const { facts, standing } = gathered ?? (await gatherFacts(actor, found));
  return {
    caseId: found.publicId,
    number: found.number,
    owed,
    /** How it ends where no copy is owed. */
    endsAs: usualOutcome(facts),
    rehearsed: found.kind === 'record_not_found',
    delivery: submission.delivery,
    offered,
    recipientName: submission.mailName ?? `${submission.requesterGiven} ${submission.requesterFamily}`,
    addresses: addressesOf(found, standing),
    rule: standing === null ? null : ruleWords(standing.authority),
    secondAsked: standing?.authority.verdict === 'supervisor_decides' ? 'The rules leave this to a supervisor' : standing?.sentLately === true ? 'Another copy of this record left a short time ago' : null,
    lacks: releaseLacks(facts).map(({ words, mendIn }) => ({ words, href: paths.caseStep(found.number, mendIn) })),
    release: await findStanding(actor, found.id),
  };
}
export type SendView = NonNullable<Awaited<ReturnType<typeof findSend>>>;
