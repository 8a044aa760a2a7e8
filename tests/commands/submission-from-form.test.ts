import { createHash, randomBytes } from 'node:crypto';
import { submissionOf } from '@/components/request/steps';
import { mintVisitor, mintWorker } from '@/lib/access/actor';
import { RATES, countTry } from '@/lib/access/rates';
import { throughTheDoor } from '@/lib/command';
import { openCase } from '@/lib/cases/commands/openings';
import { now } from '@/lib/platform/clock';
import { calendarDateOf } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import { sendSubmission } from '@/lib/submissions/commands';
import type { SubmissionForm } from '@/lib/submissions/schema';
import { withDatabase } from '../support/database';

const database = withDatabase('public');

const typed = {
  who: { relation: 'parent' },
  you: { given: 'Ana', family: 'Rivera' },
  person: { given: 'Mateo', middle: '', family: 'Rivera-Soto', suffix: '' },
  birth: { birthOn: '2022-03-05', sex: 'M' },
  tried: { phone: '860-555-0134', email: '' },
  address: { line1: '', line2: '', city: '', state: 'CT', zip: '' },
  children: { children: [] as { given: string; middle: string; family: string; suffix: string; birthOn: string; sex: string }[] },
  contact: { phone: '', email: 'ana@example.com' },
  delivery: { delivery: 'mail' },
  wants: { wants: ['full_record' as const] },
  mail: { name: 'Ana Rivera', address: { line1: '88 Example Street', line2: '', city: 'Hartford', state: 'ct', zip: '06106' } },
  deadline: { needed: 'yes', on: '2026-11-30', reason: 'Child care' },
  message: { message: '' },
};

async function visitorWithPhoto() {
  const token = randomBytes(32).toString('base64url');
  const hash = new Uint8Array(createHash('sha256').update(token).digest());
  await db().$executeRaw`SELECT public_start_upload(${hash}, '198.51.100.7', ${now()})`;
  const [row] = await db().$queryRaw<{ public_id: string }[]>`
    SELECT * FROM public_receive_document(${hash}, 'photo_id', 'id.jpg', 64000, ${new Uint8Array(32)}, 'image/jpeg', ${`quarantine/${token}`}, ${now()})`;
  const visitor = mintVisitor({ requestId: 'request-1', address: '198.51.100.7', uploadToken: token });
  return { visitor, files: [{ id: row?.public_id ?? '', kind: 'photo_id' as const, name: 'id.jpg', size: 64_000 }] };
}

test('what the form puts together the door takes, with its documents', async () => {
  const { visitor, files } = await visitorWithPhoto();
  const form = submissionOf({ answers: typed, files }, 'en', calendarDateOf('2026-11-24'));
  const outcome = await throughTheDoor(sendSubmission, visitor, JSON.parse(JSON.stringify(form)) as SubmissionForm, null);
  expect(outcome).toEqual({ ok: true, value: { reference: expect.stringMatching(/^S-/) as string } });
  await database.as('superuser');
  const kept = await db().submission.findMany();
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ relation: 'parent', requesterGiven: 'Ana', mailState: 'CT', deadlineOn: '2026-11-30', deadlineReason: 'Child care' });
  const papers = await db().document.findMany({ where: { submissionId: kept[0]?.id } });
  expect(papers.map(({ kind, fileName }) => [kind, fileName])).toEqual([['photo_id', 'id.jpg']]);
  await database.as('public');
});

test('each child of a request gets a case of their own, once', async () => {
  const { visitor, files } = await visitorWithPhoto();
  const children = ['Lucía', 'Tomás'].map((given) => ({ given, middle: '', family: 'Rivera-Soto', suffix: '', birthOn: '2019-06-09', sex: '' }));
  const form = submissionOf({ answers: { ...typed, children: { children } }, files }, 'es', calendarDateOf('2026-11-24'));
  expect(await throughTheDoor(sendSubmission, visitor, JSON.parse(JSON.stringify(form)), null)).toMatchObject({ ok: true });
  await database.as('superuser');
  const sent = await db().submission.findFirstOrThrow({ where: { language: 'es' } });
  expect(await throughTheDoor(openCase, mintWorker('test'), { submissionId: sent.id }, null)).toEqual({ ok: true, value: { opened: 3 } });
  expect(await throughTheDoor(openCase, mintWorker('test'), { submissionId: sent.id }, null)).toMatchObject({ ok: false, reason: 'already_open' });
  const cases = await db().case.findMany({ where: { submissionId: sent.id }, include: { subject: true }, orderBy: { number: 'asc' } });
  expect(cases.map(({ subject }) => [subject.position, subject.given, subject.line1])).toEqual([[1, 'Mateo', null], [2, 'Lucía', null], [3, 'Tomás', null]]);
  expect((await db().auditEvent.findMany({ where: { submissionId: sent.id, event: 'case.opened' } })).map(({ caseId }) => caseId).sort()).toEqual(cases.map(({ id }) => id).sort());
  await database.as('public');
});

test('one address sends no more than its limit, and a try that was refused counted too', async () => {
  const { visitor, files } = await visitorWithPhoto();
  for (let sent = 0; sent < RATES.submission.most; sent += 1) await countTry('submission', '198.51.100.7');
  const form = submissionOf({ answers: typed, files }, 'en', calendarDateOf('2026-11-24'));
  expect(await throughTheDoor(sendSubmission, visitor, JSON.parse(JSON.stringify(form)), null)).toMatchObject({ ok: false, reason: 'too_many_tries' });
});
