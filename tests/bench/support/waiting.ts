/** Cases that nobody has, as on a morning after a long closure. */
import type { Client } from 'pg';
import { seedScale } from '@/prisma/seed/scale/seed-scale';

export async function addWaiting(client: Client, cases: number): Promise<void> {
  await seedScale(client, { cases, open: cases, staff: 1, at: new Date() });
  await client.query(`
    DELETE FROM case_claims; UPDATE case_waits SET until_at = greatest(from_at, now()) WHERE until_at IS NULL;
    UPDATE cases SET holder_id = NULL, state = CASE WHEN number % 3 = 0 THEN 'in_progress' ELSE 'new' END::"CaseState"`);
  await client.query('VACUUM (ANALYZE)');
}
