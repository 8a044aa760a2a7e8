/** Who a case may be about, the link a person makes, its undoing, and the patient nobody had. */
import { mintWorker } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { createPatientOfCase } from '@/lib/cases/commands/creations';
import { linkCase, unlinkCase } from '@/lib/cases/commands/links';
import { matchCase } from '@/lib/cases/commands/matches';
import { claimCase } from '@/lib/cases/commands/claims';
import { reportDecisions } from '@/lib/cases/queries/decisions';
import { refreshCandidates } from '@/lib/cases/refreshing';
import { db } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { withDatabase } from '../support/database';
import { aMatchedCase, aPatient, detailsOf, eventsOf } from '../support/patients';
import { withOpen } from '../support/glass';
import { signedIn } from '../support/people';

const database = withDatabase();

const link = async (who: 'dana' | 'kofi' | 'ruth', body: object) => throughTheDoor(linkCase, await signedIn(who), body, null);

test.each([
  ['day and month swapped', { given: 'Katarzyna', family: 'Nowak', birthOn: '1994-05-03' }],
  ['the same phone under another name', { given: 'Kasia', family: 'Lewandowska', birthOn: '1994-03-05', phone: '860-555-0134' }],
  ['one part of a double last name', { given: 'Katarzyna', family: 'Bell', birthOn: '1994-03-05' }],
  ['a name that sounds alike', { given: 'Catarzyna', family: 'Novak', birthOn: '1994-03-05', phone: '(203) 555-5555' }],
  ['a slip in the year', { given: 'Katarzyna', family: 'Nowak', birthOn: '1995-03-05', phone: '(860) 555-0134' }],
])('the search finds %s', async (_, wishes) => {
  const dana = await signedIn('dana');
  const patient = await aPatient(wishes);
  const found = await aMatchedCase(dana, { given: 'Katarzyna', family: 'Nowak-Bell', birthOn: '1994-03-05' });
  const ids = (await db().matchCandidate.findMany({ where: { caseId: found.id } })).map(({ patientId }) => patientId);
  expect(ids).toContain(patient.id);
});

test('the search keeps ranks, bands and one entry that names whom it found, and starts anew when run again', async () => {
  const dana = await signedIn('dana');
  const twin = await aPatient({ given: 'Rosa', family: 'Quiles', birthOn: '2001-07-09', phone: '(860) 555-0134' });
  const self = await aPatient({ given: 'Rita', family: 'Quiles', birthOn: '2001-07-09', phone: '(860) 555-0134' });
  const stranger = await aPatient({ given: 'Otto', family: 'Brandt', birthOn: '2001-07-09' });
  const found = await aMatchedCase(dana, { given: 'Rita', family: 'Quiles', birthOn: '2001-07-09' });
  await throughTheDoor(matchCase, mintWorker('test'), { caseId: found.id }, null);
  const kept = await db().matchCandidate.findMany({ where: { caseId: found.id }, orderBy: { rank: 'asc' } });
  expect(kept[0]?.patientId).toBe(self.id);
  expect(kept.map(({ patientId }) => patientId)).toContain(twin.id);
  expect(kept.map(({ patientId }) => patientId)).not.toContain(stranger.id);
  expect(kept.find(({ patientId }) => patientId === twin.id)?.band).not.toBe('likely');
  const { candidates } = (await detailsOf(found.id, 'case.matched')) as { candidates: { patient: string }[] };
  expect(candidates[0]?.patient).toBe(self.publicId);
  expect(await eventsOf(found.id)).toEqual(['case.opened', 'case.matched', 'case.claimed', 'case.matched']);
});

