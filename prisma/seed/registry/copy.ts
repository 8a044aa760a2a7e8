/** Rows by COPY: text, in portions that fill the socket while the next ones are made. */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Value = string | number | boolean | null;
const PORTION = 1 << 17;

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
export const line = (values: readonly Value[]): string => `${values.map((value) => (value === null ? '\\N' : typeof value === 'string' ? value.replace(SPECIAL, (sign) => ESCAPED[sign] ?? sign) : String(value))).join('\t')}\n`;

/** Streams lines into a table; answers how many there were. */
export async function copyLines(client: Client, table: string, columns: readonly string[], lines: Iterable<string>): Promise<number> {
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  const end = finished(stream);
  // The failure is met where it is awaited; a second listener keeps it from being nobody's.
  end.catch(() => undefined);
  let [portion, rows] = ['', 0];
  for (const text of lines) {
    portion += text;
    rows += 1;
    if (portion.length < PORTION) continue;
    if (!stream.write(portion)) await Promise.race([once(stream, 'drain'), end]);
    portion = '';
  }
  stream.end(portion);
  await end;
  return rows;
}
