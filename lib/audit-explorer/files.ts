/** The audit as a file: what a spreadsheet opens without running anything, or JSON, one entry a line. */
import type { AuditLine } from '@/lib/audit/lines';
import { officeTime, officeDate, staffDate } from '@/lib/platform/dates';
import type { AuditFilters } from './schema';

export type FileFormat = 'csv' | 'json';
export type FileRow = AuditLine & { readonly event: string; readonly requestId: string; readonly address: string | null };
export type FileFacts = { readonly filters: AuditFilters; readonly uptoId: bigint; readonly at: Date };

/** What a spreadsheet would take for a formula begins with a quote instead (OWASP, CSV injection); every cell stands in quotes. */
export const csvCell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const changesText = (line: AuditLine): string => line.changes.map(({ field, before, after }) => `${field}: ${before ?? 'none'} → ${after ?? 'none'}`).join('; ');

const HEADS = ['Entry', 'At (UTC)', 'Day', 'Time in Hartford', 'Who', 'What', 'Event', 'Changes', 'Case', 'CT WiZ', 'Address', 'Request'];
const cells = (row: FileRow): string[] => [
  row.id,
  row.at.toISOString(),
  staffDate(officeDate(row.at)),
  officeTime(row.at),
  row.who,
  row.words,
  row.event,
  changesText(row),
  row.caseNumber === null ? '' : `C-${row.caseNumber}`,
  row.registryNumber === null ? '' : String(row.registryNumber),
  row.address ?? '',
  row.requestId,
];

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
const csv = (rows: readonly FileRow[]): string => `\uFEFF${[HEADS, ...rows.map(cells)].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;

function json(rows: readonly FileRow[], { filters, uptoId, at }: FileFacts): string {
  const entries = rows.map(({ id, at: when, who, words, event, changes, caseNumber, registryNumber, address, requestId }) =>
    JSON.stringify({ entry: Number(id), at: when.toISOString(), who, words, event, changes, case: caseNumber ?? null, ctWiz: registryNumber ?? null, address, request: requestId }),
  );
  return `{"exportedAt":${JSON.stringify(at.toISOString())},"upToEntry":${uptoId},"filters":${JSON.stringify(filters)},"entries":[\n${entries.join(',\n')}\n]}\n`;
}

export const fileOf = (format: FileFormat, rows: readonly FileRow[], facts: FileFacts): Buffer => Buffer.from(format === 'csv' ? csv(rows) : json(rows, facts), 'utf8');

/** Says nothing of anybody: the day and the beginning of the checksum. */
export const fileName = (format: FileFormat, at: Date, sha256: string): string => `audit-${officeDate(at)}-${sha256.slice(0, 8)}.${format}`;

/** What `sha256sum --check` reads. */
export const checksumFile = (name: string, sha256: string): string => `${sha256}  ${name}\n`;
