/** What a run leaves behind where no person may stand: addresses, what the browser keeps, the jobs, the logs, the subjects of mail. */
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { Client } from 'pg';

const kept = (folder: string, name: string): string => join(folder, 'left-behind', name);

/** Before the first journey: a copy of each job as it is asked for, and of what went wrong with it, since the queue forgets them. */
export async function keepJobs(databaseUrl: string, folder: string): Promise<void> {
  mkdirSync(join(folder, 'left-behind'), { recursive: true });
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE SCHEMA IF NOT EXISTS left_behind;
    CREATE TABLE left_behind.jobs (what text);
    CREATE FUNCTION left_behind.keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO left_behind.jobs VALUES (to_jsonb(NEW)::text); RETURN NULL; END $$;
    CREATE TRIGGER left_behind AFTER INSERT OR UPDATE ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION left_behind.keep();`);
  await client.end();
}

/** Every address that any page asked for, the page's own among them, is written down once. */
export function keepAddresses(context: BrowserContext, folder: string): void {
  const seen = new Set<string>();
  context.on('request', (request) => {
    const address = request.url();
    if (seen.has(address) || address.startsWith('data:') || address.startsWith('blob:')) return;
    seen.add(address);
    appendFileSync(kept(folder, 'addresses.log'), `${address}\n`);
  });
}

const stores = (page: Page): Promise<string> =>
  page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, (await indexedDB.databases()).map(({ name }) => name), document.title, 'caches' in window ? await caches.keys() : []]));

/** What the browser itself keeps at the end of a journey. A page that is none of ours (a PDF) keeps nothing of ours. */
export async function keepStores(contexts: readonly BrowserContext[], folder: string): Promise<void> {
  for (const context of contexts) {
    const said = await Promise.all(context.pages().filter((page) => page.url().startsWith('http')).map((page) => stores(page).catch(() => '')));
    const cookies = await context.cookies().catch(() => []);
    appendFileSync(kept(folder, 'stores.log'), `${[...said, ...cookies.map(({ name, value }) => `${name}=${value}`)].join('\n')}\n`);
  }
}

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Everything by the place where it was found. */
export async function leftBehind(databaseUrl: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ what: string }>('SELECT what FROM left_behind.jobs UNION ALL SELECT to_jsonb(j)::text FROM graphile_worker._private_jobs j');
  await client.end();
  const mails = JSON.parse(read(join(folder, 'sinks', 'mail.json')) || '[]') as { subject: string }[];
  const logs = globSync(join(folder, 'logs', '*')).map((file): [string, string] => [`log ${file.split('/').at(-1) ?? ''}`, read(file)]);
  return new Map([...logs, ['addresses', read(kept(folder, 'addresses.log'))], ['browser stores', read(kept(folder, 'stores.log'))], ['jobs', rows.map(({ what }) => what).join('\n')], ['mail subjects', mails.map(({ subject }) => subject).join('\n')]]);
}
