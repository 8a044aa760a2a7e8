/** A print batch as facts of now, rendered, and what stays of each rendering. Only the press calls this: it has the key. */
import type { WorkerActor } from '@/lib/access/actor';
import type { AuditEntry } from '@/lib/audit/events';
import { appendAudit } from '@/lib/audit/record';
import { findReason } from '@/lib/documents/reasons';
import { renderPrintBatch } from '@/lib/letters/print-batch';
import { LETTER_OUTCOMES, type Envelope, type LetterLanguage, type LetterSubject, type RecordInEnvelope, type ReturnedPaper, type WordEnvelope } from '@/lib/letters/types';
import { config } from '@/lib/platform/config';
import { officeDate } from '@/lib/platform/dates';
import { db, type Tx } from '@/lib/platform/db';
import { done, refuse, type Outcome, type Problem } from '@/lib/platform/outcome';
import type { RecordKind } from '@/lib/policies/evidence';
import { AGENCY } from '@/lib/records/agency';
import type { CardSigner } from '@/lib/records/covid-card';
import { recordDigest } from '@/lib/records/digest';
import { covidRecord, findPersonRecord, fullRecord, type PersonRecord } from '@/lib/records/facts';
import { lastMileOf } from '@/lib/records/queries';
import { personName } from '@/lib/records/record-head';
import { planCovidRecord, planFullRecord } from '@/lib/records/rendering';
import { asNoticeLanguage, batchCode } from './labels';

const OPEN: ('queued' | 'printed')[] = ['queued', 'printed'];
const include = {
  dispatches: {
    where: { state: { in: OPEN } },
    orderBy: { code: 'asc' },
    include: { release: { include: { issued: { orderBy: { kind: 'asc' } }, case: { include: { submission: { select: { relation: true } } } } } } },
  },
  letters: { where: { state: { in: OPEN } }, orderBy: { code: 'asc' }, include: { case: { select: { number: true, submission: { select: { reference: true } } } } } },
} as const;
const findBatch = (id: string) => db().printBatch.findUnique({ where: { id }, include });
type Batch = NonNullable<Awaited<ReturnType<typeof findBatch>>>;
type Ready = Batch['dispatches'][number];
type Letter = Batch['letters'][number];

/** What stays of a rendered record once its bytes are gone. */
type Kept = { issuedId: string; controlNumber: string; kind: RecordKind; patientVersion: number; doseCount: number; pages: number; contentDigest: Uint8Array<ArrayBuffer>; keyId: string | null; leftOff: string[] };
type Made = { envelope: Envelope; kept: Kept[] };

const CHILD_OF: ReadonlySet<string> = new Set(['parent', 'guardian', 'child_protection']);

function subjectOf(relation: string, { person }: PersonRecord): LetterSubject {
  if (relation === 'self') return { relation };
  if (relation === 'employer') return { relation: 'released', name: personName(person) };
  return { relation: CHILD_OF.has(relation) ? 'child' : 'represented', name: personName(person) };
}

type Issued = Ready['release']['issued'][number];
type Making = { readonly record: PersonRecord; readonly asOf: Date; readonly specimen: boolean; readonly signer: CardSigner };

function makeRecord({ id, kind, controlNumber }: Issued, { record, asOf, specimen, signer }: Making): { inEnvelope: RecordInEnvelope; kept: Kept } {
  const copy = { controlNumber, asOf, specimen };
  const covid = kind === 'covid_record' ? covidRecord(record, copy, signer) : null;
  const facts = covid?.facts ?? fullRecord(record, copy);
  const plan = covid === null ? planFullRecord(facts) : planCovidRecord(covid.facts);
  const keyId = plan.cardShown ? (covid?.kid ?? null) : null;
  const contentDigest = new Uint8Array(recordDigest(kind, facts));
  const kept = { issuedId: id, controlNumber, kind, patientVersion: record.version, doseCount: facts.doses.length, pages: plan.pages, contentDigest, keyId, leftOff: [...(covid?.leftOff ?? [])] };
  return { inEnvelope: covid === null ? { kind: 'full', facts } : { kind: 'covid', facts: covid.facts }, kept };
}

async function makeEnvelope(dispatch: Ready, terms: Omit<Making, 'record'>): Promise<Outcome<Made>> {
  const { release, code } = dispatch;
  const problems = (await lastMileOf(db(), release, terms.asOf)).map((problem): Problem => ({ ...problem, field: `dispatch.${dispatch.publicId}`, detail: problem.field }));
  if (problems.length > 0) return refuse('last_mile', problems);
  const { relation } = release.case.submission;
  const record = await findPersonRecord(db(), release.patientId, { isThePerson: relation === 'self' });
  if (record === null) return refuse('last_mile', [{ field: `dispatch.${dispatch.publicId}`, reason: 'record_changed' }]);
  const made = release.issued.map((issued) => makeRecord(issued, { ...terms, record }));
  const letter = {
    letterOn: officeDate(terms.asOf),
    caseNumber: `C-${release.case.number}`,
    dispatchCode: code,
    recipient: [release.recipientName, ...release.addressLines],
    greetingName: release.recipientName,
    subject: subjectOf(relation, record),
    site: new URL(config().PUBLIC_ORIGIN).host,
  };
  const language = release.case.language === 'es' ? 'es' : 'en';
  return done({ envelope: { language, letter, records: made.map(({ inEnvelope }) => inEnvelope) }, kept: made.map(({ kept }) => kept) });
}