test('a person links the case, and the entry says whom they set aside', async () => {
  const dana = await signedIn('dana');
  const [other, self] = [await aPatient({ given: 'Lucia', family: 'Santos', birthOn: '1988-01-02', phone: '(860) 555-0134' }), await aPatient({ given: 'Luis', family: 'Santos', birthOn: '1988-01-02', phone: '(860) 555-0134' })];
  const found = await aMatchedCase(dana, { given: 'Luis', family: 'Santos', birthOn: '1988-01-02' });
  expect(await link('dana', { caseId: found.publicId, patientId: self.publicId })).toMatchObject({ ok: true });
  expect(await db().case.findUnique({ where: { id: found.id } })).toMatchObject({ patientId: self.id });
  expect(await db().caseLink.findMany({ where: { caseId: found.id } })).toMatchObject([{ patientId: self.id, byId: dana.staffId, undoneAt: null }]);
  expect(await detailsOf(found.id, 'case.linked')).toMatchObject({ registryNumber: self.registryNumber, setAside: [String(other.registryNumber)], reason: null });
  expect(await link('dana', { caseId: found.publicId, patientId: other.publicId })).toMatchObject({ ok: false, reason: 'already_linked' });
});

test('somebody whom the search did not find asks for a reason', async () => {
  const dana = await signedIn('dana');
  const stranger = await aPatient({ given: 'Hugo', family: 'Zanetti', birthOn: '1950-05-05', phone: '(475) 555-0188' });
  const found = await aMatchedCase(dana, { given: 'Mei', family: 'Chen', birthOn: '1999-09-09' });
  const body = { caseId: found.publicId, patientId: stranger.publicId };
  expect(await link('dana', body)).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'reason', reason: 'reason_missing' }] });
  expect(await link('dana', { ...body, reason: 'Adopted as a child; decree seen.' })).toMatchObject({ ok: true });
});

test('a restricted record is not there, not for a supervisor either; whoever opened it links it', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const hidden = await aPatient({ given: 'Nora', family: 'Field', birthOn: '1979-12-01', restriction: 'staff_family' });
  const found = await aMatchedCase(dana, { given: 'Nora', family: 'Field', birthOn: '1979-12-01' });
  const body = { caseId: found.publicId, patientId: hidden.publicId };
  expect(await link('dana', body)).toMatchObject({ ok: false, reason: 'not_found' });
  await throughTheDoor(claimCase, ruth, { caseId: found.publicId }, null);
  expect(await link('ruth', body)).toMatchObject({ ok: false, reason: 'not_found' });
  expect(await throughTheDoor(linkCase, withOpen(ruth, hidden), body, null)).toMatchObject({ ok: true });
  expect(await throughTheDoor(unlinkCase, ruth, { caseId: found.publicId, reason: 'Another person' }, null)).toMatchObject({ ok: false, reason: 'restricted_record' });
});

test('only the one who has the case links it, and the attempt is kept', async () => {
  const [dana, kofi] = [await signedIn('dana'), await signedIn('kofi')];
  const patient = await aPatient({ given: 'Ida', family: 'Holm', birthOn: '1970-02-03' });
  const found = await aMatchedCase(dana, { given: 'Ida', family: 'Holm', birthOn: '1970-02-03' });
  expect(await link('kofi', { caseId: found.publicId, patientId: patient.publicId })).toMatchObject({ ok: false, reason: 'not_claimed' });
  const refused = await db().auditEvent.findFirstOrThrow({ where: { event: 'command.refused', staffId: kofi.staffId }, orderBy: { id: 'desc' } });
  expect(refused.details).toEqual({ command: 'case.link', reason: 'not_claimed', subject: { case: found.publicId, patient: patient.publicId } });
});

