/** Ways to keep an audit that many people write to at once: ours, an insert into a plain table, and a chain within the insert. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const ROW = `(at, actor_kind, staff_id, event, case_id, patient_id, details, request_id, address) VALUES (clock_timestamp(), 'staff', $1::uuid, 'patient.viewed', $2::uuid, $3::uuid, '{"part":"doses"}', 'bench', '10.20.30.40')`;
export const WAYS = {
  ours: { text: `INSERT INTO audit_append ${ROW}` },
  plain: { text: `INSERT INTO plain_events ${ROW}` },
  chained: { text: `INSERT INTO chained_events ${ROW}` },
} as const;
export type Way = keyof typeof WAYS;

/** The same columns and trees without months, seals or guards; and once more with each row hashed to the one before as it is written. */
export async function addUsualWays(owner: Client): Promise<void> {
  for (const table of ['plain_events', 'chained_events']) {
    await owner.query(`CREATE TABLE ${table} (LIKE audit_events); ALTER TABLE ${table} DROP COLUMN id; ALTER TABLE ${table} ADD COLUMN id bigserial PRIMARY KEY`);
    await owner.query(`
      CREATE INDEX ON ${table} (at, id);
      CREATE INDEX ON ${table} (patient_id, at, id) WHERE patient_id IS NOT NULL;
      CREATE INDEX ON ${table} (staff_id, at, id) WHERE staff_id IS NOT NULL;
      CREATE INDEX ON ${table} (case_id, at, id) WHERE case_id IS NOT NULL;
      CREATE INDEX ON ${table} (submission_id, at, id) WHERE case_id IS NULL AND submission_id IS NOT NULL;
      CREATE INDEX ON ${table} (document_id, at, id) WHERE case_id IS NULL AND document_id IS NOT NULL;
      GRANT INSERT ON ${table} TO staff_app; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO staff_app`);
  }
  await owner.query(`
    ALTER TABLE chained_events ADD COLUMN digest bytea;
    CREATE TABLE chain_head (one bool PRIMARY KEY DEFAULT true, digest bytea NOT NULL);
    INSERT INTO chain_head (digest) VALUES (decode(repeat('00', 32), 'hex'));
    CREATE FUNCTION chain_it() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE last bytea;
    BEGIN
      SELECT digest INTO last FROM chain_head FOR UPDATE;
      NEW.digest := sha256(last || convert_to(NEW.id || '|' || NEW.at || '|' || NEW.event || '|' || NEW.details, 'UTF8'));
      UPDATE chain_head SET digest = NEW.digest;
      RETURN NEW;
    END $$;
    CREATE TRIGGER chain_it BEFORE INSERT ON chained_events FOR EACH ROW EXECUTE FUNCTION chain_it()`);
}

export async function connectAll(url: string, clients: number): Promise<Client[]> {
  const all = Array.from({ length: clients }, () => new Client({ connectionString: url }));
  await Promise.all(all.map((client) => client.connect()));
  return all;
}

/**
 * Entries a second that so many connections write for so long, each in a transaction of its own. `heldMs`: how long the
 * transaction goes on after its entry, as that of a change does.
 */
export async function appendFor(clients: readonly Client[], way: Way, ms: number, heldMs = 0): Promise<number> {
  const from = performance.now();
  let written = 0;
  const [staff, patient] = [randomUUID(), randomUUID()];
  await Promise.all(
    clients.map(async (client) => {
      const entry = () => client.query({ name: way, text: WAYS[way].text, values: [staff, randomUUID(), patient] });
      while (performance.now() - from < ms) {
        if (heldMs === 0) await entry();
        else {
          await client.query('BEGIN');
          await entry();
          await pause(heldMs);
          await client.query('COMMIT');
        }
        written += 1;
      }
    }),
  );
  return written / ((performance.now() - from) / 1000);
}
