import type { Db, Tx } from '@/lib/platform/db';
import type { Closures } from './business-time';

/** The days state offices are closed, from the table staff can edit. */
export async function listClosures(tx: Tx | Db): Promise<Closures> {
  const rows = await tx.officeClosure.findMany({ where: { removedAt: null }, orderBy: { onDate: 'asc' } });
  return rows.map((row) => row.onDate);
}
