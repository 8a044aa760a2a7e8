/** The transitions table against the database: each state, each action, each role, through the commands that people send. */
import type { StaffActor } from '@/lib/access/actor';
import { holds } from '@/lib/access/permissions';
import { STAFF_ROLES, type StaffRole } from '@/lib/access/roles';
import { claimCase, releaseClaim } from '@/lib/cases/commands/claims';
import { reopenCase } from '@/lib/cases/commands/closings';
import { answerQuestion, escalateCase, sendForReview } from '@/lib/cases/commands/escalations';
import { reassignCase } from '@/lib/cases/commands/reassignments';
import { resumeCase, waitCase } from '@/lib/cases/commands/waits';
import { moveBy } from '@/lib/cases/moving';
import { findTransition, TRANSITIONS, type CaseAction } from '@/lib/cases/transitions';
import { CASE_STATES, type CaseState } from '@/lib/cases/types';
import { throughTheDoor, type AnyCommand } from '@/lib/command';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { signedIn, type CastName } from '../support/people';

jest.setTimeout(120_000);

const OF_ROLE: Record<StaffRole, CastName> = { phone_agent: 'lena', processor: 'dana', supervisor: 'ruth', auditor: 'omar', administrator: 'vera' };
const NOON = new Date('2026-11-24T17:00:00Z');
const WAITING: readonly CaseState[] = ['waiting_on_requester', 'waiting_on_provider', 'waiting_on_registry', 'on_hold'];

let database: TestDatabase;
let kofi: StaffActor;
let moved: Awaited<ReturnType<typeof aCase>>;
const people = new Map<StaffRole, StaffActor>();

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  await useDatabase(database.superuser);
  freezeClock(NOON);
  for (const role of STAFF_ROLES) people.set(role, await signedIn(OF_ROLE[role]));
  kofi = await signedIn('kofi');
  moved = await aCase();
});
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});

const actorOf = (role: StaffRole): StaffActor => {
  const actor = people.get(role);
  if (actor === undefined) throw new Error(`nobody is a ${role}`);
  return actor;
};

/** Puts the one case of this file where a test wants it: its state, who has it, what it waits for, what was asked. */
async function place(state: CaseState, holder: StaffActor | null, asker: StaffActor | null = null): Promise<void> {
  const caseId = moved.id;
  for (const table of ['case_claims', 'case_waits', 'case_closures', 'case_escalations']) await db().$executeRawUnsafe(`DELETE FROM ${table} WHERE case_id = '${caseId}'`);
  await db().$executeRaw`UPDATE cases SET state = ${state}::"CaseState", due_at = ${moved.dueAt}, closed_at = NULL WHERE id = ${caseId}::uuid`;
  if (WAITING.includes(state)) await db().caseWait.create({ data: { caseId, state, reason: 'Asked', stopsClock: state === 'waiting_on_requester', fromAt: new Date(NOON.getTime() - 60_000) } });
  if (state === 'closed') await db().caseClosure.create({ data: { caseId, outcome: 'withdrawn', reason: 'They called', at: NOON } });
  if (holder !== null) await db().caseClaim.create({ data: { caseId, staffId: holder.staffId, at: NOON, seenAt: NOON } });
  if (asker !== null) await db().caseEscalation.create({ data: { caseId, reason: 'May a grandmother have it?', byId: asker.staffId, at: NOON } });
}

const stateNow = async (): Promise<CaseState> => (await db().case.findUniqueOrThrow({ where: { id: moved.id } })).state;

type Sent = { readonly command: AnyCommand; readonly body: object };
/** What a person sends to make a move; moves that need a correction, a copy or a second case have tests of their own. */
const SENT: Readonly<Partial<Record<CaseAction, () => Sent>>> = {
  claim: () => ({ command: claimCase, body: {} }),
  release_claim: () => ({ command: releaseClaim, body: { reason: 'put_back' } }),
  reassign: () => ({ command: reassignCase, body: { staffId: kofi.publicId, reason: 'Dana is away' } }),
  hold: () => ({ command: waitCase, body: { state: 'on_hold', code: 'colleague_looks' } }),
  snooze: () => ({ command: waitCase, body: { state: 'on_hold', code: 'desk_away', wakeOn: '2026-11-30' } }),
  wait_on_requester: () => ({ command: waitCase, body: { state: 'waiting_on_requester', code: 'clearer_photo' } }),
  wait_on_provider: () => ({ command: waitCase, body: { state: 'waiting_on_provider', reason: 'Asked Elm Street Pediatrics' } }),
  wait_on_registry: () => ({ command: waitCase, body: { state: 'waiting_on_registry', code: 'registry_asked' } }),
  resume: () => ({ command: resumeCase, body: {} }),
  escalate: () => ({ command: escalateCase, body: { reason: 'May a grandmother have it?' } }),
  answer: () => ({ command: answerQuestion, body: { answer: 'Only with a decree' } }),
  send_for_review: () => ({ command: sendForReview, body: { reason: 'The seal looks odd' } }),
  reopen: () => ({ command: reopenCase, body: { reason: 'The envelope came back' } }),
};
/** Who has the case when the move is tried. */
const holderFor = (action: CaseAction, actor: StaffActor): StaffActor | null => (action === 'claim' || action === 'reopen' ? null : actor);

