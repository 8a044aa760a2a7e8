/** A PostgreSQL database of its own for a test file: copied in some 30 ms from the migrated template. */
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { setEnvironment } from './environment';

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

type Role = 'superuser' | 'owner' | 'staff' | 'public' | 'worker' | 'auditor';
/** When a test does not care: Tuesday, 24 November 2026, 10:48 in Hartford. */
export const TEST_HOUR = new Date('2026-11-24T15:48:00Z');

/** The first file of a run waits for PostgreSQL to start and be migrated; on a busy machine that is more than Jest's 5 s. */
const OPENING_MS = 120_000;

/**
 * The database, the settings and the hour of a test file: opened as `role` before its tests, closed after them.
 * `at` null lets the clock run. `withoutAudit`: what runs in it finds an audit that takes nothing.
 */
export function withDatabase(role: Role = 'staff', at: Date | null = TEST_HOUR): { readonly as: (role: Role) => Promise<void>; readonly withoutAudit: (run: () => Promise<unknown>) => Promise<void> } {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    setEnvironment(database[role]);
    await useDatabase(database[role]);
    freezeClock(at);
  }, OPENING_MS);
  afterAll(async () => {
    freezeClock(null);
    await useDatabase(null);
    await database.close();
  });
  const as = (other: Role): Promise<void> => useDatabase(database[other]);
  const rename = async (from: string, to: string): Promise<void> => {
    await as('superuser');
    await db().$executeRawUnsafe(`ALTER VIEW ${from} RENAME TO ${to}`);
    await as(role);
  };
  const withoutAudit = async (run: () => Promise<unknown>): Promise<void> => {
    await rename('audit_append', 'audit_append_away');
    try {
      await run();
    } finally {
      await rename('audit_append_away', 'audit_append');
    }
  };
  return { as, withoutAudit };
}
