/** How a case ends, and how it is opened again. */
import { throughTheDoor } from '@/lib/command';
import { claimCase } from '@/lib/cases/commands/claims';
import { closeCase, reopenCase } from '@/lib/cases/commands/closings';
import { linkCase } from '@/lib/cases/commands/links';
import { finishNow } from '@/lib/cases/queries/finish';
import { rehearseCase } from '@/lib/cases/queries/match';
import { takeLook } from '@/lib/look';
import { db } from '@/lib/platform/db';
import { withDatabase } from '../support/database';
import { aDocument } from '../support/documents';
import { aMatchedCase, aPatient, detailsOf, eventsOf } from '../support/patients';
import { signedIn } from '../support/people';

withDatabase();

const close = async (who: 'dana' | 'ruth', body: object) => throughTheDoor(closeCase, await signedIn(who), body, null);

test('a case is fixed only when the portal finds exactly this person', async () => {
  const dana = await signedIn('dana');
  const patient = await aPatient({ family: 'Aldana' });
  const found = await aMatchedCase(dana, { family: 'Aldana' });
  const fixed = { caseId: found.publicId, outcome: 'fixed' };
  expect(await close('dana', fixed)).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'outcome', reason: 'rehearsal_not_passed' }] });
  await throughTheDoor(linkCase, dana, { caseId: found.publicId, patientId: patient.publicId }, null);
  expect(await close('dana', fixed)).toMatchObject({ ok: false, problems: [{ field: 'outcome', reason: 'rehearsal_not_passed' }] });
  await db().patientContact.updateMany({ where: { patientId: patient.id }, data: { value: '(860) 555-0134', normalized: '+18605550134' } });
  expect(await close('dana', fixed)).toEqual({ ok: true, value: { outcome: 'fixed' } });
  expect(await db().case.findUnique({ where: { id: found.id }, include: { claims: true, closures: true } })).toMatchObject({ state: 'closed', claims: [{ releaseReason: 'closed' }], closures: [{ outcome: 'fixed', byId: dana.staffId, undoneAt: null }] });
  expect(await detailsOf(found.id, 'case.closed')).toEqual({ outcome: 'fixed', reason: null });
});

test('the rehearsal says what is left with the values chosen so far, and saves nothing', async () => {
  const dana = await signedIn('dana');
  const patient = await aPatient({ family: 'Bexley', birthOn: '1990-02-04' });
  const found = await aMatchedCase(dana, { family: 'Bexley' });
  const rehearse = (choices: object) => takeLook(rehearseCase, dana, { caseId: found.publicId, patientId: patient.publicId, choices });
  expect(await rehearse({ phone: 'use_submitted' })).toEqual({ ok: true, value: { passes: false, words: 'The portal still finds nobody: date of birth is left.', left: ['birthOn'] } });
  expect(await rehearse({ phone: 'use_submitted', birthOn: 'use_submitted' })).toMatchObject({ ok: true, value: { passes: true, left: [] } });
  expect(await db().patient.findUnique({ where: { id: patient.id } })).toMatchObject({ version: 0, birthOn: '1990-02-04' });
  expect(await detailsOf(found.id, 'case.rehearsed')).toEqual({ found: 'finds_them' });
});

test('finishing is asked of the case as it stands, whatever a screen last saw', async () => {
  const dana = await signedIn('dana');
  const found = await aMatchedCase(dana, { family: 'Calloway' });
  const asked = () => takeLook(finishNow, dana, { case: `C-${found.number}` });
  expect(await asked()).toEqual({ ok: true, value: { kind: 'lacks' } });
  await db().case.update({ where: { id: found.id }, data: { state: 'ready_to_send' } });
  expect(await asked()).toEqual({ ok: true, value: { kind: 'on_its_way' } });
  expect(await takeLook(finishNow, dana, { case: 'C-9999999' })).toMatchObject({ ok: false, reason: 'not_found' });
});

test('a second record under the same values is found by the rehearsal too', async () => {
  const dana = await signedIn('dana');
  const [patient] = [await aPatient({ family: 'Corwin' }), await aPatient({ family: 'Corwin', phone: '860-555-0134' })];
  const found = await aMatchedCase(dana, { family: 'Corwin' });
  const outcome = await takeLook(rehearseCase, dana, { caseId: found.publicId, patientId: patient.publicId, choices: { phone: 'use_submitted' } });
  expect(outcome).toMatchObject({ ok: true, value: { passes: false, words: expect.stringContaining('finds 2 records') } });
});

