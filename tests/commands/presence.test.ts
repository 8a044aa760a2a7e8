/** Who has a case open, and what a stream about it tells; every stream gives back what it took. */
import type { StaffActor } from '@/lib/access/actor';
import { actorOfSession, endSession } from '@/lib/access/sessions';
import { claimCase } from '@/lib/cases/commands/claims';
import { addNote } from '@/lib/cases/commands/notes';
import { sweepAway } from '@/lib/cases/jobs';
import { mintWorker } from '@/lib/access/actor';
import { beatPresence, sweepPresence } from '@/lib/cases/commands/presence';
import { waitCase } from '@/lib/cases/commands/waits';
import { changeWords, missedChange, type Change, type Here } from '@/lib/cases/presence';
import { findWatched, listHere, mayListen, presenceStream, watchCase } from '@/lib/cases/queries/presence';
import { recordLook } from '@/lib/audit/record';
import { throughTheDoor } from '@/lib/command';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { eventStream, openStreams, type EventPen } from '@/lib/platform/event-stream';
import { hearing } from '@/lib/platform/listener';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { aSession, signedIn } from '../support/people';

jest.setTimeout(60_000);
let database: TestDatabase;
let dana: StaffActor;
let kofi: StaffActor;
const at = (text: string): void => freezeClock(new Date(`${text}-05:00`));

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  process.env.DATABASE_URL = database.superuser;
  await useDatabase(database.superuser);
  at('2026-11-24T10:42:00');
  [dana, kofi] = [await signedIn('dana'), await signedIn('kofi')];
});
beforeEach(() => at('2026-11-24T10:42:00'));
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});

const beat = (actor: StaffActor, caseId: string, editing: boolean, leaving = false) => throughTheDoor(beatPresence, actor, { caseId, editing, leaving }, null);

test('a colleague is seen since when they came, and since when they type', async () => {
  const { id, publicId } = await aCase();
  await beat(dana, publicId, false);
  at('2026-11-24T10:42:15');
  await beat(dana, publicId, false);
  expect(await listHere(kofi, id)).toEqual([{ name: 'Dana Whitfield', editing: false, since: '10:42 AM' }]);
  at('2026-11-24T10:43:00');
  await beat(dana, publicId, true);
  expect(await listHere(kofi, id)).toEqual([{ name: 'Dana Whitfield', editing: true, since: '10:43 AM' }]);
  expect(await listHere(dana, id)).toEqual([]);
});

test('three missed beats, or leaving, and they are gone', async () => {
  const { id, publicId } = await aCase();
  await beat(dana, publicId, false);
  at('2026-11-24T10:42:45');
  expect(await listHere(kofi, id)).toHaveLength(1);
  at('2026-11-24T10:42:46');
  expect(await listHere(kofi, id)).toEqual([]);
  await beat(dana, publicId, false);
  await beat(dana, publicId, false, true);
  expect(await listHere(kofi, id)).toEqual([]);
});

test('a beat writes no audit and is refused to whoever reads no cases', async () => {
  const { publicId } = await aCase();
  const vera = await signedIn('vera');
  const before = await db().auditEvent.count();
  expect(await beat(dana, publicId, true)).toMatchObject({ ok: true });
  expect(await beat(dana, 'x'.repeat(22), true)).toMatchObject({ reason: 'not_found' });
  expect(await beat(vera, publicId, true)).toMatchObject({ reason: 'forbidden' });
  expect(await db().auditEvent.count()).toBe(before);
});

/** What one stream hears, each thing as a promise of the next. */
async function watched(actor: StaffActor, caseId: string) {
  const changes: Change[] = [];
  const people: Here[][] = [];
  const versions: number[] = [];
  let wake: () => void = () => undefined;
  const until = async (enough: () => boolean): Promise<void> => {
    while (!enough()) await new Promise<void>((resolve) => (wake = resolve));
  };
  const failed = (error: unknown): never => {
    throw error instanceof Error ? error : new Error('watch failed');
  };
  const leave = await watchCase(actor, caseId, { version: (now) => (versions.push(now), wake()), here: (now) => (people.push(now), wake()), changed: (change) => (changes.push(change), wake()), failed });
  return { changes, people, versions, until, leave };
}

