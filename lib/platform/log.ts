/**
 * Structured lines on stdout, by allow-list: only these fields can leave, each in its own narrow form, so a name, a date
 * of birth or a phone number cannot end up in a log file by accident. What does not fit is dropped or said to be withheld.
 */
import { z } from 'zod';
import { requestId } from './request';

/** Names of our own: `case.note`, `too_large`. */
const word = z.string().max(80).regex(/^[a-z][a-z0-9_.]*$/);
/** Codes of drivers and of Node: `ECONNREFUSED`, `P2034`, `42501`. */
const code = z.string().max(40).regex(/^(?:[A-Z][A-Z0-9_]+|[2-5][0-9A-Z]{4})$/).refine((text) => !/\d{6}/.test(text));
const id = z.string().regex(/^(?:[a-z_.]+:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^none$/);
const number = z.number().finite();

/** The closed list of what may stand in a line. */
export const LOGGABLE = {
  requestId: id,
  surface: z.enum(['staff', 'public']),
  command: word,
  look: word,
  job: word,
  reason: word,
  code,
  status: number,
  ms: number,
  count: number,
  port: number,
  staffId: id,
  caseId: id,
  documentId: id,
  /** Made by `placeOf` alone: names of errors, functions and files. */
  place: z.string().max(1_000),
} as const;

type Loggable = typeof LOGGABLE;
export type Fields = { [K in Exclude<keyof Loggable, 'place'>]?: z.input<Loggable[K]> };
type Level = 'info' | 'warn' | 'error';

/** Only what is on the list and has its form; a value of another form is said to be withheld, a key that is not listed is not said at all. */
function loggable(fields: object): Record<string, unknown> {
  const entries = Object.entries(fields).filter(([key, value]) => Object.hasOwn(LOGGABLE, key) && value !== undefined && value !== null);
  return Object.fromEntries(entries.map(([key, value]) => [key, LOGGABLE[key as keyof Loggable].safeParse(value).success ? (value as unknown) : '(withheld)']));
}

function write(level: Level, event: string, fields: object = {}): void {
  const line = { at: new Date().toISOString(), level, event: word.safeParse(event).success ? event : '(withheld)', ...loggable({ requestId: requestId(), ...fields }) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const FRAME = /^at [\w$.<>\[\] /()@:\\-]+$/;

/** Where a bug is, without what it said: messages of drivers and parsers quote the values they choke on. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // The message stands before the frames and may itself have lines that look like one: those are cut off with it.
  const stack = (error.stack ?? '').replace(`${error.name}: ${error.message}`, '').replace(error.message, '');
  const frames = stack.split('\n').map((line) => line.trim()).filter((line) => FRAME.test(line)).slice(0, 4);
  return [/^\w{1,60}$/.test(error.name) ? error.name : 'Error', ...frames].join(' | ').slice(0, 1_000);
}

export const log = {
  info: (event: string, fields?: Fields): void => write('info', event, fields),
  warn: (event: string, fields?: Fields): void => write('warn', event, fields),
  error: (event: string, fields?: Fields): void => write('error', event, fields),
  failure: (event: string, error: unknown, fields?: Fields): void =>
    write('error', event, { ...fields, code: (error as { code?: string } | null)?.code, place: placeOf(error) }),
};
