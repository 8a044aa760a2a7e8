/** How the server finds the next case: the very statement of the command, explained while it runs. */
import type { Client } from 'pg';
import type { StaffActor } from '@/lib/access/actor';
import { nextClaim } from '@/lib/cases/commands/claims';
import { withClient } from '@/lib/dev/database';

type Node = { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Node[] };
type Explained = { Plan: Node; 'Execution Time': number };
export type Walk = { index: string; rows: number; ms: number };

/** Somebody has each of the oldest. */
export const holdOldest = (client: Client, count: number): Promise<unknown> =>
  client.query(
    `INSERT INTO case_claims (case_id, staff_id, at, seen_at)
     SELECT c.id, (SELECT id FROM staff LIMIT 1), now(), now() FROM cases c ORDER BY due_order, deadline_rank, deadline_order, number LIMIT $1`,
    [count],
  );

/** The claims of others that are not committed yet: their rows are locked. */
const lockFirstFree = (client: Client, count: number): Promise<unknown> =>
  client.query(
    `SELECT 1 FROM cases WHERE holder_id IS NULL AND state IN ('new', 'in_progress') ORDER BY due_order, deadline_rank, deadline_order, number LIMIT $1 FOR UPDATE`,
    [count],
  );

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];

function walkOf({ Plan, 'Execution Time': ms }: Explained): Walk {
  const scans = nodes(Plan).filter((node) => node['Relation Name'] === 'cases' && /Scan$/.test(node['Node Type']));
  const widest = scans.reduce((most, node) => (node['Actual Rows'] > most['Actual Rows'] ? node : most));
  return { index: widest['Index Name'] ?? widest['Node Type'], rows: widest['Actual Rows'] * widest['Actual Loops'] + (widest['Rows Removed by Filter'] ?? 0), ms };
}

/** Nothing of it stays: both transactions are rolled back. */
export async function planOfNextClaim(url: string, actor: StaffActor, inFlight: number): Promise<Walk> {
  return withClient(url, (others) =>
    withClient(url, async (client) => {
      for (const one of [others, client]) await one.query('BEGIN');
      await lockFirstFree(others, inFlight);
      const { text, values } = nextClaim(actor, new Date());
      const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
      for (const one of [others, client]) await one.query('ROLLBACK');
      return walkOf((rows[0] as { 'QUERY PLAN': [Explained] })['QUERY PLAN'][0]);
    }),
  );
}