test('a move, a claim and a note are told at once, with the version, by whom and when; a look is not', async () => {
  const found = await aCase();
  const stream = await watched(kofi, found.id);
  await throughTheDoor(claimCase, dana, { caseId: found.publicId }, null);
  await stream.until(() => stream.changes.length === 1);
  expect(stream.changes[0]).toEqual({ version: 1, by: 'Dana Whitfield', at: '10:42 AM', mine: false });
  await recordLook(dana, { event: 'case.viewed', caseId: found.id, details: { step: 'match' } });
  await throughTheDoor(waitCase, dana, { caseId: found.publicId, state: 'on_hold', code: 'colleague_looks' }, null);
  await throughTheDoor(addNote, kofi, { caseId: found.publicId, text: 'She called' }, null);
  await stream.until(() => stream.changes.length === 3);
  expect(stream.changes.slice(1)).toMatchObject([{ version: 2, mine: false }, { by: 'Kofi Mensah', mine: true }]);
  stream.leave();
});

test('somebody who comes is told to those who are here, and nothing of another case is', async () => {
  const [one, other] = [await aCase(), await aCase()];
  const stream = await watched(kofi, one.id);
  await stream.until(() => stream.people.length === 1);
  await beat(dana, other.publicId, false);
  await throughTheDoor(addNote, dana, { caseId: other.publicId, text: 'Elsewhere' }, null);
  await beat(dana, one.publicId, true);
  await stream.until(() => stream.people.length === 2);
  expect(stream.people).toEqual([[], [{ name: 'Dana Whitfield', editing: true, since: '10:42 AM' }]]);
  expect(stream.changes).toEqual([]);
  stream.leave();
});

test('fifty streams share one connection, and when they end nothing listens any more', async () => {
  const found = await aCase();
  const watched = await findWatched(found.publicId);
  const ends: AbortController[] = [];
  const ready: Promise<unknown>[] = [];
  for (let i = 0; i < 50; i += 1) {
    const end = new AbortController();
    ends.push(end);
    const body = eventStream(end.signal, (pen: EventPen) => watchCase(kofi, watched?.id ?? '', { version: () => undefined, here: (people) => pen.send('here', { people }), changed: (change) => pen.send('changed', change), failed: pen.end }));
    ready.push(body.getReader().read());
  }
  const [first] = (await Promise.all(ready)) as { value: Uint8Array }[];
  expect(new TextDecoder().decode(first?.value)).toBe('event: here\ndata: {"people":[]}\n\n');
  const listening = () => db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'`;
  expect({ hearing: hearing(), open: openStreams(), connections: (await listening())[0]?.n }).toEqual({ hearing: 100, open: 50, connections: 1 });
  for (const end of ends) end.abort();
  expect({ hearing: hearing(), open: openStreams() }).toEqual({ hearing: 0, open: 0 });
});

test('a stream ends once, whoever ends it, and one that cannot start leaves nothing', async () => {
  const given = jest.fn();
  const end = new AbortController();
  const body = eventStream(end.signal, (pen) => (pen.beat(), Promise.resolve(given)));
  const reader = body.getReader();
  await reader.read();
  await reader.cancel();
  end.abort();
  expect(given).toHaveBeenCalledTimes(1);
  const broken = eventStream(new AbortController().signal, () => Promise.reject(new Error('no database')));
  await expect(broken.getReader().read()).rejects.toThrow('no database');
  expect(openStreams()).toBe(0);
});

const seated = (actor: StaffActor): Promise<string> => aSession(actor.staffId);

