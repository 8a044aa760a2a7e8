/** Starts a whole system for each worker of the run, built as it would be deployed, and stops them afterwards. Two journeys at once never share a desk. */
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { keepJobs } from './left-behind';
import type { Ports } from '@/lib/dev/ports';
import type * as SystemFile from '@/lib/dev/system';

const CLOCK = '2026-11-24T10:48';

export default async function globalSetup({ workers }: FullConfig): Promise<() => Promise<void>> {
  const { startSystem, freePorts, readDemoStaff } = createRequire(join(process.cwd(), 'package.json'))('./dist/system.js') as typeof SystemFile;
  const ports: Ports[] = [];
  while (ports.length < workers) ports.push(await freePorts(ports));
  const systems = await Promise.all(ports.map((own) => startSystem({ test: true, quiet: true, clock: CLOCK, ports: own })));
  for (const { databaseUrl, folder } of systems) await keepJobs(databaseUrl, folder);
  process.env.JOURNEYS = JSON.stringify(systems.map(({ urls, databaseUrl, folder }) => ({ urls, databaseUrl, folder, staff: readDemoStaff(folder) })));
  return async () => {
    // What the servers wrote lies beside what failed.
    systems.forEach(({ folder }, at) => cpSync(join(folder, 'logs'), join(process.cwd(), 'test-results', `logs-${at}`), { recursive: true }));
    await Promise.all(systems.map(({ stop }) => stop()));
  };
}
