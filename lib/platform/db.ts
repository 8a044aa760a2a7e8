/** The database of this process, under this process's own role. Made at first use: a build imports every module without one. */
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, Prisma } from '@/generated/prisma/client';
import { config } from './config';
import type { CalendarDate } from './dates';

const asDate = (value: Date | null): CalendarDate | null => (value === null ? null : (value.toISOString().slice(0, 10) as CalendarDate));

/** Lists of differing length make ever new texts; those past the first hundreds are not kept. */
const MOST_PREPARED = 300;
const prepared = new Map<string, string>();

/** Under a name each connection parses and plans a statement once: a third less work for the server in every command. */
function preparedName({ sql }: { sql: string }): string {
  if (!prepared.has(sql) && prepared.size < MOST_PREPARED) prepared.set(sql, `s${prepared.size + 1}`);
  return prepared.get(sql) ?? '';
}

/**
 * Our statements run for milliseconds: compiling one that the planner takes for long costs twenty, and planning a large one
 * anew for each call costs as much as running it. Each keeps the plan it was prepared with; none of them wants another for other values.
 */
const SETTINGS = '-c jit=off -c plan_cache_mode=force_generic_plan';

/** DATE columns come out as calendar dates, here and nowhere else. */
function connect(url: string) {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 10, options: SETTINGS }, { statementNameGenerator: preparedName }) }).$extends({
    result: {
      dose: { givenOn: { needs: { givenOn: true }, compute: (row): CalendarDate => asDate(row.givenOn) as CalendarDate } },
      patient: {
        deceasedOn: { needs: { deceasedOn: true }, compute: (row): CalendarDate | null => asDate(row.deceasedOn) },
        birthDate: { needs: { birthDate: true }, compute: (row): CalendarDate | null => asDate(row.birthDate) },
      },
      submission: { deadlineOn: { needs: { deadlineOn: true }, compute: (row): CalendarDate | null => asDate(row.deadlineOn) } },
      case: {
        receivedOn: { needs: { receivedOn: true }, compute: (row): CalendarDate => asDate(row.receivedOn) as CalendarDate },
        deadlineOn: { needs: { deadlineOn: true }, compute: (row): CalendarDate | null => asDate(row.deadlineOn) },
      },
      caseWait: { wakeOn: { needs: { wakeOn: true }, compute: (row): CalendarDate | null => asDate(row.wakeOn) } },
      destructionItem: { keptUntil: { needs: { keptUntil: true }, compute: (row): CalendarDate => asDate(row.keptUntil) as CalendarDate } },
      officeClosure: { onDate: { needs: { onDate: true }, compute: (row): CalendarDate => asDate(row.onDate) as CalendarDate } },
      promiseRecount: { onDate: { needs: { onDate: true }, compute: (row): CalendarDate => asDate(row.onDate) as CalendarDate } },
      casePromiseMove: { onDate: { needs: { onDate: true }, compute: (row): CalendarDate => asDate(row.onDate) as CalendarDate } },
    },
  });
}

export type Db = ReturnType<typeof connect>;
/** A transaction; only the door hands out writable ones. */
export type Tx = Parameters<Parameters<Db['$transaction']>[0]>[0];

const KEY = Symbol.for('record-desk.db');
const shared = globalThis as { [KEY]?: Db };
export const db = (): Db => (shared[KEY] ??= connect(config().DATABASE_URL));

/** Tests point a process at its own copy of the database. */
export async function useDatabase(url: string | null): Promise<void> {
  await shared[KEY]?.$disconnect();
  if (url === null) delete shared[KEY];
  else shared[KEY] = connect(url);
}

/** For writing a calendar date into a DATE column. */
export const dbDate = (on: CalendarDate): Date => new Date(`${on}T00:00:00Z`);

export { Prisma };

/** The name of the constraint that refused a statement, or null when it failed for another reason. */
export function refusedBy(error: unknown): string | null {
  const cause = (error as { meta?: { driverAdapterError?: { cause?: { constraint?: { index?: string; fields?: string[] } | string; originalMessage?: string } } } } | null)?.meta?.driverAdapterError?.cause;
  if (cause === undefined) return null;
  if (typeof cause.constraint === 'string') return cause.constraint;
  return cause.constraint?.index ?? /constraint "([^"]+)"/.exec(cause.originalMessage ?? '')?.[1] ?? null;
}
