/**
 * Derives the small name tables of `lib/patients/matching`, and the larger one of the invented registry, from their public sources:
 *   derive-name-tables <folder> <yyyy-mm-dd>
 * The folder holds `nicknames.csv`, `placeholder-names.txt` and the three `*-1990.txt` of the 1990 census.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactKey, nameKey } from '@/lib/patients/matching/normalise';

const OUT = 'lib/patients/matching';
const SEED = 'prisma/seed/registry';
const KEPT = 2000;
/** The list is of given names; these of its entries, and the words testers type, are no surname either. */
const NO_FAMILY = ['unknown', 'unnamed', 'noname', 'nolastname', 'nolastnam', 'none', 'empty', 'missing', 'babyboy', 'babygirl', 'newborn'];
const ADDED = ['test', 'testing', 'testpatient', 'testtest', 'unk', 'xxx', 'xxxx', 'notgiven', 'notprovided', 'refused', 'donotuse'];

const unique = (list: readonly string[]): string[] => [...new Set(list)].sort();
const lines = (path: string): string[] => readFileSync(path, 'utf8').split(/\r?\n/).filter((line) => line.trim() !== '');
const write = (name: string, table: object, folder = OUT): void => writeFileSync(join(folder, name), `${JSON.stringify(table, null, 1)}\n`);

function shares(path: string): Map<string, number> {
  const rows = lines(path).map((line) => line.trim().split(/\s+/));
  return new Map(rows.map(([name, percent]) => [nameKey(name ?? ''), Number(percent)]));
}

/** Per 100,000 people, the most frequent first. */
function perHundredThousand(percent: ReadonlyMap<string, number>): Record<string, number> {
  const ranked = [...percent].sort(([, a], [, b]) => b - a).slice(0, KEPT);
  return Object.fromEntries(ranked.map(([name, share]) => [name, Math.max(1, Math.round(share * 1000))]));
}

/** All of a list, `name weight`, thousandths of a percent: an invented registry wants the tail too. */
const wholeList = (path: string): string[] => [...shares(path)].map(([name, percent]) => `${name} ${Math.max(1, Math.round(percent * 1000))}`);

function bothSexes(folder: string): Map<string, number> {
  const [male, female] = ['male-first-1990.txt', 'female-first-1990.txt'].map((file) => shares(join(folder, file)));
  const names = new Set([...(male?.keys() ?? []), ...(female?.keys() ?? [])]);
  return new Map([...names].map((name) => [name, ((male?.get(name) ?? 0) + (female?.get(name) ?? 0)) / 2]));
}

function nicknames(folder: string): Record<string, string> {
  const table = new Map<string, string[]>();
  for (const line of lines(join(folder, 'nicknames.csv')).slice(1)) {
    const [formal, , nickname] = line.split(',').map(nameKey);
    if (formal && nickname) table.set(formal, [...(table.get(formal) ?? []), nickname]);
  }
  return Object.fromEntries([...table].map(([formal, names]) => [formal, unique(names).join(',')]));
}

function main(folder: string | undefined, derivedOn: string | undefined): void {
  if (folder === undefined || derivedOn === undefined) throw new Error('Say the folder of the sources and the date: derive-name-tables <folder> <yyyy-mm-dd>');
  write('placeholders.json', {
    source: 'Minnesota list of placeholder names (2018), as carried by AIRA\'s codebase repository; `added` is our own',
    derivedOn,
    given: unique(lines(join(folder, 'placeholder-names.txt')).map(compactKey)),
    family: NO_FAMILY,
    added: ADDED,
  });
  write('nicknames.json', { source: 'github.com/carltonnorthern/nicknames, Apache-2.0', version: derivedOn, derivedOn, nicknames: nicknames(folder) });
  write('name-frequencies.json', {
    source: 'US Census Bureau, Frequently Occurring Surnames and First Names from Census 1990',
    derivedOn,
    unit: 'people per 100,000',
    family: perHundredThousand(shares(join(folder, 'last-names-1990.txt'))),
    given: perHundredThousand(bothSexes(folder)),
  });
  const list = (name: string): string => wholeList(join(folder, `${name}-1990.txt`)).join(',');
  write('census-names.json', { source: 'US Census Bureau, Frequently Occurring Surnames and First Names from Census 1990', derivedOn, unit: 'people per 100,000', family: list('last-names'), F: list('female-first'), M: list('male-first') }, SEED);
}

main(process.argv[2], process.argv[3]);