test('a link is undone with a reason, and can be made again', async () => {
  const dana = await signedIn('dana');
  const patient = await aPatient({ given: 'Sven', family: 'Aho', birthOn: '1966-06-06' });
  const found = await aMatchedCase(dana, { given: 'Sven', family: 'Aho', birthOn: '1966-06-06' });
  const undo = (reason: string) => throughTheDoor(unlinkCase, dana, { caseId: found.publicId, reason }, null);
  expect(await undo('Wrong person')).toMatchObject({ ok: false, reason: 'not_linked' });
  await link('dana', { caseId: found.publicId, patientId: patient.publicId });
  expect(await undo('  ')).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'reason' }] });
  expect(await undo('His cousin of the same name')).toMatchObject({ ok: true });
  expect(await db().case.findUnique({ where: { id: found.id } })).toMatchObject({ patientId: null });
  expect(await db().caseLink.findMany({ where: { caseId: found.id } })).toMatchObject([{ undoneById: dana.staffId, undoneReason: 'His cousin of the same name' }]);
  expect(await detailsOf(found.id, 'case.unlinked')).toEqual({ registryNumber: patient.registryNumber, reason: 'His cousin of the same name' });
  expect(await link('dana', { caseId: found.publicId, patientId: patient.publicId })).toMatchObject({ ok: true });
});

test('a patient is created only after a search, with a reason, and is found by the next one', async () => {
  const dana = await signedIn('dana');
  const found = await aCase({ given: 'Thea', family: 'Bright-Moss', birthOn: '2015-08-08' });
  await throughTheDoor(claimCase, dana, { caseId: found.publicId }, null);
  const create = (reason: string) => throughTheDoor(createPatientOfCase, dana, { caseId: found.publicId, reason }, null);
  expect(await create('Born abroad')).toMatchObject({ ok: false, reason: 'not_searched' });
  await throughTheDoor(matchCase, mintWorker('test'), { caseId: found.id }, null);
  expect(await create('')).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await create('Moved here this year; nobody comes near.')).toMatchObject({ ok: true });
  const { patientId } = await db().case.findUniqueOrThrow({ where: { id: found.id } });
  const made = await db().patient.findUniqueOrThrow({ where: { id: patientId ?? '' }, include: { names: true, contacts: true, addresses: true, nameForms: true } });
  expect(made.names).toMatchObject([{ given: 'Thea', family: 'Bright-Moss', use: 'current' }]);
  expect(made.contacts).toMatchObject([{ kind: 'phone', normalized: '+18605550134', owner: 'self', portalUse: true }, { kind: 'email', normalized: 'ana.rivera@example.com' }]);
  expect(made.nameForms.map(({ family }) => family)).toEqual(expect.arrayContaining(['bright moss', 'bright', 'moss']));
  expect(await eventsOf(found.id)).toEqual(expect.arrayContaining(['patient.created', 'case.linked']));
  const next = await aMatchedCase(dana, { given: 'Thea', family: 'Moss', birthOn: '2015-08-08' });
  expect(await db().matchCandidate.findMany({ where: { caseId: next.id, patientId: made.id } })).toHaveLength(1);
});

test('a search is asked for again when the record of a candidate changes, and what a person decided is counted by band', async () => {
  const dana = await signedIn('dana');
  const about = { given: 'Odile', family: 'Marchetti', birthOn: '1966-08-21' };
  const [self, twin] = [await aPatient({ ...about, phone: '(860) 555-0134' }), await aPatient({ ...about, given: 'Renata', phone: '(860) 555-0134' })];
  const [found, other] = [await aMatchedCase(dana, about), await aCase(about)];
  const queued = async (id: string): Promise<number> => {
    await database.as('superuser');
    const [row] = await db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = ${`case.match:${id}`}`;
    await database.as('staff');
    return row?.n ?? 0;
  };
  const before = await reportDecisions();
  await link('dana', { caseId: found.publicId, patientId: self.publicId });
  const after = await reportDecisions();
  // Who has the office's phone of these tests too stood beside her as well.
  expect(after.match.likely - before.match.likely).toBe(1);
  expect(after.not_a_match.possible - before.not_a_match.possible).toBeGreaterThanOrEqual(1);
  await db().$transaction((tx) => refreshCandidates(tx, twin.id, found.id));
  expect([await queued(found.id), await queued(other.id)]).toEqual([0, 1]);
});

