/** A list of person records as FEBRL writes it: CSV, one row a record, the columns named in the first. */

/** What may decide: the columns of `COLUMNS` only. The `rec_id`, which tells who is whom, and any number of a person stay out. */
export const COLUMNS = ['given_name', 'surname', 'date_of_birth', 'street_number', 'address_1', 'address_2', 'suburb', 'postcode', 'state'] as const;
export type Column = (typeof COLUMNS)[number];
export type ListRecord = Readonly<Record<Column, string>>;

export type RecordList = {
  readonly records: readonly ListRecord[];
  /** By position: who each record is. Read to count what was decided, never to decide. */
  readonly persons: readonly string[];
};

/** The cells of a line; a cell in quotation marks may hold commas, and two marks for one. */
function cells(line: string): string[] {
  const found = line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g);
  return [...found].map(([, quoted, plain]) => (quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')).trim());
}

/** `rec-12-org` and `rec-12-dup-0` are both person 12. */
const personOf = (recId: string): string => /^rec-(\d+)-/.exec(recId)?.[1] ?? recId;

/**
 * @throws RangeError when the first line names no `rec_id`.
 * @example readRecords('rec_id, given_name\nrec-1-org, ana\nrec-1-dup-0, anna').persons // ['1', '1']
 */
export function readRecords(csv: string): RecordList {
  const [head = '', ...rows] = csv.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = cells(head.replace(/^\uFEFF/, ''));
  const idAt = names.indexOf('rec_id');
  if (idAt < 0) throw new RangeError('the first line of a record list names its columns, rec_id among them');
  const places = COLUMNS.map((column) => [column, names.indexOf(column)] as const);
  const table = rows.map(cells);
  return {
    records: table.map((row) => Object.fromEntries(places.map(([column, at]) => [column, (at < 0 ? '' : (row[at] ?? '')).toLowerCase()])) as ListRecord),
    persons: table.map((row) => personOf(row[idAt] ?? '')),
  };
}
