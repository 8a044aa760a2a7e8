/**
 * Derives `lib/staff/common-passwords.json` from the list of @zxcvbn-ts/language-common (MIT):
 *   derive-common-passwords <passwords.json> <version> <yyyy-mm-dd>
 * Kept are the first words of letters alone, which people put together, and every entry as long as a password must be.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const OUT = 'lib/staff/common-passwords.json';
const KEPT = 2500;

function main(list: string | undefined, version: string | undefined, derivedOn: string | undefined): void {
  if (list === undefined || version === undefined || derivedOn === undefined) throw new Error('Say the list, its version and the date: derive-common-passwords <passwords.json> <version> <yyyy-mm-dd>');
  const all = JSON.parse(readFileSync(list, 'utf8')) as string[];
  const words = all.filter((entry) => /^[a-z]{4,14}$/.test(entry)).slice(0, KEPT);
  const whole = all.filter((entry) => /^[a-z0-9]{15,}$/.test(entry));
  writeFileSync(OUT, `${JSON.stringify({ source: '@zxcvbn-ts/language-common, MIT, most common first', version, derivedOn, words, whole }, null, 1)}\n`);
}

main(...(process.argv.slice(2) as [string, string, string]));