const paperOf = (code: string, language: LetterLanguage): ReturnedPaper[] => {
  const reason = findReason(code);
  return reason === null ? [] : [reason[language]];
};

/** A letter's sentences are written now, from its codes. */
function makeLetter({ code, case: { number, submission }, language: spoken, recipientName, addressLines, outcome, reasons }: Letter, asOf: Date): WordEnvelope {
  const language = asNoticeLanguage(spoken);
  const told = LETTER_OUTCOMES.find((known) => known === outcome);
  if (told === undefined) throw new Error(`no letter tells of ${outcome}`);
  const letter = {
    letterOn: officeDate(asOf),
    caseNumber: `C-${number}`,
    dispatchCode: code,
    recipient: [recipientName, ...addressLines],
    greetingName: recipientName,
    site: new URL(config().PUBLIC_ORIGIN).host,
    outcome: told,
    reference: submission.reference,
    returned: reasons.flatMap((reason) => paperOf(reason, language)),
  };
  return { language, letter, records: [] };
}

/** The letters are printed, each with its entry. */
async function keepLetters(tx: Tx, actor: WorkerActor, { id: batchId, number, letters }: Batch, at: Date): Promise<void> {
  const { count } = await tx.outcomeLetter.updateMany({ where: { id: { in: letters.map(({ id }) => id) }, batchId, state: { in: OPEN } }, data: { state: 'printed', printedAt: at, version: { increment: 1 } } });
  if (count !== letters.length) throw new Error('the batch changed while it was rendered');
  for (const { caseId, code } of letters) await appendAudit(tx, actor, { event: 'letter.printed', caseId, details: { code, batch: number } });
}

/** Each rendering with its digest, in one transaction with what the audit says of it: no entry, no bytes. */
async function keepRenderings(tx: Tx, actor: WorkerActor, batch: Batch, made: readonly Made[], at: Date): Promise<void> {
  const ids = batch.dispatches.map(({ id }) => id);
  const { count } = await tx.dispatch.updateMany({ where: { id: { in: ids }, batchId: batch.id, state: { in: OPEN } }, data: { state: 'printed', printedAt: at, version: { increment: 1 } } });
  if (count !== ids.length) throw new Error('the batch changed while it was rendered');
  await tx.printBatch.update({ where: { id: batch.id }, data: { printedAt: at, version: { increment: 1 } } });
  const rows = made.flatMap(({ kept }) => kept.map(({ controlNumber: _number, kind: _kind, ...row }) => ({ ...row, asOfAt: at, at })));
  await tx.recordRendering.createMany({ data: rows });
  const entries = batch.dispatches.flatMap(({ release }, i) =>
    (made[i]?.kept ?? []).map(({ controlNumber, kind, doseCount }): AuditEntry => ({
      event: 'record.rendered',
      caseId: release.caseId,
      patientId: release.patientId,
      details: { controlNumber, kind, doseCount, batch: batch.number },
    })),
  );
  for (const entry of entries) await appendAudit(tx, actor, entry);
  await keepLetters(tx, actor, batch, at);
  await appendAudit(tx, actor, { event: 'batch.printed', details: { number: batch.number, envelopes: batch.dispatches.length + batch.letters.length } });
}

async function makeEnvelopes(batch: Batch, terms: Omit<Making, 'record'>): Promise<Outcome<Made[]>> {
  const outcomes: Outcome<Made>[] = [];
  for (const dispatch of batch.dispatches) outcomes.push(await makeEnvelope(dispatch, terms));
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  return problems.length > 0 ? refuse('last_mile', problems) : done(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
}

export type PrintedBatch = { readonly number: number; readonly bytes: Uint8Array };

/**
 * Renders a batch from the tables as they are now and keeps what stays of it; each time anew, with new cards.
 * Refusals: `not_found`, `already_confirmed`, `nothing_to_print`, `last_mile` (problems `dispatch.<id>`), `not_printable`.
 * @example
 * const printed = await printBatch(mintWorker('press'), batchId, signer, now());
 */
export async function printBatch(actor: WorkerActor, batchId: string, signer: CardSigner, at: Date): Promise<Outcome<PrintedBatch>> {
  const batch = await findBatch(batchId);
  if (batch === null) return refuse('not_found');
  if (batch.confirmedAt !== null) return refuse('already_confirmed');
  if (batch.dispatches.length + batch.letters.length === 0) return refuse('nothing_to_print');
  const specimen = config().DEMO !== undefined;
  const made = await makeEnvelopes(batch, { asOf: at, specimen, signer });
  if (!made.ok) return made;
  const code = batchCode(batch.number, officeDate(batch.createdAt));
  const envelopes = [...made.value.map(({ envelope }) => envelope), ...batch.letters.map((letter) => makeLetter(letter, at))];
  const rendered = await renderPrintBatch({ batchCode: code, printedAt: at, agency: AGENCY, envelopes, specimen });
  if (!rendered.ok) return rendered;
  await db().$transaction((tx) => keepRenderings(tx, actor, batch, made.value, at), { timeout: 15_000 });
  return done({ number: batch.number, bytes: rendered.value.bytes });
}
