/** What supervisors and auditors ask of the audit, what they may not, and that asking is an entry. */
import { createHash } from 'node:crypto';
import { readEntries } from '@/lib/audit/entries';
import { recordLook } from '@/lib/audit/record';
import { sealSettled } from '@/lib/audit/seal';
import { exportAudit } from '@/lib/audit-explorer/commands';
import { fetchExport, findChecksum } from '@/lib/audit-explorer/exports';
import { checksumFile } from '@/lib/audit-explorer/files';
import { findAuditPatient, findEntry, listAudit, listLooks, resolveFilters } from '@/lib/audit-explorer/queries';
import { readFilters, readPlace, type AuditFilters } from '@/lib/audit-explorer/schema';
import { addNote } from '@/lib/cases/commands/notes';
import { claimCase } from '@/lib/cases/commands/claims';
import { throughTheDoor } from '@/lib/command';
import { takeLook } from '@/lib/look';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import type { StaffActor } from '@/lib/access/actor';
import { aCase } from '../support/cases';
import { TEST_HOUR, withDatabase } from '../support/database';
import { aPatient } from '../support/releases';
import { withOpen } from '../support/glass';
import { signedIn } from '../support/people';

// The superuser writes what no command would: entries that nobody can read, records under restriction.
withDatabase('superuser');
afterEach(() => freezeClock(TEST_HOUR));
const later = (minutes: number): void => freezeClock(new Date(TEST_HOUR.getTime() + minutes * 60_000));

async function page(actor: StaffActor, asked: Partial<AuditFilters>, before?: string) {
  const filters = readFilters({ ...asked, what: [...(asked.what ?? [])] });
  const resolved = filters === null ? null : await resolveFilters(filters);
  if (resolved === null) throw new Error('these filters mean nothing');
  return listAudit(actor, resolved, readPlace(before));
}
const wordsOf = async (actor: StaffActor, asked: Partial<AuditFilters>) => (await page(actor, asked)).lines.map(({ who, words }) => `${who} ${words}`);
const lastLook = async () => (await db().auditEvent.findFirst({ where: { event: { startsWith: 'audit.' } }, orderBy: { id: 'desc' } }));

/** A case of its own that Dana took and wrote on. */
async function worked() {
  const dana = await signedIn('dana');
  const one = await aCase();
  await throughTheDoor(claimCase, dana, { caseId: one.publicId }, null);
  await throughTheDoor(addNote, dana, { caseId: one.publicId, text: 'Called, no answer' }, null);
  return { dana, one, number: `C-${one.number}` };
}

