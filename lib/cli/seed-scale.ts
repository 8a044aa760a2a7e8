/** `npm run seed-scale -- --cases 1000000 --open 100000`: many cases for the empty, migrated database of OWNER_DATABASE_URL. */
import { parseArgs } from 'node:util';
import { withClient } from '@/lib/dev/database';
import { Obstacle } from '@/lib/dev/places';
import { seedScale } from '@/prisma/seed/scale/seed-scale';

const { values } = parseArgs({ options: { cases: { type: 'string', default: '1000000' }, open: { type: 'string', default: '100000' }, staff: { type: 'string', default: '70' } } });

async function main(): Promise<void> {
  const url = process.env.OWNER_DATABASE_URL;
  if (url === undefined) throw new Obstacle('OWNER_DATABASE_URL is not set: it names an empty database and the role that owns its tables.');
  const [cases, open, staff] = [Number(values.cases), Number(values.open), Number(values.staff)];
  if (![cases, open, staff].every((count) => Number.isInteger(count) && count > 0) || open > cases) throw new Obstacle('--cases, --open and --staff are whole numbers, and no more cases are open than there are.');
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>('SELECT EXISTS (SELECT 1 FROM cases) OR EXISTS (SELECT 1 FROM staff) AS there');
    if (rows[0]?.there !== false) throw new Obstacle('The database is not empty: these invented people never go beside real ones.');
    await seedScale(client, { cases, open, staff, at: new Date() }, (made, count, ms) => console.log(`${made.padEnd(16)}${String(count).padStart(9)} rows  ${(ms / 1000).toFixed(1)} s`));
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Obstacle ? error.message : error);
  process.exit(1);
});
