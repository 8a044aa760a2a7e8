import { defineConfig } from 'prisma/config';

/** The owner's database is named only where one is needed: `generate` and `validate` run without. */
const url = process.env.OWNER_DATABASE_URL;

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url === undefined ? {} : { datasource: { url } }),
});
