/** One thing done to several cases: each stands or falls on its own, and each that falls says why. */
import { can, type StaffActor } from '@/lib/access/actor';
import type { AuditEntry } from '@/lib/audit/events';
import { command, type Door } from '@/lib/command';
import { asCalendarDate, officeClock, officeDate } from '@/lib/platform/dates';
import type { Tx } from '@/lib/platform/db';
import { done, refuse, type Outcome, type Refused } from '@/lib/platform/outcome';
import { listClosures } from '@/lib/policies/queries';
import { BULK, type BulkActionId, type BulkRefusal } from '../bulk';
import { bulkSchema } from '../schema';
import { wakeProblems } from '../waits';
import { claimCase, releaseClaim } from './claims';
import { closeCase } from './closings';
import { reassignCase } from './reassignments';
import { resumeCase, waitCase } from './waits';

type StaffDoor = Door<StaffActor>;
type Asked = { readonly caseId: string; readonly reason: string; readonly colleagueId: string; readonly duplicateOf: string | undefined; readonly wakeOn: string | undefined };

const wait = (state: 'on_hold' | 'waiting_on_requester' | 'waiting_on_provider' | 'waiting_on_registry') => (door: StaffDoor, { caseId, reason, wakeOn }: Asked) => waitCase.run(door, { caseId, state, reason, wakeOn });
const close = (outcome: 'duplicate' | 'spam') => (door: StaffDoor, { caseId, reason, duplicateOf }: Asked) => closeCase.run(door, { caseId, outcome, reason, duplicateOf });

/** The command behind each action: what it refuses for one case it refuses here. */
const RUN: Readonly<Record<BulkActionId, (door: StaffDoor, asked: Asked) => Promise<Outcome<unknown>>>> = {
  assign_to_me: (door, { caseId }) => claimCase.run(door, { caseId }),
  assign_to: (door, { caseId, colleagueId, reason }) => reassignCase.run(door, { caseId, staffId: colleagueId, reason }),
  put_back: (door, { caseId }) => releaseClaim.run(door, { caseId, reason: 'put_back' }),
  resume: (door, { caseId }) => resumeCase.run(door, { caseId }),
  hold: wait('on_hold'),
  snooze: wait('on_hold'),
  wait_on_requester: wait('waiting_on_requester'),
  wait_on_provider: wait('waiting_on_provider'),
  wait_on_registry: wait('waiting_on_registry'),
  duplicate: close('duplicate'),
  spam: close('spam'),
};

/** Runs one case within a savepoint: a refusal takes back what it had written and recorded, and nothing else. */
async function attempt(door: StaffDoor, action: BulkActionId, asked: Asked): Promise<Outcome<unknown>> {
  const entries: AuditEntry[] = [];
  await door.tx.$executeRaw`SAVEPOINT one_case`;
  const outcome = await RUN[action]({ ...door, record: (entry) => entries.push(entry) }, asked);
  if (outcome.ok) entries.forEach((entry) => door.record(entry));
  else await door.tx.$executeRaw`ROLLBACK TO SAVEPOINT one_case`;
  await door.tx.$executeRaw`RELEASE SAVEPOINT one_case`;
  return outcome;
}

/** The rule that was in the way says more than that something was. */
const reasonOf = ({ reason, problems }: Refused): string => (reason === 'invalid' ? (problems[0]?.reason ?? reason) : reason);

async function whyLeft(tx: Tx, caseId: string, reason: string): Promise<BulkRefusal> {
  const found = await tx.case.findUnique({ where: { publicId: caseId }, select: { number: true, state: true, claims: { where: { releasedAt: null }, select: { at: true, staff: { select: { name: true } } } } } });
  const holder = found?.claims[0];
  return { caseId, reason, number: found?.number ?? null, state: found?.state ?? null, holder: holder?.staff.name ?? null, since: holder === undefined ? null : officeClock(holder.at) };
}

async function numbersOf(tx: Tx, ids: readonly string[]) {
  return tx.case.findMany({ where: { publicId: { in: [...ids] } }, select: { publicId: true, number: true }, orderBy: { number: 'asc' } });
}

/**
 * All of them are locked at once, in the order of their numbers: two who choose the same cases wait for each other and never
 * in a ring. One by one they would: giving a case frees idle ones too, and those may be further down a colleague's list.
 */
async function ordered(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ public_id: string }[]>`SELECT public_id FROM cases WHERE public_id = ANY(${[...ids]}) ORDER BY number FOR UPDATE`;
  const found = rows.map(({ public_id }) => public_id);
  return [...found, ...ids.filter((id) => !found.includes(id))];
}

export const bulkCases = command({
  name: 'case.bulk',
  surface: 'staff',
  actors: ['staff'],
  input: bulkSchema,
  subject: ({ action }) => ({ action }),
  run: async (door, { action, caseIds, reason = '', colleagueId = '', duplicateOf, wakeOn }) => {
    if (!can(door.actor, BULK[action].permission)) return refuse('forbidden');
    // The same day for all: wrong for one, it is wrong for each, and is said at its box.
    const wrong = wakeProblems('on_hold', wakeOn === undefined ? null : asCalendarDate(wakeOn), officeDate(door.now), await listClosures(door.tx));
    if (wrong.length > 0) return refuse('invalid', wrong);
    const left: BulkRefusal[] = [];
    for (const caseId of await ordered(door.tx, caseIds)) {
      const outcome = await attempt(door, action, { caseId, reason, colleagueId, duplicateOf, wakeOn });
      if (!outcome.ok) left.push(await whyLeft(door.tx, caseId, reasonOf(outcome)));
    }
    const moved = (await numbersOf(door.tx, caseIds.filter((id) => !left.some(({ caseId }) => caseId === id)))).map(({ publicId, number }) => ({ id: publicId, number }));
    door.record({ event: 'case.bulk_done', details: { action, done: moved.map(({ number }) => `C-${number}`), left: left.map(({ number, caseId, reason: why }) => `${number === null ? caseId : `C-${number}`} ${why}`) } });
    return done({ moved, left });
  },
});
