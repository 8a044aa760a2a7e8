/**
 * Derives the small code tables of `lib/immunizations/codes` from the CDC code sets:
 *   derive-code-tables <xml> <yyyy-mm compiled>
 * The XML is the compiled code base of AIRA (immregistries/codebase, Apache-2.0). Its use dates stay behind: most are
 * the days of a table's revision, not of a vaccine (`use-overrides.ts` has the curated ones).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OUT = 'lib/immunizations/codes';
const SOURCE = 'CDC immunization code sets, compiled in the AIRA code base (immregistries/codebase, Apache-2.0)';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const KINDS: Readonly<Record<string, string>> = {
  vaccine: 'vaccine',
  unspecified: 'unspecified',
  'foreign vaccine': 'foreign',
  'non vaccine': 'non_vaccine',
  'never active': 'never_active',
  pending: 'pending',
};

type Code = { readonly value: string; readonly label: string; readonly block: string };

const plain = (xml: string): string =>
  xml
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
const textOf = (block: string, tag: string): string => plain(new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(block)?.[1] ?? '');
const monthOf = (block: string, tag: string): number | undefined => {
  const text = textOf(block, tag);
  return text === '' ? undefined : Number(text);
};

const linked = (block: string, set: string): string[] =>
  [...block.matchAll(new RegExp(`<link-to codeset="${set}">([^<]*)</link-to>`, 'g'))].map(([, value]) => plain(value ?? ''));

function codesOf(xml: string, type: string): Code[] {
  const set = xml.split('<codeset>').find((part) => textOf(part, 'type') === type);
  if (set === undefined) throw new Error(`no code set ${type} in this file`);
  return [...set.matchAll(/<code>([\s\S]*?)<\/code>/g)].map(([, block = '']) => ({
    value: textOf(block, 'value'),
    label: textOf(block, 'label'),
    block,
  }));
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();
const byNumber = (a: string, b: string): number => Number(a) - Number(b);

function cvxRow({ value, label, block }: Code): object {
  const concept = textOf(block, 'concept-type');
  const kind = textOf(block, 'status') === 'Valid' ? KINDS[concept] : 'withdrawn';
  if (kind === undefined) throw new Error(`CVX ${value}: kind "${concept}" is new`);
  return { cvx: value, label, kind, fromMonth: monthOf(block, 'not-before-month'), toMonth: monthOf(block, 'not-after-month') };
}

/** Trade names, with the makers that only the older product list still knows. */
function productRows(xml: string): object[] {
  const products = codesOf(xml, 'VACCINE_PRODUCT');
  return codesOf(xml, 'VACCINATION_TRADE_NAME').map(({ value, block }) => {
    const older = products.filter((product) => product.value.toUpperCase() === value.toUpperCase());
    const makers = [block, ...older.map((product) => product.block)].flatMap((part) => linked(part, 'VACCINATION_MANUFACTURER_CODE'));
    return { name: value, cvx: unique(linked(block, 'VACCINATION_CVX_CODE')).sort(byNumber), mvx: unique(makers) };
  });
}

function groupTable(xml: string): { groups: Record<string, string>; byCvx: Record<string, string[]> } {
  const groups = codesOf(xml, 'VACCINE_GROUP');
  const byCvx = codesOf(xml, 'VACCINATION_CVX_CODE')
    .map(({ value, block }): [string, string[]] => [value, unique(linked(block, 'VACCINE_GROUP'))])
    .filter(([, links]) => links.length > 0);
  return { groups: Object.fromEntries(groups.map(({ value, label }) => [value, label])), byCvx: Object.fromEntries(byCvx) };
}

/** One row a line: a new edition of the code sets is then read as a difference of rows. */
const rowsText = (rows: readonly object[]): string => `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n ]`;
const mapText = (map: object): string =>
  `{\n${Object.entries(map)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n')}\n }`;

const [file, compiled] = process.argv.slice(2);
if (file === undefined || compiled === undefined) throw new Error('derive-code-tables <xml> <yyyy-mm compiled>');
const xml = readFileSync(file, 'utf8');
const write = (name: string, fields: Readonly<Record<string, string>>): void => {
  const head = [`"source": ${JSON.stringify(SOURCE)}`, `"compiled": ${JSON.stringify(compiled)}`];
  const body = Object.entries(fields).map(([key, text]) => `${JSON.stringify(key)}: ${text}`);
  writeFileSync(join(OUT, name), `{\n ${[...head, ...body].join(',\n ')}\n}\n`);
};

const { groups, byCvx } = groupTable(xml);
const cvxCodes = codesOf(xml, 'VACCINATION_CVX_CODE').sort((a, b) => byNumber(a.value, b.value));
const makers = codesOf(xml, 'VACCINATION_MANUFACTURER_CODE').sort((a, b) => a.value.localeCompare(b.value));
write('cvx.json', { codes: rowsText(cvxCodes.map(cvxRow)) });
write('mvx.json', { makers: mapText(Object.fromEntries(makers.map(({ value, label }) => [value, label]))) });
write('trade-names.json', { products: rowsText(productRows(xml)) });
write('vaccine-groups.json', { groups: mapText(groups), byCvx: mapText(byCvx) });
console.log(`${cvxCodes.length} CVX, ${makers.length} MVX, ${Object.keys(groups).length} groups`);
