/** Who has a case open now, and that somebody changed it. Holds nothing of a patient, so no look is logged. */
import type { StaffActor } from '@/lib/access/actor';
import { now } from '@/lib/platform/clock';
import { officeClock } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import { eventStream, streamsOf, type EventPen } from '@/lib/platform/event-stream';
import { hear } from '@/lib/platform/listener';
import { log } from '@/lib/platform/log';
import { GONE_MS, type Change, type Here } from '../presence';

/** Colleagues who have this case open; whoever has not been heard of for three beats is gone. */
export async function listHere(actor: StaffActor, caseId: string): Promise<Here[]> {
  const rows = await db().casePresence.findMany({
    where: { caseId, staffId: { not: actor.staffId }, seenAt: { gte: new Date(now().getTime() - GONE_MS) } },
    orderBy: { sinceAt: 'asc' },
    select: { editing: true, sinceAt: true, staff: { select: { name: true } } },
  });
  return rows.map(({ editing, sinceAt, staff }) => ({ name: staff.name, editing, since: officeClock(sinceAt) }));
}

type Told = { case: string; staff: string | null; at: number };

async function changeOf(actor: StaffActor, { case: caseId, staff, at }: Told): Promise<Change | null> {
  const found = await db().case.findUnique({ where: { id: caseId }, select: { version: true } });
  const by = staff === null ? null : await db().staff.findUnique({ where: { id: staff }, select: { name: true } });
  return found === null ? null : { version: found.version, by: by?.name ?? 'The desk', at: officeClock(new Date(at)), mine: staff === actor.staffId };
}

/** The inner id of a case for its stream; null when there is no such case. */
export const findWatched = (publicId: string) => db().case.findUnique({ where: { publicId }, select: { id: true, version: true } });

type Watch = { /** Something may have been missed: where the case stands now. */ readonly version: (version: number) => void; readonly here: (people: Here[]) => void; readonly changed: (change: Change) => void; readonly failed: (error: unknown) => void };

/** Hears of one case until the function that it answers is called. */
export async function watchCase(actor: StaffActor, caseId: string, { version, here, changed, failed }: Watch): Promise<() => void> {
  const look = (): void => void listHere(actor, caseId).then(here, failed);
  const concerns = (text: string | null): Told | null => {
    const told = text === null ? null : (JSON.parse(text) as Told);
    return told?.case === caseId ? told : null;
  };
  const anew = async (): Promise<void> => {
    const found = await db().case.findUnique({ where: { id: caseId }, select: { version: true } });
    if (found !== null) version(found.version);
  };
  const tell = (text: string | null): void => {
    if (text === null) void anew().catch(failed);
    const told = concerns(text);
    if (told !== null) void changeOf(actor, told).then((change) => change !== null && changed(change), failed);
  };
  const leave = [await hear('case_presence', (text) => (text === null || concerns(text) !== null) && look()), await hear('case_changed', tell)];
  look();
  return () => void Promise.all(leave.map((off) => off())).catch(failed);
}

/** How often the session is asked again, stale colleagues vanish and the connection proves itself. */
const TICK_MS = 5_000;
/** Pages of one person that listen at once, of one process; a page that is not seen listens to nothing. */
const MOST_STREAMS = 6;
export const mayListen = ({ staffId }: StaffActor): boolean => streamsOf(staffId) < MOST_STREAMS;

type Streamed = { readonly id: string; readonly version: number };
/** Who asks, as the session says at this moment; null when it is locked, has ended or may no longer. */
type Still = () => Promise<StaffActor | null>;

/** A case as events, for as long as the session lasts: it is asked before each one, so that nothing is told to a locked screen. */
export function presenceStream(signal: AbortSignal, actor: StaffActor, watched: Streamed, still: Still): ReadableStream<Uint8Array> {
  const open = async (pen: EventPen): Promise<() => void> => {
    const failed = (error: unknown): void => (log.failure('presence.failed', error), pen.end());
    const send = (event: string, data: () => object | Promise<object>): void => void still().then(async (stays) => (stays === null ? pen.end() : pen.send(event, await data()))).catch(failed);
    pen.send('version', { version: watched.version });
    const leave = await watchCase(actor, watched.id, {
      version: (version) => send('version', () => ({ version })),
      here: (people) => send('here', () => ({ people })),
      changed: (change) => send('changed', () => change),
      failed,
    });
    const timer = setInterval(() => send('here', async () => ({ people: await listHere(actor, watched.id) })), TICK_MS);
    return () => (clearInterval(timer), leave());
  };
  return eventStream(signal, open, actor.staffId);
}
