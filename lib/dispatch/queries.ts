/** What waits for the printer and what came off it. */
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { recordLook } from '@/lib/audit/record';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { lastMileOf } from '@/lib/records/queries';
import { LETTER_WHAT, recordsWords } from './labels';
import { MOST_IN_BATCH } from './schema';

const about = { select: { id: true, restriction: true } } as const;
const include = { release: { include: { case: { select: { number: true } }, patient: about } } } as const;
const letterInclude = { case: { select: { number: true, patient: about } } } as const;
const batchInclude = { createdBy: { select: { name: true } }, dispatches: { orderBy: { code: 'asc' }, include }, letters: { orderBy: { code: 'asc' }, include: letterInclude } } as const;

const oldest = { orderBy: [{ queuedAt: 'asc' as const }, { code: 'asc' as const }], take: MOST_IN_BATCH };
const waiting = () => db().dispatch.findMany({ where: { state: 'queued', batchId: null, channel: 'mail' }, ...oldest, include });
const waitingLetters = () => db().outcomeLetter.findMany({ where: { state: 'queued', batchId: null }, ...oldest, include: letterInclude });
const openBatches = () => db().printBatch.findMany({ where: { confirmedAt: null, OR: [{ dispatches: { some: {} } }, { letters: { some: {} } }] }, orderBy: { number: 'asc' }, include: batchInclude });
type Queued = Awaited<ReturnType<typeof waiting>>[number];
type QueuedLetter = Awaited<ReturnType<typeof waitingLetters>>[number];

/** An envelope with records or with a letter alone. `stopped`: why it may not go on; none of the reasons stands there when it may. */
export type ListedEnvelope = {
  readonly publicId: string;
  readonly code: string;
  readonly caseNumber: number;
  readonly recipientName: string;
  readonly what: string;
  readonly queuedAt: Date;
  readonly state: Queued['state'];
  readonly stopped: readonly string[];
};

/** A restricted person's envelope is named to whoever opened their record; its number finds it. */
const nameFor = (actor: StaffActor, patient: Queued['release']['patient'] | null, recipientName: string): string => (patient === null || maySee(actor, patient) ? recipientName : 'Name not shown');

async function listed(actor: StaffActor, { publicId, code, queuedAt, state, release }: Queued, at: Date): Promise<ListedEnvelope> {
  const over = state === 'confirmed';
  const stopped = over ? [] : (await lastMileOf(db(), release, at)).map(({ reason }) => reason);
  return { publicId, code, caseNumber: release.case.number, recipientName: nameFor(actor, release.patient, release.recipientName), what: recordsWords(release.records), queuedAt, state, stopped };
}

const listedLetter = (actor: StaffActor, { publicId, code, queuedAt, state, recipientName, case: { number, patient } }: QueuedLetter): ListedEnvelope => ({
  publicId,
  code,
  caseNumber: number,
  recipientName: nameFor(actor, patient, recipientName),
  what: LETTER_WHAT,
  queuedAt,
  state,
  stopped: [],
});

const inOrder = (envelopes: readonly ListedEnvelope[]): ListedEnvelope[] => [...envelopes].sort((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime() || a.code.localeCompare(b.code));

/** Envelopes that wait and batches that are not confirmed whole. The look is logged with what it showed before the rows are handed out. */
export async function listEnvelopes(actor: StaffActor) {
  const at = now();
  const waitingNow: ListedEnvelope[] = [];
  for (const envelope of await waiting()) waitingNow.push(await listed(actor, envelope, at));
  const letters = (await waitingLetters()).map((letter) => listedLetter(actor, letter));
  const envelopes = inOrder([...waitingNow, ...letters]).slice(0, MOST_IN_BATCH);
  const batches = [];
  for (const { dispatches, letters: words, ...batch } of await openBatches()) {
    const withRecords = await Promise.all(dispatches.map((envelope) => listed(actor, envelope, at)));
    batches.push({ ...batch, dispatches: [...withRecords, ...words.map((letter) => listedLetter(actor, letter))] });
  }
  const shown = [...envelopes, ...batches.flatMap(({ dispatches }) => dispatches)].map(({ code }) => code);
  await recordLook(actor, { event: 'dispatch.viewed', details: { shown } });
  return { envelopes, batches };
}
export type ListedBatch = Awaited<ReturnType<typeof listEnvelopes>>['batches'][number];
