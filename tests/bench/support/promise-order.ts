/**
 * What "promise order" can mean when many take at once. One person alone gets exactly the order. Of fifty, the one whose
 * claim is written first may have been handed the fiftieth case, because the 49 before it lie in other hands that instant;
 * so each case was, at its claim, among the first fifty that had no claim yet.
 */
import type { Client } from 'pg';

/** `ahead`: how many cases of an older promise were claimed only after this one. */
export type Taken = { number: number; claims: number; ahead: number };

/** By the claims' own ids (version 7: their time to the fraction of a millisecond). */
export async function takenInOrder(client: Client): Promise<Taken[]> {
  const { rows } = await client.query<{ number: number; place: number; claims: number }>(`
    SELECT c.number, (row_number() OVER (ORDER BY c.due_order, c.deadline_rank, c.deadline_order, c.number))::int AS place, k.claims
    FROM cases c JOIN (SELECT case_id, min(id::text) AS first, count(*)::int AS claims FROM case_claims GROUP BY case_id) k ON k.case_id = c.id
    ORDER BY k.first`);
  return rows.map(({ number, place, claims }, at) => ({ number, claims, ahead: rows.slice(at + 1).filter((later) => later.place < place).length }));
}

/** The numbers of the cases that wait, oldest promise first. */
export async function waitingNumbers(client: Client): Promise<number[]> {
  const { rows } = await client.query<{ number: number }>(`SELECT number FROM cases WHERE state IN ('new', 'in_progress') AND holder_id IS NULL ORDER BY due_order, deadline_rank, deadline_order, number`);
  return rows.map(({ number }) => number);
}
