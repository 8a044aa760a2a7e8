/** `npm run match:lab -- --decisions`: in which band candidates stood against what staff decided, from the database of DATABASE_URL. */
import { reportDecisions } from '@/lib/cases/queries/decisions';
import { useDatabase } from '@/lib/platform/db';

async function main(url: string | undefined): Promise<void> {
  if (url === undefined) throw new RangeError('DATABASE_URL is not set: it names the database whose decisions are counted.');
  await useDatabase(url);
  console.log(JSON.stringify(await reportDecisions()));
  await useDatabase(null);
}

main(process.env.DATABASE_URL).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
