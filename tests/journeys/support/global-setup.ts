/** Starts a whole system for the run, built as it would be deployed, and stops it afterwards. */
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { keepJobs } from './left-behind';
import type * as SystemFile from '@/lib/dev/system';

export default async function globalSetup(): Promise<() => Promise<void>> {
  const { startSystem, readDemoStaff } = createRequire(join(process.cwd(), 'package.json'))('./dist/system.js') as typeof SystemFile;
  const system = await startSystem({ test: true, quiet: true, clock: '2026-11-24T10:48' });
  await keepJobs(system.databaseUrl, system.folder);
  process.env.JOURNEY = JSON.stringify({ urls: system.urls, databaseUrl: system.databaseUrl, folder: system.folder, staff: readDemoStaff(system.folder) });
  return async () => {
    // What the servers wrote lies beside what failed.
    cpSync(join(system.folder, 'logs'), join(process.cwd(), 'test-results', 'logs'), { recursive: true });
    await system.stop();
  };
}
