/** `npm run match:lab -- FILE …`: labelled pairs (AIRA's text) or a record list (CSV with `rec_id`) → one line of JSON a file. */
import { readFileSync } from 'node:fs';
import { reportFile } from '@/lib/patients/matching/lab/reports';

function main(paths: readonly string[]): void {
  if (paths.length === 0) throw new RangeError('Say which file: npm run match:lab -- pairs.txt, or -- list.csv, or -- --decisions');
  for (const path of paths) console.log(JSON.stringify(reportFile(readFileSync(path, 'utf8'))));
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
