/**
 * Structured lines on stdout, by allow-list: only these fields can leave, so a name, a date of birth
 * or a phone number cannot end up in a log file by accident.
 */
type Fields = {
  requestId?: string;
  surface?: string;
  command?: string;
  look?: string;
  job?: string;
  reason?: string;
  code?: string;
  status?: number;
  ms?: number;
  count?: number;
  port?: number;
  staffId?: string;
  caseId?: string;
  documentId?: string;
};
type Level = 'info' | 'warn' | 'error';

function write(level: Level, event: string, fields: Fields = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}

/** Where a bug is, without what it said: messages of drivers and parsers quote the values they choke on. */
function place(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 4);
  return [error.name, ...frames.map((line) => line.trim())].join(' | ');
}

export const log = {
  info: (event: string, fields?: Fields): void => write('info', event, fields),
  warn: (event: string, fields?: Fields): void => write('warn', event, fields),
  error: (event: string, fields?: Fields): void => write('error', event, fields),
  failure: (event: string, error: unknown, fields?: Fields): void =>
    write('error', event, { ...fields, code: (error as { code?: string } | null)?.code, reason: place(error) }),
};