test('a patient who has nothing to do with the case is not rehearsed', async () => {
  const dana = await signedIn('dana');
  const stranger = await aPatient({ given: 'Otto', family: 'Brandt', birthOn: '1955-01-01', phone: '(475) 555-0101' });
  const found = await aMatchedCase(dana, { family: 'Dorsett' });
  expect(await takeLook(rehearseCase, dana, { caseId: found.publicId, patientId: stranger.publicId, choices: {} })).toMatchObject({ ok: false, reason: 'not_found' });
});

test.each([
  ['withdrawn without a reason', 'dana', { outcome: 'withdrawn' }, { field: 'reason', reason: 'reason_missing' }],
  ['doses added when none was', 'dana', { outcome: 'doses_added' }, { field: 'outcome', reason: 'no_dose_entered' }],
  ['copy sent from here', 'dana', { outcome: 'copy_sent' }, { field: 'outcome', reason: 'outcome_not_from_this_state' }],
  ['suspected false by a processor', 'dana', { outcome: 'suspected_false', reason: 'Two fonts' }, { field: 'outcome', reason: 'not_for_this_role' }],
] as const)('a case does not end as %s', async (_, who, body, problem) => {
  const found = await aMatchedCase(await signedIn(who), { family: 'Ekberg' });
  expect(await close(who, { caseId: found.publicId, ...body })).toMatchObject({ ok: false, reason: 'invalid', problems: [problem] });
  expect(await db().case.findUnique({ where: { id: found.id } })).toMatchObject({ state: 'in_progress' });
});

test('a supervisor opens a case again with a reason; a processor does not', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const found = await aMatchedCase(dana, { family: 'Farrow' });
  const reopen = (by: typeof dana, reason: string) => throughTheDoor(reopenCase, by, { caseId: found.publicId, reason }, null);
  expect(await reopen(ruth, 'They called')).toMatchObject({ ok: false, reason: 'not_closed' });
  await close('dana', { caseId: found.publicId, outcome: 'withdrawn', reason: 'They found it themselves' });
  expect(await reopen(dana, 'They called')).toMatchObject({ ok: false, reason: 'forbidden' });
  expect(await reopen(ruth, 'They called: it fails again')).toMatchObject({ ok: true });
  expect(await db().case.findUnique({ where: { id: found.id }, include: { closures: true } })).toMatchObject({ state: 'in_progress', closedAt: null, closures: [{ undoneAt: new Date('2026-11-24T15:48:00Z') }] });
  expect(await detailsOf(found.id, 'case.reopened')).toEqual({ reason: 'They called: it fails again' });
});

test('a duplicate names the case that it repeats, and a wrong number is told at its field', async () => {
  const dana = await signedIn('dana');
  const [found, earlier] = [await aMatchedCase(dana, { family: 'Duane' }), await aMatchedCase(dana, { family: 'Duane' })];
  const ended = (duplicateOf?: string) => close('dana', { caseId: found.publicId, outcome: 'duplicate', reason: 'The same form twice', ...(duplicateOf === undefined ? {} : { duplicateOf }) });
  const problem = (reason: string) => ({ ok: false, reason: 'invalid', problems: [{ field: 'duplicateOf', reason }] });
  expect(await ended()).toMatchObject(problem('which_case'));
  expect(await ended('2041')).toMatchObject(problem('not_a_case_number'));
  expect(await ended('C-9999999')).toMatchObject(problem('no_such_case'));
  expect(await ended(`C-${found.number}`)).toMatchObject(problem('same_case'));
  expect(await ended(`c-${earlier.number}`)).toMatchObject({ ok: true });
  expect(await db().caseClosure.findFirst({ where: { caseId: found.id } })).toMatchObject({ outcome: 'duplicate', duplicateOfId: earlier.id });
  expect(await detailsOf(found.id, 'case.closed')).toMatchObject({ duplicateOf: `C-${earlier.number}` });
  expect(await close('dana', { caseId: earlier.publicId, outcome: 'duplicate', reason: 'Crosswise', duplicateOf: `C-${found.number}` })).toMatchObject(problem('duplicate_itself'));
});

