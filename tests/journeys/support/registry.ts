/** What a journey needs to stand in the registry before it begins, written as the registry's import would. */
import { Client } from 'pg';
import { journey } from './desk';

export async function ask<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: journey().databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Renata Quintero of New Haven before she married and moved: another last name, another phone, three doses. */
export async function addRenata(): Promise<string> {
  const [patient] = await ask<{ id: string }>(`INSERT INTO patients (birth_on, sex, created_at) VALUES ('1994-03-05', 'F', now()) RETURNING id`);
  const id = patient?.id ?? '';
  const [name] = await ask<{ id: string }>(`INSERT INTO patient_names (patient_id, use, given, family, source, added_at) VALUES ($1, 'current', 'Renata', 'Quintero', 'birth registration', now()) RETURNING id`, [id]);
  await ask(`INSERT INTO patient_name_forms (patient_id, name_id, family, given, family_sound, given_sound, birth_on) VALUES ($1, $2, 'quintero', 'renata', 'KNTR', 'RNT', '1994-03-05')`, [id, name?.id]);
  await ask(`INSERT INTO patient_contacts (patient_id, kind, value, normalized, mobile, owner, source, portal_use, added_at) VALUES ($1, 'phone', '(203) 555-0177', '+12035550177', true, 'self', 'Elm Street Pediatrics', true, now())`, [id]);
  await ask(`INSERT INTO patient_contacts (patient_id, kind, value, normalized, owner, source, portal_use, added_at) VALUES ($1, 'email', 'renata.qv@example.com', 'renata.qv@example.com', 'self', 'Elm Street Pediatrics', true, now())`, [id]);
  await ask(`INSERT INTO patient_addresses (patient_id, line1, city, state, zip, street, current, source, added_at) VALUES ($1, '27 Larkspur Ln', 'Hamden', 'CT', '06514', '27 larkspur ln', true, 'Elm Street Pediatrics', now())`, [id]);
  await ask(
    `INSERT INTO doses (patient_id, cvx, trade_name, mvx, lot, given_on, source, organization, recorded_at) VALUES
     ($1, '208', NULL, 'PFR', 'EN6198', '2021-03-11', '00', 'Hartford HealthCare', now()), ($1, '208', NULL, 'PFR', 'ER8733', '2021-04-01', '00', 'Hartford HealthCare', now()), ($1, '115', 'Boostrix', 'SKB', 'AB12C', '2019-08-20', '00', 'Elm Street Pediatrics', now())`,
    [id],
  );
  return id;
}
