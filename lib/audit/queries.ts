import type { StaffActor } from '@/lib/access/actor';
import { db } from '@/lib/platform/db';
import { readEntries, type AuditAbout } from './entries';
import { eventNames, linesOf, type AuditLine } from './lines';
import type { AuditClass } from './labels';

/** One case's whole life stands on one page. */
const MOST_HAPPENINGS = 500;

/** Looking and being let in are no part of what happened to a case; who may see those has the audit. */
const HAPPENED: readonly AuditClass[] = ['change', 'decision', 'send'];
/** Notes stand there in their full words. */
const withLooks = eventNames.filter((event) => event !== 'case.noted');
const happenings = withLooks.filter((event) => !/\.(viewed|searched|rehearsed|fetched|refused)$/.test(event));

/**
 * What happened to a case, newest first: for whoever works it. `looks`: also who looked, for those who may see the audit.
 * The caller has shown the case already; the look at it says "history", and nobody gets here who may not see the record.
 */
export async function listHappenings(reader: StaffActor, about: AuditAbout, looks: boolean): Promise<readonly AuditLine[]> {
  const rows = await readEntries(db(), { about, events: looks ? withLooks : happenings }, null, MOST_HAPPENINGS);
  return (await linesOf(rows, reader)).filter((line) => looks || HAPPENED.includes(line.class));
}
