/** Copies: prepared, approved by whom the rules ask, printed in batches and confirmed. */
import { mintWorker } from '@/lib/access/actor';
import { confirmPrinted } from '@/lib/cases/commands/envelopes';
import { approveRelease, prepareRelease } from '@/lib/cases/commands/releases';
import { makeBatch } from '@/lib/dispatch/commands/batches';
import { printBatch } from '@/lib/dispatch/printing';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import type { CardSigner } from '@/lib/records/covid-card';
import type { Place } from './cast/rows';
import type { CastSubmission } from './cast/submission-types';
import { caseOf, send, staffOf, type Act, type Desk, type Tale } from './cases';

type Destination = { readonly recipientName: string; readonly address: Place; readonly addressSource: 'accepted_id' | 'on_record' | 'submitted' };

const same = (one: Place, other: Place): boolean => one.line1 === other.line1 && one.zip === other.zip;

/** Where a copy goes: to the receiver that the release names, else to where the requester lives, proved by their ID where it is. */
function destinationOf({ sent, subject }: Tale): Destination | null {
  const papers = sent.documents.filter(({ review }) => review?.decision === 'accepted').map(({ specimen }) => specimen);
  const receiver = papers.flatMap((specimen) => (specimen.kind === 'release' ? [specimen.facts.receiver] : []))[0];
  if (receiver?.address) return { recipientName: receiver.name, address: { ...receiver.address, line2: receiver.address.line2 ?? null }, addressSource: 'submitted' };
  const address = sent.mailTo ?? subject.address;
  if (address === null) return null;
  const onId = papers.some((specimen) => specimen.kind === 'license_front' && same({ ...specimen.facts.address, line2: null }, address));
  return { recipientName: sent.mailTo?.name ?? `${sent.requester.given} ${sent.requester.family}`, address, addressSource: onId ? 'accepted_id' : 'on_record' };
}

const recordsOf = ({ wants, documents }: CastSubmission): readonly string[] => {
  const released = documents.flatMap(({ kind, facts }) => (kind === 'release' ? (facts.records ?? []) : []));
  return released.length > 0 ? released : wants.length > 0 ? wants : ['full_record'];
};

const withoutBlank = ({ line1, line2, city, state, zip }: Place) => ({ line1, city, state, zip, ...(line2 === null ? {} : { line2 }) });

type Prepared = { releaseId: string; needsSecond: boolean };

async function prepared(tale: Tale, desk: Desk): Promise<Prepared | null> {
  const destination = destinationOf(tale);
  if (destination === null) return null;
  const { recipientName, address, addressSource } = destination;
  const body = { caseId: caseOf(tale).publicId, records: recordsOf(tale.sent), channel: 'mail', recipientName, address: withoutBlank(address), addressSource };
  return send<Prepared>(tale, desk, staffOf(tale), prepareRelease, body);
}

export const prepare: Act = async (tale, desk) => void (await prepared(tale, desk));

/** By the one who has the case, or, where a second person is asked, by a supervisor who does not. */
export const prepareAndApprove: Act = async (tale, desk) => {
  const made = await prepared(tale, desk);
  if (made === null) return;
  const own = staffOf(tale);
  const second = own === 'ruth-abelson' ? 'terrence-boykin' : 'ruth-abelson';
  await send(tale, desk, made.needsSecond ? second : own, approveRelease, { releaseId: made.releaseId });
};

/** One batch of a day: put together, printed by the press and confirmed, which closes its cases. */
export async function sendOut(day: readonly Tale[], desk: Desk, signer: CardSigner): Promise<void> {
  const ready = day.filter(({ stopped, opened }) => stopped === null && opened !== null);
  const [tale] = ready;
  if (tale === undefined) return;
  const queued = await db().dispatch.findMany({ where: { state: 'queued', release: { withdrawnAt: null, caseId: { in: ready.map((one) => caseOf(one).id) } } }, select: { publicId: true } });
  const dispatchIds = queued.map(({ publicId }) => publicId);
  const batch = await send<{ batchId: string }>(tale, desk, 'dana-whitfield', makeBatch, { dispatchIds });
  if (batch === null) return;
  const { id } = await db().printBatch.findUniqueOrThrow({ where: { publicId: batch.batchId }, select: { id: true } });
  const printed = await printBatch(mintWorker('press'), id, signer, now());
  if (printed.ok) await send(tale, desk, 'dana-whitfield', confirmPrinted, { batchId: batch.batchId, dispatchIds });
  else tale.stopped = `print: ${printed.reason}`;
}