describe('what can be asked', () => {
  test('a case: what happened to it and nothing else, newest first; the look is an entry about the case', async () => {
    const [{ one, number }, ruth] = [await worked(), await signedIn('ruth')];
    await worked();
    expect(await wordsOf(ruth, { case: number })).toEqual(['Dana Whitfield left a note.', 'Dana Whitfield took the case.', `System opened ${number}.`]);
    expect(await lastLook()).toMatchObject({ event: 'audit.viewed', staffId: ruth.staffId, caseId: one.id, details: { filters: [`case ${number}`], shown: 3 } });
  });

  test('a colleague, a kind, a span of days, the system', async () => {
    const [{ dana, number }, ruth] = [await worked(), await signedIn('ruth')];
    const mine = await page(ruth, { who: dana.publicId, what: ['change'] });
    expect(new Set(mine.lines.map(({ who, class: kind }) => `${who} ${kind}`))).toEqual(new Set(['Dana Whitfield change']));
    expect(await wordsOf(ruth, { case: number, from: '2026-11-24' as never, to: '2026-11-24' as never })).toHaveLength(3);
    expect(await wordsOf(ruth, { case: number, from: '2026-11-25' as never })).toEqual([]);
    expect(await wordsOf(ruth, { case: number, to: '2026-11-23' as never })).toEqual([]);
    expect(await wordsOf(ruth, { who: 'system', case: number })).toEqual([`System opened ${number}.`]);
  });

  test('a person by CT WiZ number goes by a look that is logged, and comes back as a random id', async () => {
    const ruth = await signedIn('ruth');
    const patient = await aPatient();
    const { registryNumber, publicId } = await db().patient.findUniqueOrThrow({ where: { id: patient.id } });
    expect(await takeLook(findAuditPatient, ruth, { registryNumber })).toEqual({ ok: true, value: { patientId: publicId } });
    expect(await lastLook()).toMatchObject({ event: 'audit.searched', patientId: patient.id, details: { registryNumber, found: true } });
    expect(await takeLook(findAuditPatient, ruth, { registryNumber: 1 })).toEqual({ ok: true, value: { patientId: null } });
    expect(await lastLook()).toMatchObject({ details: { registryNumber: 1, found: false } });
    expect(await takeLook(findAuditPatient, await signedIn('dana'), { registryNumber })).toMatchObject({ reason: 'forbidden' });
  });

  test.each([
    ['a case that no case is', { case: 'C-2041; DROP' }],
    ['a name', { who: 'Dana Whitfield' }],
    ['a kind that no kind is', { what: ['__proto__'] }],
    ['days the wrong way round', { from: '2026-11-25', to: '2026-11-24' }],
    ['a day that no day is', { from: '2026-02-30' }],
    ['a person by name', { patient: 'Ana Rivera' }],
  ])('%s cannot be read: nothing is shown, and not everything', (_, asked) => {
    expect(readFilters(asked)).toBeNull();
  });

  test('a case, person or colleague that nobody knows means nothing', async () => {
    for (const asked of [{ case: 'C-999999' }, { patient: 'A'.repeat(22) }, { who: 'A'.repeat(22) }]) expect(await resolveFilters({ what: [], ...asked })).toBeNull();
  });

  test('pages follow one another without a gap or a double, also among entries of one instant', async () => {
    const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
    const patient = await aPatient();
    const { publicId } = await db().patient.findUniqueOrThrow({ where: { id: patient.id } });
    for (let at = 0; at < 230; at += 1) {
      later(Math.floor(at / 90));
      await recordLook(dana, { event: 'patient.viewed', patientId: patient.id, details: { part: `part ${at}` } });
    }
    const seen: string[] = [];
    let before: string | undefined;
    do {
      // Each page is an entry about this person too: only Dana's are asked for.
      const { lines, next } = await page(ruth, { patient: publicId, who: dana.publicId }, before);
      seen.push(...lines.map(({ words }) => words));
      before = next ?? undefined;
    } while (before !== undefined);
    expect(seen).toEqual(Array.from({ length: 230 }, (_, at) => `looked at the patient, part ${229 - at}.`));
  });
});

describe('entries that nobody can read', () => {
  test.each([
    ['a kind that nobody knows', 'case.vanished', '{}', 'is of a kind “case.vanished” that nobody knows'],
    ['details that do not fit', 'case.noted', '{"note": 7}', 'its details do not fit'],
    ['details with more than there should be', 'case.noted', '{"note": "x", "ssn": "000"}', 'its details do not fit'],
  ])('%s: shown with its number, the others beside it', async (_, event, details, says) => {
    const [{ one, number }, ruth] = [await worked(), await signedIn('ruth')];
    const [entry] = await db().$queryRaw<{ id: bigint }[]>`INSERT INTO audit_events (at, actor_kind, event, case_id, details, request_id) VALUES (${TEST_HOUR}, 'worker', ${event}, ${one.id}::uuid, ${details}::jsonb, 'r') RETURNING id`;
    const words = await wordsOf(ruth, { case: number });
    expect(words).toHaveLength(4);
    expect(words[0]).toBe(`System ${event === 'case.vanished' ? `entry ${entry?.id} cannot be read: it ${says}.` : `entry ${entry?.id}, “${event}”, cannot be read: ${says}.`}`);
  });

  test('what does not fit its event is never written', async () => {
    const dana = await signedIn('dana');
    const before = await db().auditEvent.count();
    await expect(recordLook(dana, { event: 'case.viewed', details: { step: 7 as never } })).rejects.toThrow();
    await expect(recordLook(dana, { event: 'case.viewed', details: { step: 'match', ssn: '000' } as never })).rejects.toThrow();
    expect(await db().auditEvent.count()).toBe(before);
  });
});

