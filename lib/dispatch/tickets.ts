/** The right to fetch a batch from the press, once and within a minute. */
import { createHash, randomBytes } from 'node:crypto';
import type { StaffActor } from '@/lib/access/actor';
import { hiddenFrom } from '@/lib/access/restricted';
import { recordLook } from '@/lib/audit/record';
import { now } from '@/lib/platform/clock';
import { officeDate } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import { batchCode } from './labels';

export type BatchTicket = { readonly token: string; readonly code: string };

/** Null when there is no such batch, none to fetch any more, or a restricted record in it that this person has not opened. The look is logged before the ticket exists; the database keeps its SHA-256 only. */
export async function mintBatchTicket(actor: StaffActor, batchId: string): Promise<BatchTicket | null> {
  const batch = await db().printBatch.findUnique({ where: { publicId: batchId }, include: { dispatches: { where: { release: { patient: hiddenFrom(actor) } }, take: 1, select: { id: true } }, letters: { where: { case: { patient: hiddenFrom(actor) } }, take: 1, select: { id: true } } } });
  if (batch === null || batch.confirmedAt !== null || batch.dispatches.length + batch.letters.length > 0) return null;
  await recordLook(actor, { event: 'press.fetched', details: { purpose: 'print_batch', number: batch.number } });
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  const [minted] = await db().$queryRaw<{ ok: boolean }[]>`SELECT mint_press_ticket(${hash}, 'print_batch', ${batch.id}::uuid, ${actor.staffId}::uuid, ${now()}) AS ok`;
  return minted?.ok === true ? { token, code: batchCode(batch.number, officeDate(batch.createdAt)) } : null;
}