test('a supervisor takes back a duplicate and a spam, which need their reason', async () => {
  const dana = await signedIn('dana');
  const found = await aMatchedCase(dana, { family: 'Eastlake' });
  expect(await close('dana', { caseId: found.publicId, outcome: 'spam' })).toMatchObject({ problems: [{ field: 'reason', reason: 'reason_missing' }] });
  expect(await close('dana', { caseId: found.publicId, outcome: 'spam', reason: 'Advertising' })).toMatchObject({ ok: true });
  expect(await throughTheDoor(reopenCase, await signedIn('ruth'), { caseId: found.publicId, reason: 'A real person' }, null)).toMatchObject({ ok: true });
  expect(await db().caseClosure.count({ where: { caseId: found.id, undoneAt: null } })).toBe(0);
});

const toldOf = async (caseId: string) => ({
  notices: await db().notice.findMany({ where: { caseId }, select: { template: true, channel: true, recipient: true, language: true, state: true } }),
  letters: await db().outcomeLetter.findMany({ where: { caseId }, select: { outcome: true, language: true, recipientName: true, addressLines: true, reasons: true, state: true } }),
});
const mail = { template: 'letter_coming', channel: 'email', recipient: 'ana.rivera@example.com', language: 'en', state: 'queued' };
const toAna = { language: 'en', recipientName: 'Ana Fenton', addressLines: ['88 Example Street', 'New Britain, CT 06051'], reasons: [], state: 'queued' };

test('a refusal tells what was wrong with the papers, by letter, and that the letter comes', async () => {
  const dana = await signedIn('dana');
  const found = await aMatchedCase(dana, { given: 'Ana', family: 'Fenton' });
  const document = await aDocument(found);
  await db().documentReview.create({ data: { documentId: document.id, caseId: found.id, decision: 'returned', ticks: {}, reasons: ['ID-05', 'ID-02'], facts: {}, byId: dana.staffId, at: new Date('2026-11-24T15:30:00Z') } });
  expect(await close('dana', { caseId: found.publicId, outcome: 'refused', reason: 'The ID is expired and nobody answers' })).toMatchObject({ ok: true });
  expect(await toldOf(found.id)).toEqual({ notices: [mail], letters: [{ ...toAna, outcome: 'refused', reasons: ['ID-05', 'ID-02'] }] });
  expect(await eventsOf(found.id)).toEqual(expect.arrayContaining(['case.closed', 'letter.queued', 'notice.queued']));
  // What staff wrote among themselves is in no letter.
  expect(JSON.stringify(await toldOf(found.id))).not.toContain('nobody answers');
});

test('opened again before it is printed, its letter is taken back; another ending has a letter of its own', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const found = await aMatchedCase(dana, { given: 'Ana', family: 'Fenton' });
  const refuse = () => close('dana', { caseId: found.publicId, outcome: 'refused', reason: 'No ID' });
  await refuse();
  expect(await throughTheDoor(reopenCase, ruth, { caseId: found.publicId, reason: 'They sent it' }, null)).toMatchObject({ ok: true });
  expect(await eventsOf(found.id)).toContain('letter.cancelled');
  await throughTheDoor(claimCase, dana, { caseId: found.publicId }, null);
  await refuse();
  expect((await toldOf(found.id)).letters.map(({ state }) => state).sort()).toEqual(['cancelled', 'queued']);
  expect((await toldOf(found.id)).notices).toHaveLength(2);
});

test('whoever asked in Spanish is told in Spanish; a person under protection gets no letter by itself', async () => {
  const dana = await signedIn('dana');
  const found = await aMatchedCase(dana, { given: 'Ana', family: 'Fenton', language: 'es' });
  const hidden = await aPatient({ family: 'Fenton' });
  await db().patient.update({ where: { id: hidden.id }, data: { restriction: 'protected_address' } });
  await db().case.update({ where: { id: found.id }, data: { patientId: hidden.id } });
  expect(await close('dana', { caseId: found.publicId, outcome: 'no_connecticut_record', reason: 'Born 1971' })).toMatchObject({ ok: true });
  expect(await toldOf(found.id)).toEqual({ notices: [{ ...mail, template: 'call_us', language: 'es' }], letters: [] });
});

test.each(['withdrawn', 'spam'] as const)('%s tells nobody', async (outcome) => {
  const found = await aMatchedCase(await signedIn('dana'), { family: 'Grady' });
  expect(await close('dana', { caseId: found.publicId, outcome, reason: 'They said so' })).toMatchObject({ ok: true });
  expect(await toldOf(found.id)).toEqual({ notices: [], letters: [] });
});