/** A stream as the route opens it, by a session of its own where none is given. */
async function streamed(actor: StaffActor, caseId: string, at?: string) {
  const sid = at ?? (await seated(actor));
  const still = async () => {
    const now = await actorOfSession(sid, { requestId: 'test', address: null }, false);
    return now?.kind === 'staff' ? now : null;
  };
  const end = new AbortController();
  const reader = presenceStream(end.signal, actor, { id: caseId, version: 0 }, still).getReader();
  const next = async (): Promise<string | null> => {
    const { value } = await reader.read();
    return value === undefined ? null : (/event: (\w+)/.exec(new TextDecoder().decode(value))?.[1] ?? '');
  };
  return { sid, end, next };
}

test.each(['locked', 'ended'])('a session that is %s hears nothing more: the next event ends the stream instead', async (how) => {
  const found = await aCase();
  const { sid, next } = await streamed(kofi, found.id);
  expect([await next(), await next()]).toEqual(['version', 'here']);
  if (how === 'ended') await endSession(db(), sid, 'signed_out');
  else await db().staffSession.updateMany({ where: { staffId: kofi.staffId }, data: { lockedAt: new Date() } });
  await throughTheDoor(claimCase, dana, { caseId: found.publicId }, null);
  expect(await next()).toBeNull();
  expect([openStreams(), hearing()]).toEqual([0, 0]);
});

test('one person holds six streams and asks for a seventh in vain; a colleague is not concerned', async () => {
  const found = await aCase();
  // Six tabs of one desk: a third session would end the first.
  const desk = await seated(kofi);
  const held = await Promise.all(Array.from({ length: 5 }, () => streamed(kofi, found.id, desk)));
  expect(mayListen(kofi)).toBe(true);
  held.push(await streamed(kofi, found.id, desk));
  expect([mayListen(kofi), mayListen(dana)]).toEqual([false, true]);
  for (const { end } of held) end.abort();
  expect(mayListen(kofi)).toBe(true);
});

test('the database takes the listening connection away: it comes back, and what was missed is told', async () => {
  const found = await aCase();
  const stream = await watched(kofi, found.id);
  await db().$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'`;
  await throughTheDoor(claimCase, dana, { caseId: found.publicId }, null);
  await stream.until(() => stream.versions.length === 1);
  expect(stream.versions).toEqual([1]);
  await throughTheDoor(addNote, dana, { caseId: found.publicId, text: 'Heard again' }, null);
  await stream.until(() => stream.changes.some(({ version }) => version === 1));
  stream.leave();
});

test('a page that was hidden says what it missed, and the first look at a case misses nothing', () => {
  expect([missedChange(null, 4), missedChange(4, 4)]).toEqual([null, null]);
  const missed = missedChange(4, 6);
  expect(missed).toEqual({ version: 6, by: 'Somebody', at: null, mine: false });
  expect(missed && changeWords(missed)).toBe('Somebody changed this case meanwhile');
});

test('whoever left without a word leaves no row behind; whoever was heard of lately stays', async () => {
  const worker = mintWorker('test');
  const [one, two] = [await aCase(), await aCase()];
  at('2026-11-24T10:42:00');
  await throughTheDoor(beatPresence, dana, { caseId: one.publicId, editing: false, leaving: false }, null);
  at('2026-11-24T10:51:00');
  await throughTheDoor(beatPresence, kofi, { caseId: two.publicId, editing: true, leaving: false }, null);
  at('2026-11-24T10:53:00');
  await useDatabase(database.worker);
  await sweepAway(worker);
  expect(await throughTheDoor(sweepPresence, dana, {}, null)).toMatchObject({ ok: false, reason: 'forbidden' });
  await useDatabase(database.superuser);
  expect(await db().casePresence.findMany({ where: { caseId: { in: [one.id, two.id] } }, select: { caseId: true } })).toEqual([{ caseId: two.id }]);
});
