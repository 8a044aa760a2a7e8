/** `npm run audit:verify`: checks every entry, seal and link, prints one JSON line, ends with 1 and the first broken place when one is found. */
import { readHead } from '@/lib/audit/head';
import { brokenWords } from '@/lib/audit/labels';
import { verifyAudit } from '@/lib/audit/verify';
import { useDatabase } from '@/lib/platform/db';

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

async function main(): Promise<void> {
  const from = performance.now();
  const verdict = await verifyAudit(await readHead());
  const seconds = (performance.now() - from) / 1000;
  const { broken, ...counts } = verdict;
  const words = broken === null ? 'Nothing is missing and nothing was changed.' : brokenWords(broken);
  process.stdout.write(`${JSON.stringify({ ok: broken === null, ...counts, seconds: Number(seconds.toFixed(3)), entriesPerSecond: Math.round(counts.entries / seconds), broken, words }, plain)}\n`);
  await useDatabase(null);
  process.exitCode = broken === null ? 0 : 1;
}

main().catch((error: unknown) => {
  // The database or the bucket did not answer: nothing is known, which is not "unbroken".
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
