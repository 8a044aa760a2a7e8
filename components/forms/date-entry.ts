/**
 * Reads what a clerk types into a date box: `3/5/24`, `030524`, `mar 5 24`, `2024-03-05`, `t`, `t-1`.
 * Month before day, as staff read dates. What can mean two days is asked, never guessed.
 */
import { addDays, asCalendarDate, asPartialDate, type CalendarDate, type PartialDate } from '@/lib/platform/dates';

export type DateScope =
  /** Already happened: nothing after today. */
  | 'past'
  /** A date of birth: nothing after today, and two digits may mean either century. */
  | 'birth'
  /** Also ahead, as an expiry or an appointment. */
  | 'any';

export type DateRules = { today: CalendarDate; scope?: DateScope; partial?: boolean };

export type Ask = 'no_year' | 'day_first' | 'two_centuries' | 'day_or_year';
export type Unreadable = 'not_a_date' | 'no_such_month' | 'no_such_day' | 'after_today' | 'too_early' | 'day_missing';

export type DateReading =
  | { kind: 'empty' }
  | { kind: 'date'; on: CalendarDate }
  | { kind: 'partial'; on: PartialDate }
  | { kind: 'ask'; why: Ask; choices: readonly PartialDate[] }
  | { kind: 'unreadable'; why: Unreadable };

/** As typed: the year keeps its digits, because two of them are a question. */
type Parts = { year: string | null; month: number; day: number | null };

const EARLIEST_YEAR = 1900;
const OLDEST_PERSON = 115;
const YEARS_AHEAD = 20;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const iso = (year: number, month: number, day: number | null): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), ...(day === null ? [] : [String(day).padStart(2, '0')])].join('-');

const yearOf = (on: string): number => Number(on.slice(0, 4));

/** A date as far as it is typed, real or null. */
const real = (year: number, { month, day }: Parts): PartialDate | null => asPartialDate(iso(year, month, day));

const full = (parts: Parts, year: number): CalendarDate | null => (parts.day === null ? null : asCalendarDate(iso(year, parts.month, parts.day)));

function monthNamed(word: string): number | null {
  const at = MONTHS.findIndex((month) => word.length >= 3 && (word === month || fullNames[MONTHS.indexOf(month)]?.startsWith(word)));
  return at < 0 ? (word === 'sept' ? 9 : null) : at + 1;
}
const fullNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** `mar 5 24`, `5 mar 2024`, `march 5, 2024`, `mar 2024`. */
function named(text: string): Parts | null {
  const words = text.split(/[\s,./-]+/).filter(Boolean);
  const at = words.findIndex((word) => monthNamed(word) !== null);
  if (at < 0 || at > 1 || words.length > 3) return null;
  const month = monthNamed(words[at] ?? '') ?? 0;
  const [first, second] = words.filter((_, place) => place !== at).map((word) => word.replace(/^(\d{1,2})(st|nd|rd|th)$/, '$1'));
  if (first === undefined || !/^\d+$/.test(first) || (second !== undefined && !/^\d{2}(\d{2})?$/.test(second))) return null;
  if (first.length === 4) return second === undefined ? { year: first, month, day: null } : null;
  return first.length > 2 ? null : { year: second ?? null, month, day: Number(first) };
}

/** `3/5/24`, `3-5-2024`, `3.5.24`, `2024-03-05`, `3/5`, `3/2024`, `2024-03`. */
function separated(text: string): Parts | null {
  const pieces = text.split(/\s*[/.\-\s]\s*/);
  if (pieces.length < 2 || pieces.length > 3 || !pieces.every((piece) => /^\d{1,4}$/.test(piece))) return null;
  const [a = '', b = '', c] = pieces;
  if (a.length === 4) return b.length > 2 || (c?.length ?? 0) > 2 ? null : { year: a, month: Number(b), day: c === undefined ? null : Number(c) };
  if (a.length > 2) return null;
  if (c === undefined) return b.length === 4 ? { year: b, month: Number(a), day: null } : b.length > 2 ? null : { year: null, month: Number(a), day: Number(b) };
  return b.length > 2 || (c.length !== 2 && c.length !== 4) ? null : { year: c, month: Number(a), day: Number(b) };
}

/** `030524`, `03052024`, `20240305`: no month is 19 or 20, so eight digits can be told apart. */
function digitsOnly(text: string): Parts | null {
  if (!/^(\d{6}|\d{8})$/.test(text)) return null;
  if (text.length === 8 && /^(19|20)/.test(text)) return { year: text.slice(0, 4), month: Number(text.slice(4, 6)), day: Number(text.slice(6)) };
  return { year: text.slice(4), month: Number(text.slice(0, 2)), day: Number(text.slice(2, 4)) };
}

/** The years that two typed digits may mean, the likeliest first. */
function years(typed: string, { today, scope = 'past' }: DateRules): number[] {
  if (typed.length === 4) return [Number(typed)];
  const now = yearOf(today);
  const century = now - (now % 100);
  const candidates = [century + 100, century, century - 100].map((start) => start + Number(typed));
  const last = scope === 'any' ? now + YEARS_AHEAD : now;
  const span = scope === 'birth' ? OLDEST_PERSON : 100;
  return candidates.filter((year) => year <= last && year > last - span);
}

