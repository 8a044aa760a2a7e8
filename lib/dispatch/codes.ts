import { officeDate } from '@/lib/platform/dates';
import type { Tx } from '@/lib/platform/db';

/** `M-26-0093417`: the year of the office's day, then a number that no other envelope has. */
export async function dispatchCode(tx: Tx, now: Date): Promise<string> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`SELECT nextval('dispatch_number_seq') AS number`;
  if (row === undefined) throw new Error('the dispatch sequence gave no number');
  return `M-${officeDate(now).slice(2, 4)}-${String(row.number).padStart(7, '0')}`;
}
