/** Limits hold for every process together, under parallel tries, and where they cannot be counted nothing is tried. */
import { mintLocked, mintVisitor, type StaffActor } from '@/lib/access/actor';
import { RATES, countTry, type RateName } from '@/lib/access/rates';
import { breakGlass } from '@/lib/cases/commands/glass';
import { throughTheDoor } from '@/lib/command';
import { answerRequest } from '@/lib/documents/asking/commands';
import { receivePublicFile } from '@/lib/documents/intake/public-uploads';
import { takeLook } from '@/lib/look';
import { searchPatients } from '@/lib/finding/queries';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { lockSession, stepUp, unlockSession } from '@/lib/staff/commands';
import { receiveScan } from '@/lib/scan-in/receive';
import { aCase } from '../support/cases';
import { TEST_HOUR, withDatabase } from '../support/database';
import { aPatient } from '../support/patients';
import { PASSWORD, signedIn } from '../support/people';

withDatabase('superuser');
afterEach(() => freezeClock(TEST_HOUR));

const names = Object.keys(RATES) as RateName[];
const hits = (name: RateName, who: string, count: number) => Promise.all(Array.from({ length: count }, () => countTry(name, who)));
/** As if so many had tried already. */
const spend = (name: RateName, who: string, count: number) => db().$executeRaw`INSERT INTO rate_counts (key, window_at, hits) VALUES (${`${name}:${who}`}, date_bin(make_interval(mins => ${RATES[name].minutes}::int), ${TEST_HOUR}, timestamptz '2001-01-01'), ${count}::int)`;

test.each(names)('%s: of 20 at once exactly as many pass as are left', async (name) => {
  await spend(name, 'parallel', RATES[name].most - 7);
  expect((await hits(name, 'parallel', 20)).filter(Boolean)).toHaveLength(7);
  expect(await countTry(name, 'parallel')).toBe(false);
  expect(await countTry(name, 'somebody else')).toBe(true);
  freezeClock(new Date(TEST_HOUR.getTime() + RATES[name].minutes * 60_000));
  expect(await countTry(name, 'parallel')).toBe(true);
});

test.each(names)('%s: one count does not eat into another', async (name) => {
  const who = `apart from ${name}`;
  await spend(name, who, RATES[name].most);
  for (const other of names) expect(await countTry(other, who)).toBe(other !== name);
});

const PNG = async function* () {
  yield new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
};
const aStranger = () => mintVisitor({ requestId: 'rates', address: '203.0.113.77', uploadToken: null });

/** Where each is asked: what a try there looks like, and whose tries they are. */
const DOORS: Readonly<Record<Exclude<RateName, 'submission'>, (actor: StaffActor, caseId: string) => { who: string; run: () => Promise<{ ok: boolean; reason?: string }> }>> = {
  unlock: (actor) => ({ who: actor.sessionId, run: () => throughTheDoor(unlockSession, mintLocked(actor), { password: PASSWORD }, null) }),
  step_up: (actor) => ({ who: actor.staffId, run: () => throughTheDoor(stepUp, actor, { password: PASSWORD, code: '000000' }, null) }),
  break_glass: (actor, caseId) => ({ who: actor.staffId, run: () => throughTheDoor(breakGlass, actor, { caseId, reason: 'works_the_case', words: 'x' }, null) }),
  look: (actor) => ({ who: actor.staffId, run: () => takeLook({ ...searchPatients, rate: undefined } as never, actor, { text: 'Veil' }) }),
  person_search: (actor) => ({ who: actor.staffId, run: () => takeLook(searchPatients, actor, { text: 'Veil' }) }),
  upload_link: () => ({ who: '203.0.113.77', run: () => throughTheDoor(answerRequest, aStranger(), { token: 'x'.repeat(43), documents: ['y'.repeat(22)] }, null) }),
  upload: () => ({ who: '203.0.113.77', run: () => receivePublicFile(aStranger(), { kind: 'photo_id', fileName: 'a.png', body: PNG() }) }),
  scan: (actor) => ({ who: actor.staffId, run: () => receiveScan(actor, 'mail', 'a.png', PNG()) }),
};

describe.each(Object.keys(DOORS) as (keyof typeof DOORS)[])('%s', (name) => {
  async function aTry() {
    const actor = await signedIn('ruth');
    if (name === 'unlock') await throughTheDoor(lockSession, actor, {}, null);
    const patient = await aPatient({ restriction: 'vip' });
    const of = await aCase();
    await db().case.update({ where: { id: of.id }, data: { patientId: patient.id } });
    return DOORS[name](actor, of.publicId);
  }

  test('is refused once there were too many, be it right', async () => {
    const { who, run } = await aTry();
    await db().rateCount.deleteMany();
    await spend(name, who, RATES[name].most);
    expect(await run()).toMatchObject({ ok: false, reason: 'too_many_tries' });
  });

  test('fails closed: without a count nothing is compared, shown or kept', async () => {
    const { run } = await aTry();
    const kept = () => Promise.all([db().glassOpening.count(), db().document.count(), db().auditEvent.count({ where: { event: { in: ['patient.searched', 'session.proved', 'session.unlocked'] } } })]);
    const before = await kept();
    await db().$executeRaw`ALTER FUNCTION take_rate RENAME TO take_rate_away`;
    try {
      await expect(run()).rejects.toThrow();
    } finally {
      await db().$executeRaw`ALTER FUNCTION take_rate_away RENAME TO take_rate`;
    }
    expect(await kept()).toEqual(before);
  });
});
