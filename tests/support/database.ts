/** A PostgreSQL database of its own for a test file: copied in some 30 ms from the migrated template. */
export type TestDatabase = {
  name: string;
  /** URLs by role; `superuser` passes every guard, for tests that play the burglar. */
  superuser: string;
  owner: string;
  staff: string;
  public: string;
  worker: string;
  auditor: string;
  close: () => Promise<void>;
};

async function ask(method: 'POST' | 'DELETE', name = ''): Promise<Omit<TestDatabase, 'close'>> {
  const { TEST_DATABASES, TEST_DATABASES_TOKEN } = process.env;
  if (TEST_DATABASES === undefined) throw new Error('no test databases here: run this file under the `node` project of Jest');
  const response = await fetch(`${TEST_DATABASES}/${name}`, { method, headers: { authorization: TEST_DATABASES_TOKEN ?? '' } });
  if (!response.ok) throw new Error(`the test database could not be made: ${await response.text()}`);
  return (await response.json()) as Omit<TestDatabase, 'close'>;
}

/** Close it in `afterAll`, after every connection of the test's own. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const database = await ask('POST');
  return { ...database, close: async () => void (await ask('DELETE', database.name)) };
}