test('one entry: what it says, where it came from, and the seal that holds it once it is sealed', async () => {
  const [{ number }, ruth] = [await worked(), await signedIn('ruth')];
  const [line] = (await page(ruth, { case: number })).lines;
  const id = BigInt(line?.id ?? 0);
  expect(await findEntry(ruth, id)).toMatchObject({ words: 'left a note.', event: 'case.noted', requestId: 'test-dana', address: '127.0.0.1', caseNumber: Number(number.slice(2)), seal: null });
  await sealSettled();
  expect((await findEntry(ruth, id))?.seal).toEqual({ number: 1, sealedAt: TEST_HOUR });
  expect(await findEntry(ruth, 9_999_999n)).toBeNull();
  expect(await lastLook()).toMatchObject({ details: { filters: ['entry 9999999'], shown: 0 } });
});

test('who looked at a record: each look and what left, and the asking itself is the next', async () => {
  const [dana, omar] = [await signedIn('dana'), await signedIn('omar')];
  const patient = await aPatient();
  const { publicId } = await db().patient.findUniqueOrThrow({ where: { id: patient.id } });
  await recordLook(dana, { event: 'patient.viewed', patientId: patient.id, details: { part: 'doses' } });
  expect((await listLooks(omar, publicId))?.lines.map(({ who, words }) => `${who} ${words}`)).toEqual(['Dana Whitfield looked at the patient, doses.']);
  expect((await listLooks(omar, publicId))?.lines.map(({ who }) => who)).toEqual(['Omar Haddad', 'Dana Whitfield']);
  expect(await listLooks(omar, 'A'.repeat(22))).toBeNull();
});

test('of a restricted record the audit shows who looked, and what was changed to whoever opened it', async () => {
  const [dana, omar, ruth] = [await signedIn('dana'), await signedIn('omar'), await signedIn('ruth')];
  const patient = await aPatient();
  const { publicId } = await db().patient.update({ where: { id: patient.id }, data: { restriction: 'staff_family' } });
  await recordLook(dana, { event: 'patient.viewed', patientId: patient.id, details: { part: 'doses' } });
  await recordLook(dana, { event: 'patient.corrected', patientId: patient.id, details: { changes: [{ field: 'family', before: 'Oldname', after: 'Newname' }], reason: 'A secret reason', evidence: null } });
  const [seen, told] = [JSON.stringify((await page(omar, { patient: publicId, what: ['change', 'look'] })).lines), JSON.stringify((await page(withOpen(ruth, patient), { patient: publicId })).lines)];
  expect(seen).toContain('looked at the patient, doses.');
  expect(seen).toContain('about a restricted record');
  for (const word of ['Oldname', 'Newname', 'A secret reason']) {
    expect(seen).not.toContain(word);
    expect(told).toContain(word);
  }
});

