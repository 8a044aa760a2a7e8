/** What the step Send reads: where a copy may go, by which rule, and to whom it is shown. */
import { findCaseByNumber } from '@/lib/cases/queries/case';
import { findSend } from '@/lib/cases/queries/send';
import { db } from '@/lib/platform/db';
import { withDatabase } from '../support/database';
import { signedIn } from '../support/people';
import { aReadyCase } from '../support/releases';

withDatabase();

test('a case that is ready shows its proven address, the rule with its citation, and logs the look', async () => {
  const dana = await signedIn('dana');
  await aReadyCase(dana);
  const { number, id } = await db().case.findFirstOrThrow({ where: { patientId: { not: null } }, orderBy: { createdAt: 'desc' } });
  const found = await findCaseByNumber(dana, number, 'send');
  if (found === null) throw new Error('no such case');
  const send = await findSend(dana, found);
  expect(send).toMatchObject({ rule: { verdict: 'may_have', citation: '45 CFR 164.524' }, lacks: [], release: null });
  expect(send?.addresses[0]?.source).toBe('accepted_id');
  expect(await db().auditEvent.count({ where: { caseId: id, event: 'patient.viewed' } })).toBe(1);
});
