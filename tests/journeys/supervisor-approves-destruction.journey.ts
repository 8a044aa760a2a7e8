/** What was kept long enough is destroyed under the number of the state's form; the fact stays. */
import { Client } from 'pg';
import { accessible, code, deskOf, expect, journey, person, test } from './support/desk';

/** The worker's hourly list, made now: of one paper whose case ended, with what it was kept until. */
async function aList(): Promise<{ documentId: string; listId: string }> {
  const client = new Client({ connectionString: journey().databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ documentId: string; listId: string }>(`
      WITH paper AS (SELECT d.id FROM documents d JOIN submissions s ON s.id = d.submission_id
                     WHERE d.original_key IS NOT NULL AND d.state = 'ready' AND (SELECT bool_and(c.state = 'closed') FROM cases c WHERE c.submission_id = s.id) ORDER BY d.id LIMIT 1),
           made AS (INSERT INTO destruction_lists (made_at) VALUES (now()) RETURNING id),
           item AS (INSERT INTO destruction_items (list_id, document_id, rule, kept_until) SELECT made.id, paper.id, 'identity', '2026-11-01' FROM made, paper RETURNING document_id)
      SELECT item.document_id AS "documentId", made.id AS "listId" FROM item, made`);
    const [row] = rows;
    if (row === undefined) throw new Error('the seed has no paper of an ended case');
    return row;
  } finally {
    await client.end();
  }
}

test('a supervisor approves the destruction of what was kept long enough', async ({ browser }) => {
  const { documentId } = await aList();
  const ruth = await deskOf(browser, 'Ruth Abelson');
  await ruth.goto(`${journey().urls.staff}/destruction`);
  await expect(ruth.getByText('kept until 11/01/2026', { exact: false })).toBeVisible();
  await accessible(ruth);
  await ruth.getByLabel('Number of the records disposal form').fill('RC-108 26-041');
  await ruth.getByRole('button', { name: 'Destroy 1 document' }).click();
  const proof = ruth.getByRole('form', { name: 'Confirm it is you' });
  await expect(proof.or(ruth.getByText('form RC-108 26-041', { exact: false })).first()).toBeVisible();
  if (await proof.isVisible()) {
    const who = person('Ruth Abelson');
    await proof.getByLabel('Password').fill(who.password);
    await proof.getByLabel('One-time code').fill(code(who));
    await proof.getByRole('button', { name: 'Confirm' }).click();
  }
  await expect(ruth.getByText('form RC-108 26-041', { exact: false })).toBeVisible();
  const gone = async () => {
    const client = new Client({ connectionString: journey().databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ gone: boolean }>('SELECT destroyed_at IS NOT NULL AND original_key IS NULL AS gone FROM documents WHERE id = $1', [documentId]);
    await client.end();
    return rows[0]?.gone;
  };
  await expect.poll(gone, { timeout: 30_000 }).toBe(true);
  await ruth.reload();
  await expect(ruth.getByText('1 destroyed', { exact: false })).toBeVisible();
});
