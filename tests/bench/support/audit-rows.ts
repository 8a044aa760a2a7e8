/** An audit of many months: every draw a hash of the row's number, so that the same plan gives the same rows. */
import type { Client } from 'pg';

export type AuditPlan = { readonly rows: number; readonly months: number; readonly patients: number; readonly staff: number; readonly from: Date };

const id = (what: string, of: string, among: string): string => `md5('${what}' || (abs(hashint8(i * 7919 + ${of})::bigint) % ${among}))::uuid`;

/** Straight into the audit as the owner would import it: the trees are taken away for the load and put back. */
export async function fillAudit(client: Client, { rows, months, patients, staff, from }: AuditPlan): Promise<void> {
  await client.query('SELECT make_audit_months($1, $2)', [from, months + 4]);
  const { rows: trees } = await client.query<{ name: string; definition: string }>(`SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'audit_events' AND indexname LIKE 'audit_events_by_%'`);
  for (const { name } of trees) await client.query(`DROP INDEX ${name}`);
  const step = `make_interval(secs => ${months} * 30.0 * 86400 / ${rows})`;
  const batch = 500_000;
  for (let at = 0; at < rows; at += batch) {
    await client.query(
      `INSERT INTO audit_events (at, actor_kind, staff_id, event, case_id, patient_id, details, request_id, address)
       SELECT $1::timestamptz + i * ${step}, 'staff', ${id('staff', '1', String(staff))}, 'patient.viewed', ${id('case', '2', String(patients))}, ${id('patient', '3', String(patients))}, '{"part":"doses"}', left(md5(i::text), 16), '10.20.30.40'
       FROM generate_series($2::bigint, $3::bigint) AS i`,
      [from, at + 1, Math.min(at + batch, rows)],
    );
  }
  for (const { definition } of trees) await client.query(definition.replace(' ON ONLY ', ' ON '));
  await client.query('VACUUM (ANALYZE) audit_events');
}

/** The id that a draw gave to somebody of the bench. */
export const drawn = async (client: Client, what: 'staff' | 'patient', number: number): Promise<string> =>
  (await client.query<{ id: string }>(`SELECT md5($1)::uuid AS id`, [`${what}${number}`])).rows[0]?.id ?? '';
