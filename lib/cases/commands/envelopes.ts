/** An envelope is confirmed: the copy has left, the disclosure is accounted for, the case is closed and the requester told. */
import { command, type Door } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import { confirmSchema } from '@/lib/dispatch/schema';
import { findRivals, readPatients } from '@/lib/patients/queries';
import { officeDate } from '@/lib/platform/dates';
import type { Tx } from '@/lib/platform/db';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { rehearseChoices } from '../rehearsal';
import { moveBy } from '../moving';
import { findCase, type WorkCase } from '../scope';
import { attemptOf, submittedOf } from '../submitted';
import { queueNotice } from './telling';

const include = { release: { include: { case: { select: { publicId: true } } } } } as const;
const inBatch = (tx: Tx, batchId: string, publicIds: readonly string[]) =>
  tx.dispatch.findMany({ where: { batchId, publicId: { in: [...publicIds] } }, include, orderBy: { code: 'asc' } });
type Envelope = Awaited<ReturnType<typeof inBatch>>[number];

/** The accounting of this copy: to whom, where, why, on what authority (45 CFR 164.528). */
async function disclose({ tx, now }: Door<StaffActor>, { id, release }: Envelope, found: WorkCase): Promise<void> {
  const { patientId, records, recipientName, addressLines } = release;
  const cited = (release.authority as { cited?: { rule?: string; citation?: string } }).cited;
  const authority = [cited?.rule, cited?.citation].filter(Boolean).join(': ');
  const destination = addressLines.join(', ');
  await tx.disclosure.create({
    data: { patientId, releaseId: release.id, dispatchId: id, records, recipient: recipientName, destination, why: found.kind, authority, at: now },
  });
}

/** Whether what this person will type into the portal now finds exactly one record, theirs. */
async function portalFindsThem({ tx, now }: Door<StaffActor>, found: WorkCase, patientId: string): Promise<boolean> {
  const submitted = submittedOf(found.subject, found.submission);
  const [patient] = await readPatients(tx, [patientId]);
  return patient !== undefined && rehearseChoices(submitted, patient, await findRivals(tx, attemptOf(submitted), submitted, officeDate(now)), {}, officeDate(now)).passes;
}

/** "Fixed" is claimed only where the portal would find them now; the copy itself has been sent either way. */
async function close(door: Door<StaffActor>, { release }: Envelope, found: WorkCase): Promise<boolean> {
  const { actor, tx, now, record } = door;
  const fixed = found.kind === 'record_not_found' && (await portalFindsThem(door, found, release.patientId));
  const outcome = fixed ? 'fixed' : 'copy_sent';
  if ((await moveBy(tx, actor, found, 'close', { change: { closedAt: now } })) !== null) return false;
  await tx.caseClosure.create({ data: { caseId: found.id, outcome, byId: actor.staffId, at: now } });
  await tx.caseClaim.updateMany({ where: { caseId: found.id, releasedAt: null }, data: { releasedAt: now, releaseReason: 'closed' } });
  record({ event: 'case.closed', caseId: found.id, patientId: release.patientId, details: { outcome, reason: null } });
  return true;
}

async function confirm(door: Door<StaffActor>, envelope: Envelope): Promise<Refused | null> {
  const { actor, tx, now, record } = door;
  const found = await findCase(tx, envelope.release.case.publicId);
  if (found === null) return refuse('not_found');
  const { count } = await tx.dispatch.updateMany({
    where: { id: envelope.id, version: envelope.version, state: 'printed' },
    data: { state: 'confirmed', confirmedAt: now, confirmedById: actor.staffId, version: envelope.version + 1 },
  });
  if (count === 0) return refuse('conflict');
  await disclose(door, envelope, found);
  record({ event: 'dispatch.confirmed', caseId: found.id, patientId: envelope.release.patientId, details: { code: envelope.code } });
  if (!(await close(door, envelope, found))) return refuse('conflict');
  await queueNotice(door, found, 'record_mailed', `mailed:${envelope.code}`);
  return null;
}

const lettersIn = (tx: Tx, batchId: string, publicIds: readonly string[]) => tx.outcomeLetter.findMany({ where: { batchId, publicId: { in: [...publicIds] } }, orderBy: { code: 'asc' } });
type Letter = Awaited<ReturnType<typeof lettersIn>>[number];

/** A letter changes nothing of its case: that has ended. */
async function confirmLetter({ actor, tx, now, record }: Door<StaffActor>, { id, version, code, caseId }: Letter): Promise<Refused | null> {
  const { count } = await tx.outcomeLetter.updateMany({ where: { id, version, state: 'printed' }, data: { state: 'confirmed', confirmedAt: now, confirmedById: actor.staffId, version: version + 1 } });
  if (count === 0) return refuse('conflict');
  record({ event: 'letter.confirmed', caseId, details: { code } });
  return null;
}

const envelopeProblems = (ids: readonly string[], found: readonly Pick<Envelope, 'publicId' | 'state'>[]) => [
  ...ids.filter((id) => !found.some(({ publicId }) => publicId === id)).map((id) => ({ field: `dispatch.${id}`, reason: 'not_in_batch' })),
  ...found.filter(({ state }) => state === 'queued').map(({ publicId }) => ({ field: `dispatch.${publicId}`, reason: 'not_printed' })),
];

const isPrinted = ({ state }: Pick<Envelope, 'state'>): boolean => state === 'printed';

/** All of those that are printed, or none. */
async function confirmAll(door: Door<StaffActor>, envelopes: readonly Envelope[], letters: readonly Letter[]): Promise<Refused | null> {
  for (const envelope of envelopes) {
    const refused = await confirm(door, envelope);
    if (refused !== null) return refused;
  }
  for (const letter of letters) {
    const refused = await confirmLetter(door, letter);
    if (refused !== null) return refused;
  }
  return null;
}

async function stillOpen(tx: Tx, batchId: string): Promise<number> {
  const where = { batchId, state: { in: ['queued', 'printed'] as ('queued' | 'printed')[] } };
  return (await tx.dispatch.count({ where })) + (await tx.outcomeLetter.count({ where }));
}

/** Each envelope is confirmed by name; one that was confirmed before stays as it was, so a repeat changes nothing. */
export const confirmPrinted = command({
  name: 'dispatch.confirm_printed',
  surface: 'staff',
  actors: ['staff'],
  input: confirmSchema,
  subject: ({ batchId }) => ({ batch: batchId }),
  run: async (door, { batchId, dispatchIds }) => {
    const { tx, now } = door;
    const batch = await tx.printBatch.findUnique({ where: { publicId: batchId } });
    if (batch === null) return refuse('not_found');
    const [found, words] = [await inBatch(tx, batch.id, dispatchIds), await lettersIn(tx, batch.id, dispatchIds)];
    const problems = envelopeProblems(dispatchIds, [...found, ...words]);
    if (problems.length > 0) return refuse(problems[0]?.reason ?? 'invalid', problems);
    const [envelopes, letters] = [found.filter(isPrinted), words.filter(isPrinted)];
    if (envelopes.length + letters.length === 0) return refuse('already_confirmed');
    const refused = await confirmAll(door, envelopes, letters);
    if (refused !== null) return refused;
    const open = await stillOpen(tx, batch.id);
    if (open === 0) await tx.printBatch.update({ where: { id: batch.id }, data: { confirmedAt: now, version: { increment: 1 } } });
    return done({ confirmed: envelopes.length + letters.length, open });
  },
});
