/**
 * `npm run audit:verify`: checks every entry, seal and link, prints one JSON line. Ends with 0 when nothing is broken, with 1
 * and the first broken place when something is, with 2 when database or bucket did not answer. `-- --demo` checks a running demo.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHead } from '@/lib/audit/head';
import { brokenWords } from '@/lib/audit/labels';
import { verifyAudit } from '@/lib/audit/verify';
import { demoWorkerEnvironment } from '@/lib/dev/demo-environment';
import { useDatabase } from '@/lib/platform/db';
import { followClock } from '@/lib/platform/clock';

const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false }, data: { type: 'string', default: '.demo' }, 'port-base': { type: 'string', default: '3000' } } });

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

async function main(): Promise<void> {
  if (values.demo) Object.assign(process.env, demoWorkerEnvironment(resolve(values.data), Number(values['port-base'])));
  const stopClock = await followClock();
  const from = performance.now();
  const { broken, ...counts } = await verifyAudit(await readHead());
  const seconds = (performance.now() - from) / 1000;
  const words = broken === null ? 'Nothing is missing and nothing was changed.' : brokenWords(broken);
  process.stdout.write(`${JSON.stringify({ ok: broken === null, ...counts, seconds: Number(seconds.toFixed(3)), entriesPerSecond: Math.round(counts.entries / seconds), broken, words }, plain)}\n`);
  await stopClock();
  await useDatabase(null);
  process.exitCode = broken === null ? 0 : 1;
}

main().catch((error: unknown) => {
  // Nothing is known, which is not "unbroken".
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
