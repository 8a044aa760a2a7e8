/** What was mended on a record: asked for through the door, or written as the history of a record that has it already. */
import { appendAudit } from '@/lib/audit/record';
import { correctCase } from '@/lib/cases/commands/corrections';
import { DOCUMENT_KIND_WORDS } from '@/lib/documents/labels';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import type { CastDocument } from './cast/submission-types';
import { caseOf, send, staffOf, type Act, type Tale } from './cases';

type Ground = { readonly document: CastDocument; readonly id: string; readonly publicId: string };

/** The accepted paper that a change rests on: an ID before anything else. */
function groundOf({ sent, received }: Tale): Ground | null {
  const accepted = sent.documents.filter(({ review }) => review?.decision === 'accepted');
  const document = accepted.find(({ kind }) => kind === 'photo_id') ?? accepted[0];
  const row = document === undefined ? undefined : received?.documents.get(document);
  return document === undefined || row === undefined ? null : { document, ...row };
}

/** Lays the submitted values before a second person, where the rules of correction ask for one. */
export const askToCorrect: Act = async (tale, desk) => {
  const { secondReview } = tale.sent.progress;
  const { fields, reason } = secondReview ?? { fields: ['birthOn'], reason: 'The accepted ID shows this date' };
  const ground = groundOf(tale);
  const patientId = desk.patients.get(tale.subject.patientKey ?? '');
  if (ground === null || patientId === undefined) return;
  const { version } = await db().patient.findUniqueOrThrow({ where: { id: patientId }, select: { version: true } });
  const choices = Object.fromEntries(fields.map((field) => [field, 'use_submitted']));
  await send(tale, desk, staffOf(tale), correctCase, { caseId: caseOf(tale).publicId, patientVersion: version, choices, reason, documentId: ground.publicId });
};

/** The cast's record is the one after the correction: its history is written, its values stand. */
export const writeCorrections: Act = async (tale, desk) => {
  const { corrections } = tale.sent.progress;
  const ground = groundOf(tale);
  const patientId = desk.patients.get(tale.subject.patientKey ?? '');
  if (corrections.length === 0 || ground === null || patientId === undefined || tale.stopped !== null) return;
  const [actor, caseId, reason] = [desk.hands.of(staffOf(tale)), caseOf(tale).id, 'As on the accepted ID'];
  await db().$transaction(async (tx) => {
    const common = { patientId, caseId, documentId: ground.id, reason, byId: actor.staffId, at: now() };
    await tx.patientCorrection.createMany({ data: corrections.map((change) => ({ ...change, ...common })) });
    const evidence = DOCUMENT_KIND_WORDS[ground.document.kind].full;
    await appendAudit(tx, actor, { event: 'patient.corrected', caseId, patientId, documentId: ground.id, details: { changes: [...corrections], reason, evidence } });
  });
};

/** Doses that were added from a card: two of the record's, told apart as paper. */
export const writeDoses: Act = async (tale, desk) => {
  const card = tale.sent.documents.find(({ kind, review }) => kind === 'vaccination_proof' && review?.decision === 'accepted');
  const document = card === undefined ? undefined : tale.received?.documents.get(card);
  const patientId = desk.patients.get(tale.subject.patientKey ?? '');
  if (document === undefined || patientId === undefined || tale.stopped !== null) return;
  const [actor, caseId] = [desk.hands.of(staffOf(tale)), caseOf(tale).id];
  await db().$transaction(async (tx) => {
    const doses = await tx.dose.findMany({ where: { patientId, voided: null, caseId: null }, orderBy: { givenOn: 'asc' }, take: 2 });
    for (const { id, publicId, cvx, givenOn } of doses) {
      await tx.dose.update({ where: { id }, data: { source: '01', organization: null, caseId, documentId: document.id, page: 1, recordedById: actor.staffId, recordedAt: now() } });
      await appendAudit(tx, actor, { event: 'dose.recorded', caseId, patientId, documentId: document.id, details: { dose: publicId, cvx, givenOn, source: '01', acceptedReasons: [] } });
    }
  });
};