function judged(on: PartialDate, { today, scope = 'past', partial = false }: DateRules): DateReading {
  if (yearOf(on) < EARLIEST_YEAR) return { kind: 'unreadable', why: 'too_early' };
  if (scope !== 'any' && on > today.slice(0, on.length)) return { kind: 'unreadable', why: 'after_today' };
  const whole = asCalendarDate(on);
  if (whole !== null) return { kind: 'date', on: whole };
  return partial ? { kind: 'partial', on } : { kind: 'unreadable', why: 'day_missing' };
}

/** No year typed: the last time that day was, or for `any` the next. */
function yearMissing(parts: Parts, { today, scope = 'past' }: DateRules): DateReading {
  const now = yearOf(today);
  const around = scope === 'any' ? [now, now + 1, now - 1] : [now, now - 1, now - 2, now - 3, now - 4];
  const choices = around.map((year) => full(parts, year)).filter((on) => on !== null && (scope === 'any' || on <= today));
  const offered = choices.slice(0, 2) as unknown as PartialDate[];
  return offered.length > 0 ? { kind: 'ask', why: 'no_year', choices: offered } : { kind: 'unreadable', why: 'no_such_day' };
}

/** A month over 12 whose day could be one: asked, because a slip of the finger looks the same. */
function dayFirst(parts: Parts, rules: DateRules): DateReading {
  const turned: Parts = { ...parts, month: parts.day ?? 0, day: parts.month };
  const reading = parts.day !== null && parts.day >= 1 && parts.day <= 12 && parts.month <= 31 ? settled(turned, rules) : null;
  if (reading?.kind === 'date') return { kind: 'ask', why: 'day_first', choices: [reading.on as unknown as PartialDate] };
  if (reading?.kind === 'ask') return { ...reading, why: 'day_first' };
  return { kind: 'unreadable', why: 'no_such_month' };
}

function settled(parts: Parts, rules: DateRules): DateReading {
  if (parts.month < 1 || parts.month > 12) return dayFirst(parts, rules);
  if (parts.year === null) return yearMissing(parts, rules);
  const found = years(parts.year, rules).map((year) => real(year, parts)).filter((on) => on !== null);
  const readings = found.map((on) => ({ on, reading: judged(on, rules) }));
  const fitting = readings.filter(({ reading }) => reading.kind !== 'unreadable');
  if (fitting.length > 1) return { kind: 'ask', why: 'two_centuries', choices: fitting.map(({ on }) => on) };
  return (fitting[0] ?? readings[0])?.reading ?? { kind: 'unreadable', why: 'no_such_day' };
}

/** `t`, `t-1`, `t+30`. */
function relative(text: string, { today, scope = 'past' }: DateRules): DateReading | null {
  const found = /^t(?:\s*([+-])\s*(\d{1,5}))?$/.exec(text);
  if (!found) return null;
  const on = addDays(today, Number(found[2] ?? 0) * (found[1] === '-' ? -1 : 1));
  return scope !== 'any' && on > today ? { kind: 'unreadable', why: 'after_today' } : { kind: 'date', on };
}

/** `052024` in a box that takes a month alone: May 2024, or May 20, 2024? */
function monthAndYear(text: string, rules: DateRules): PartialDate | null {
  if (!rules.partial || !/^\d{6}$/.test(text)) return null;
  const on = asPartialDate(`${text.slice(2)}-${text.slice(0, 2)}`);
  return on !== null && judged(on, rules).kind === 'partial' ? on : null;
}

const known = (reading: DateReading): PartialDate[] =>
  reading.kind === 'date' || reading.kind === 'partial' ? [reading.on as unknown as PartialDate] : reading.kind === 'ask' ? [...reading.choices] : [];

/**
 * What a typed date means. `partial` also takes `1994`, `5/1994`, `may 1994`.
 *
 * @example readDateEntry('3/5/24', { today: calendarDateOf('2026-11-24') }) // { kind: 'date', on: '2024-03-05' }
 */
export function readDateEntry(typed: string, rules: DateRules): DateReading {
  const text = typed.trim().toLowerCase();
  if (text === '') return { kind: 'empty' };
  const spoken = relative(text, rules);
  if (spoken) return spoken;
  if (/^\d{4}$/.test(text)) return asPartialDate(text) === null ? { kind: 'unreadable', why: 'not_a_date' } : judged(text as PartialDate, rules);
  const parts = digitsOnly(text) ?? separated(text) ?? named(text);
  if (parts === null) return { kind: 'unreadable', why: 'not_a_date' };
  const reading = settled(parts, rules);
  const month = monthAndYear(text, rules);
  if (month === null) return reading;
  const others = known(reading);
  return others.length === 0 ? { kind: 'partial', on: month } : { kind: 'ask', why: 'day_or_year', choices: [...others, month] };
}