/** Where the move leads by the table and by what the command means; null: it is refused. */
function expected(state: CaseState, action: CaseAction, role: StaffRole): CaseState | null {
  const row = findTransition(state, action);
  if (row === null || !row.by.includes(role)) return null;
  // A copy on its way is taken back with its release, an answer to a laid-aside case sends it back to work.
  if (action === 'resume' && state === 'ready_to_send') return null;
  return action === 'answer' && state === 'needs_second_review' ? 'in_progress' : row.to;
}

const REFUSED = /^(forbidden|not_from_this_state|not_for_this_role|case_closed|not_closed|not_waiting)$/;

test.each(Object.keys(SENT) as CaseAction[])('%s moves from exactly the states, and for exactly the roles, of the table', async (action) => {
  const sent = SENT[action]?.();
  if (sent === undefined) throw new Error('nothing to send');
  const wrong: string[] = [];
  for (const state of CASE_STATES) {
    for (const role of STAFF_ROLES) {
      const actor = actorOf(role);
      await place(state, holderFor(action, actor), action === 'answer' ? kofi : null);
      const before = await db().auditEvent.count();
      const outcome = await throughTheDoor(sent.command, actor, { caseId: moved.publicId, ...sent.body }, null);
      const to = expected(state, action, role);
      const told = await db().auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
      const fits = to === null ? !outcome.ok && REFUSED.test(outcome.reason) && told.event === 'command.refused' : outcome.ok && told.event !== 'command.refused' && told.caseId === moved.id;
      const rightReason = outcome.ok || (outcome.reason === 'forbidden') === !holds([role], sent.command.name);
      if (!fits || !rightReason || (await stateNow()) !== (to ?? state) || (await db().auditEvent.count()) !== before + 1) wrong.push(`${role} from ${state}: ${outcome.ok ? 'moved' : outcome.reason}, now ${await stateNow()}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('every row of the table, and no other pair, moves a case by the one function', async () => {
  const actions = [...new Set(TRANSITIONS.map((row) => row.action))];
  const wrong: string[] = [];
  for (const from of CASE_STATES) {
    await place(from, null);
    for (const action of actions) {
      for (const role of ['processor', 'supervisor', 'auditor'] as const) {
        const row = findTransition(from, action);
        const result = await db().$transaction(async (tx) => {
          const found = await tx.case.findUniqueOrThrow({ where: { id: moved.id } });
          const refused = await moveBy(tx, actorOf(role), found, action, { reason: 'Because' });
          const after = await tx.case.findUniqueOrThrow({ where: { id: moved.id } });
          await tx.case.updateMany({ where: { id: moved.id }, data: { state: from } });
          return { reason: refused?.reason ?? null, state: after.state, grew: after.version - found.version };
        });
        const want = row === null ? { reason: 'not_from_this_state', state: from, grew: 0 } : row.by.includes(role) ? { reason: null, state: row.to, grew: 1 } : { reason: 'not_for_this_role', state: from, grew: 0 };
        if (JSON.stringify(result) !== JSON.stringify(want)) wrong.push(`${role}: ${action} from ${from}: ${JSON.stringify(result)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('a move from a version that is no longer there is a conflict and changes nothing', async () => {
  await place('in_progress', null);
  const stale = await db().case.findUniqueOrThrow({ where: { id: moved.id } });
  await db().$executeRaw`UPDATE cases SET version = version + 1 WHERE id = ${moved.id}::uuid`;
  expect(await moveBy(db(), actorOf('processor'), stale, 'hold', { reason: 'Because' })).toMatchObject({ reason: 'conflict' });
  expect(await stateNow()).toBe('in_progress');
});

test.each(TRANSITIONS.filter((row) => row.reasonNeeded && row.by.includes('supervisor')).map((row) => [row.from, row.action] as const))('from %s, %s asks for its reason', async (from, action) => {
  await place(from, null);
  const found = await db().case.findUniqueOrThrow({ where: { id: moved.id } });
  expect(await moveBy(db(), actorOf('supervisor'), found, action, { reason: '  ' })).toMatchObject({ reason: 'invalid', problems: [{ field: 'reason', reason: 'reason_missing' }] });
});

test('a wait keeps its code and its words, and only the requester stops the clock', async () => {
  const dana = actorOf('processor');
  await place('in_progress', dana);
  await throughTheDoor(waitCase, dana, { caseId: moved.publicId, state: 'waiting_on_requester', code: 'clearer_photo', reason: 'The corner is cut off' }, null);
  expect(await db().caseWait.findFirst({ where: { caseId: moved.id, untilAt: null } })).toMatchObject({ reasonCode: 'clearer_photo', reason: 'A clearer photo of the ID. The corner is cut off', stopsClock: true });
  expect((await db().case.findUniqueOrThrow({ where: { id: moved.id } })).dueAt).toBeNull();
  await place('in_progress', dana);
  expect(await throughTheDoor(waitCase, dana, { caseId: moved.publicId, state: 'on_hold' }, null)).toMatchObject({ reason: 'invalid', problems: [{ field: 'reason', reason: 'reason_missing' }] });
});

test('what is asked stands with the case until somebody else, a supervisor, has answered', async () => {
  const [dana, ruth] = [actorOf('processor'), actorOf('supervisor')];
  await place('in_progress', ruth);
  await throughTheDoor(escalateCase, ruth, { caseId: moved.publicId, reason: 'Is this the seal?' }, null);
  expect(await throughTheDoor(escalateCase, ruth, { caseId: moved.publicId, reason: 'Again?' }, null)).toMatchObject({ reason: 'already_asked' });
  expect(await throughTheDoor(answerQuestion, ruth, { caseId: moved.publicId, answer: 'Yes' }, null)).toMatchObject({ reason: 'own_request' });
  expect(await throughTheDoor(answerQuestion, dana, { caseId: moved.publicId, answer: 'Yes' }, null)).toMatchObject({ reason: 'forbidden' });
  expect(await db().caseClaim.count({ where: { caseId: moved.id, staffId: ruth.staffId, releasedAt: null } })).toBe(1);
  await place('in_progress', dana);
  await throughTheDoor(escalateCase, dana, { caseId: moved.publicId, reason: 'Is this the seal?' }, null);
  expect(await throughTheDoor(answerQuestion, ruth, { caseId: moved.publicId, answer: 'It is' }, null)).toMatchObject({ ok: true });
  expect(await db().caseEscalation.findFirst({ where: { caseId: moved.id } })).toMatchObject({ reason: 'Is this the seal?', answer: 'It is', answeredById: ruth.staffId });
  expect(await throughTheDoor(answerQuestion, ruth, { caseId: moved.publicId, answer: 'It is' }, null)).toMatchObject({ reason: 'nothing_asked' });
});

test('a case is given to a colleague who works in its language and kind, and is theirs at once', async () => {
  const [dana, ruth] = [actorOf('processor'), actorOf('supervisor')];
  await place('waiting_on_provider', dana);
  expect(await throughTheDoor(reassignCase, ruth, { caseId: moved.publicId, staffId: kofi.publicId, reason: 'Dana is away' }, null)).toMatchObject({ ok: true, value: { to: 'Kofi Mensah' } });
  expect(await db().caseClaim.findMany({ where: { caseId: moved.id, releasedAt: null }, select: { staffId: true } })).toEqual([{ staffId: kofi.staffId }]);
  const problem = (reason: string) => ({ reason: 'invalid', problems: [{ field: 'staffId', reason }] });
  const give = (staffId: string) => throughTheDoor(reassignCase, ruth, { caseId: moved.publicId, staffId, reason: 'x' }, null);
  expect(await give(kofi.publicId)).toMatchObject(problem('has_it_already'));
  expect(await give(actorOf('auditor').publicId)).toMatchObject(problem('no_casework'));
  await db().staff.update({ where: { id: kofi.staffId }, data: { languages: ['es'] } });
  await place('in_progress', dana);
  expect(await give(kofi.publicId)).toMatchObject(problem('other_language'));
  await db().staff.update({ where: { id: kofi.staffId }, data: { languages: ['en'], kinds: ['opt_out'] } });
  expect(await give(kofi.publicId)).toMatchObject(problem('other_kind'));
  await db().staff.update({ where: { id: kofi.staffId }, data: { kinds: [], disabledAt: NOON } });
  expect(await give(kofi.publicId)).toMatchObject(problem('not_working_here'));
  await db().staff.update({ where: { id: kofi.staffId }, data: { disabledAt: null } });
});
