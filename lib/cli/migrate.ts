/** `npm run migrate`: brings the database of OWNER_DATABASE_URL up to date, the queue's tables included. */
import { deployMigrations, installQueue } from '@/lib/dev/migrate';

async function main(): Promise<void> {
  const url = process.env.OWNER_DATABASE_URL;
  if (url === undefined) throw new Error('OWNER_DATABASE_URL is not set: it names the database and the role that owns its tables.');
  await deployMigrations(url);
  await installQueue(url);
  console.log('The database is up to date.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