describe('export', () => {
  const ask = (actor: StaffActor, filters: object, format = 'csv') => throughTheDoor(exportAudit, actor, { filters: { what: [], ...filters }, format, reason: 'Request of the inspector' }, null);
  type Made = { ok: true; value: { exportId: string; entries: number; sha256: string; name: string } };

  test.each(['csv', 'json'] as const)('as %s: the file is what was counted, its checksum in the audit and beside it, handed out once', async (format) => {
    const [{ one, number }, ruth] = [await worked(), await signedIn('ruth')];
    const { value } = (await ask(ruth, { case: number }, format)) as Made;
    expect(value.entries).toBe(3);
    expect(await lastLook()).toMatchObject({ event: 'audit.exported', caseId: one.id, details: { format, entries: 3, reason: 'Request of the inspector', sha256: value.sha256, filters: [`case ${number}`] } });
    const fetched = await fetchExport(ruth, value.exportId);
    if (fetched === null || fetched === 'differs') throw new Error('nothing was handed out');
    expect(createHash('sha256').update(fetched.bytes).digest('hex')).toBe(value.sha256);
    expect(fetched.name).toBe(value.name);
    expect(fetched.name).toMatch(/^audit-2026-11-24-[0-9a-f]{8}\.(csv|json)$/);
    expect(fetched.bytes.toString('utf8')).toContain('left a note.');
    if (format === 'json') expect((JSON.parse(fetched.bytes.toString('utf8')) as { entries: unknown[] }).entries).toHaveLength(3);
    expect(await lastLook()).toMatchObject({ event: 'audit.fetched', details: { sha256: value.sha256 } });
    expect(await fetchExport(ruth, value.exportId)).toBeNull();
    const beside = await findChecksum(ruth, value.exportId);
    expect(checksumFile(beside?.name ?? '', beside?.sha256 ?? '')).toBe(`${value.sha256}  ${value.name}\n`);
  });

  test('nobody else fetches it, and nobody after ten minutes', async () => {
    const [{ number }, ruth, omar] = [await worked(), await signedIn('ruth'), await signedIn('omar')];
    const { value } = (await ask(ruth, { case: number })) as Made;
    expect([await fetchExport(omar, value.exportId), await findChecksum(omar, value.exportId)]).toEqual([null, null]);
    later(11);
    expect(await fetchExport(ruth, value.exportId)).toBeNull();
  });

  test('two who fetch at once: one gets it', async () => {
    const [{ number }, ruth] = [await worked(), await signedIn('ruth')];
    const { value } = (await ask(ruth, { case: number })) as Made;
    const both = await Promise.all([fetchExport(ruth, value.exportId), fetchExport(ruth, value.exportId)]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  test('a file that no longer comes out the same is not handed out', async () => {
    const [{ dana, number }, ruth] = [await worked(), await signedIn('ruth')];
    const { value } = (await ask(ruth, { case: number })) as Made;
    await db().staff.update({ where: { id: dana.staffId }, data: { name: 'Dana Whitfield-Rowe' } });
    expect(await fetchExport(ruth, value.exportId)).toBe('differs');
    await db().staff.update({ where: { id: dana.staffId }, data: { name: 'Dana Whitfield' } });
  });

  test('refused: no reason, nothing there, a case nobody knows, another role, and without a fresh proof', async () => {
    const [{ number }, ruth, dana] = [await worked(), await signedIn('ruth'), await signedIn('dana')];
    const before = await db().auditExport.count();
    expect(await throughTheDoor(exportAudit, ruth, { filters: { what: [] }, format: 'csv', reason: '  ' }, null)).toMatchObject({ reason: 'invalid', problems: [{ field: 'reason', reason: 'reason_missing' }] });
    expect(await throughTheDoor(exportAudit, ruth, { filters: { what: [], name: 'Ana' }, format: 'csv', reason: 'x' }, null)).toMatchObject({ reason: 'invalid' });
    expect(await ask(ruth, { case: number, from: '2030-01-01' })).toMatchObject({ reason: 'nothing_there' });
    expect(await ask(ruth, { case: 'C-999999' })).toMatchObject({ reason: 'not_found' });
    expect(await ask(dana, { case: number })).toMatchObject({ reason: 'forbidden' });
    later(6);
    expect(await ask(ruth, { case: number })).toMatchObject({ reason: 'step_up_needed' });
    expect(await db().auditExport.count()).toBe(before);
  });

  test('more than a file holds is refused with nothing written', async () => {
    const ruth = await signedIn('ruth');
    await db().$executeRaw`INSERT INTO audit_events (at, actor_kind, event, details, request_id) SELECT ${TEST_HOUR}, 'visitor', 'document.refused', '{"reason":"unreadable"}', 'r' FROM generate_series(1, 20001)`;
    expect(await ask(ruth, { who: 'public' })).toMatchObject({ reason: 'too_many' });
  });
});

test('each question walks its own tree, month by month, and never the whole', async () => {
  // The tables are all but empty here: what a full one would choose is left, and the rest taken away.
  const explained = (condition: string) =>
    db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`;
      const plan = await tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN SELECT * FROM audit_events WHERE ${condition} ORDER BY at DESC, id DESC LIMIT 100`);
      return plan.map((row) => row['QUERY PLAN']).join('\n');
    });
  const id = `'00000000-0000-0000-0000-000000000000'`;
  for (const condition of [`patient_id = ${id}`, `staff_id = ${id}`, `case_id = ${id}`, `case_id IS NULL AND submission_id = ${id}`, `case_id IS NULL AND submission_id IS NULL AND document_id = ${id}`]) {
    expect(await explained(condition)).not.toMatch(/Seq Scan|->  Sort/);
  }
  // A span of days opens the months of that span alone.
  const plan = await explained(`staff_id = ${id} AND at >= '2026-11-01Z' AND at < '2026-11-08Z'`);
  expect(plan).toContain('audit_events_2026_11');
  expect(plan).not.toMatch(/audit_events_2026_10|audit_events_2026_12|audit_events_rest/);
  expect(await readEntries(db(), { uptoId: 0n }, null, 1)).toEqual([]);
});
