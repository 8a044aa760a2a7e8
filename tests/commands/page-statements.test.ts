/** What one page costs the database, in statements: a loop that asks once a row is noticed here. */
import { Client } from 'pg';
import type { StaffActor } from '@/lib/access/actor';
import { addNote } from '@/lib/cases/commands/notes';
import { findCaseByNumber, promiseOf } from '@/lib/cases/queries/case';
import { gatherFacts } from '@/lib/cases/queries/facts';
import { findJoins } from '@/lib/cases/queries/joins';
import { countMentions, listColleagues } from '@/lib/cases/queries/mentions';
import { findMoves } from '@/lib/cases/queries/moves';
import { listPromiseMoves } from '@/lib/cases/queries/promise-moves';
import { listQueue } from '@/lib/cases/queries/queue';
import { countViews } from '@/lib/cases/queries/queue-counts';
import { stateOfQuery } from '@/lib/cases/views';
import { throughTheDoor } from '@/lib/command';
import { db } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { withDatabase } from '../support/database';
import { aMatchedCase, anAcceptedId, aPatient } from '../support/patients';
import { signedIn } from '../support/people';

withDatabase('superuser');
let dana: StaffActor;
let number: number;

beforeAll(async () => {
  dana = await signedIn('dana');
  const patient = await aPatient();
  const found = await aMatchedCase(dana);
  number = found.number;
  await db().case.update({ where: { id: found.id }, data: { patientId: patient.id } });
  for (let at = 0; at < 3; at += 1) {
    await anAcceptedId(found, dana);
    await throughTheDoor(addNote, dana, { caseId: found.publicId, text: `Note ${at}` }, null);
    await aCase();
  }
});

async function statementsOf(page: () => Promise<unknown>): Promise<string[]> {
  const asked = jest.spyOn(Client.prototype, 'query');
  await page();
  const texts = asked.mock.calls.map(([query]: unknown[]) => (typeof query === 'string' ? query : ((query as { text?: string }).text ?? '')));
  asked.mockRestore();
  return texts;
}

/** As the step's page and its frame read it. */
async function casePage(): Promise<void> {
  const found = await findCaseByNumber(dana, number, 'identity');
  if (found === null) throw new Error('no case');
  await gatherFacts(dana, found);
  await promiseOf(found);
  await findMoves(dana, found);
  const { proposals } = await findJoins(dana, found);
  expect(proposals).toHaveLength(3);
  await listColleagues(dana);
  await countMentions(dana);
  await listPromiseMoves(found.id);
}

test('a case page with its papers, notes and proposals', async () => {
  await casePage();
  const statements = await statementsOf(casePage);
  expect(statements.length).toBeGreaterThan(10);
  expect(statements.length).toBeLessThanOrEqual(25);
});

test('a queue page with its counts, however many rows it shows', async () => {
  const page = () => Promise.all([listQueue(dana, stateOfQuery('')), countViews(dana)]);
  const few = (await statementsOf(page)).length;
  for (let at = 0; at < 5; at += 1) await aCase();
  expect((await statementsOf(page)).length).toBe(few);
  expect(few).toBeLessThanOrEqual(8);
});
