/** Roles, database and what belongs to them, made as often as one likes. Migrations grant to these names and create none. */
import { Client } from 'pg';

/** Roles belong to the cluster: one log-in for each process, one for the owner who migrates, one who only reads. */
export const ROLES = ['app_owner', 'staff_app', 'public_app', 'worker_app', 'auditor'] as const;
export type Role = (typeof ROLES)[number];
export type RolePasswords = Record<Role, string>;

export async function withClient<T>(url: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

export async function createRoles(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    for (const role of ROLES) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${role}`);
      const rights = role === 'app_owner' ? 'CREATEDB' : 'NOCREATEDB';
      await client.query(`ALTER ROLE ${role} LOGIN ${rights} NOINHERIT NOSUPERUSER NOCREATEROLE PASSWORD ${client.escapeLiteral(passwords[role])}`);
    }
  });
}

/** Belongs to app_owner; only our roles may enter, and none of them may fill the disk with temporary tables. */
export async function createDatabase(superuserUrl: string, name: string, template?: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    const from = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)} STRATEGY FILE_COPY`;
    const database = client.escapeIdentifier(name);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER app_owner${from}`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${ROLES.join(', ')}`);
  });
}

/** The same server and database under a role's own log-in. */
export function urlFor(superuserUrl: string, role: Role, passwords: RolePasswords): string {
  const url = new URL(superuserUrl);
  url.username = role;
  url.password = passwords[role];
  return url.href;
}
