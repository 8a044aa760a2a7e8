/** What a release rests on, read from the tables as they are at this moment. */
import { z } from 'zod';
import { asDocumentKind } from '@/lib/documents/checklists';
import { asEvidence } from '@/lib/documents/evidence';
import { papersOf } from '@/lib/documents/scope';
import { foldLetters } from '@/lib/patients/matching/normalise';
import { asPartialDate, officeDate } from '@/lib/platform/dates';
import type { Db, Tx } from '@/lib/platform/db';
import { authority, type AuthorityAnswer } from '@/lib/policies/authority';
import type { SubjectFlag } from '@/lib/policies/authority-checks';
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';
import { asRelation, type Evidence, type RecordKind } from '@/lib/policies/evidence';
import type { Problem } from '@/lib/platform/outcome';
import { lastMileProblems, type Prepared, type Standing } from './last-mile';
import { ADDRESS_SOURCES } from './schema';

const including = (caseId: string) => ({
  submission: { select: { relation: true, requesterGiven: true, requesterFamily: true } },
  reviews: { where: { supersededAt: null, decision: 'accepted', document: papersOf(caseId) }, include: { document: { select: { kind: true } } } },
  patient: {
    include: {
      guardians: { where: { endedAt: null } },
      addresses: { where: { current: true, endedAt: null, badAt: null } },
      disclosures: { orderBy: { at: 'desc' }, take: 1, select: { at: true } },
    },
  },
}) as const;
const readCase = (tx: Tx | Db, caseId: string) => tx.case.findUnique({ where: { id: caseId }, include: including(caseId) });
type Read = NonNullable<Awaited<ReturnType<typeof readCase>>>;
type Patient = NonNullable<Read['patient']>;

const ticksSchema = z.record(z.string(), z.boolean());
const readFacts = z.looseObject({ address: z.string().optional() });

const evidenceOf = ({ reviews }: Read): Evidence[] =>
  reviews.flatMap(({ document, ticks, facts }) => asEvidence(asDocumentKind(document.kind), ticksSchema.parse(ticks), facts) ?? []);

const addressesOnIds = ({ reviews }: Read): string[] =>
  reviews.filter(({ document }) => document.kind === 'photo_id').flatMap(({ facts }) => readFacts.parse(facts).address ?? []);

const sameName = (one: string, other: string): boolean => foldLetters(one).trim() === foldLetters(other).trim();

/** Named as a parent on the child's own record: what a requester says about themselves is no fact, and a decree makes a guardian, no parent. */
const namedOnRecord = ({ submission }: Read, { guardians }: Patient): boolean =>
  guardians.some(({ given, family, source }) => source !== 'decree' && sameName(given, submission.requesterGiven) && sameName(family, submission.requesterFamily));

function flagsOf({ optedOutAt, restriction }: Patient): SubjectFlag[] {
  return [...(optedOutAt === null ? [] : (['opted_out'] as const)), ...(restriction === 'protected_address' ? (['address_confidentiality'] as const) : [])];
}

function proposal(found: Read, patient: Patient, wanted: readonly RecordKind[], now: Date): AuthorityAnswer {
  return authority({
    relation: asRelation(found.submission.relation),
    subject: {
      birthOn: patient.birthOn === null ? null : asPartialDate(patient.birthOn),
      deceasedOn: patient.deceasedOn,
      restricted: patient.restriction !== null,
      flags: flagsOf(patient),
    },
    requesterNamedOnRecord: namedOnRecord(found, patient),
    documents: evidenceOf(found),
    wanted,
    today: officeDate(now),
  });
}

const DAY_MS = 86_400_000;

/** How a case stands for a copy of these records today; null while it is linked to nobody. */
export async function standingOf(tx: Tx | Db, caseId: string, wanted: readonly RecordKind[], now: Date): Promise<Standing | null> {
  const found = await readCase(tx, caseId);
  const patient = found?.patient ?? null;
  if (found === null || patient === null) return null;
  const last = patient.disclosures[0]?.at.getTime() ?? -Infinity;
  return {
    patientId: patient.id,
    patientVersion: patient.version,
    authority: proposal(found, patient, wanted, now),
    known: { onIds: addressesOnIds(found), onRecord: patient.addresses },
    sentLately: now.getTime() - last < POLICY_DEFAULTS.recentCopyDays * DAY_MS,
  };
}

const releaseInclude = { case: { select: { publicId: true, number: true } }, dispatches: true } as const;

export const findRelease = (tx: Tx, publicId: string) => tx.recordRelease.findUnique({ where: { publicId }, include: releaseInclude });
export type Release = NonNullable<Awaited<ReturnType<typeof findRelease>>>;

/** A copy of this case that is prepared or on its way: the next one waits until it is sent or withdrawn. */
export const hasOpenRelease = async (tx: Tx, caseId: string): Promise<boolean> =>
  (await tx.recordRelease.count({ where: { caseId, withdrawnAt: null, dispatches: { none: { state: { in: ['confirmed', 'failed'] } } } } })) > 0;

type AsPrepared = Omit<Prepared, 'addressSource'> & { readonly caseId: string; readonly addressSource: string; readonly records: readonly RecordKind[] };

/** What stops a release as things stand; a source we do not know counts as submitted. */
export function problemsOf(release: AsPrepared, standing: Standing | null): Problem[] {
  const addressSource = ADDRESS_SOURCES.find((source) => source === release.addressSource) ?? 'submitted';
  return lastMileProblems({ ...release, addressSource }, standing);
}

/** The last-mile questions about a release, asked of the tables as they are now; none when it may go on. */
export const lastMileOf = async (tx: Tx | Db, release: AsPrepared, now: Date): Promise<Problem[]> => problemsOf(release, await standingOf(tx, release.caseId, release.records, now));
