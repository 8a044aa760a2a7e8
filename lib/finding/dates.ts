/** Dates of birth as people say and type them. Nothing is asked back: what can mean two days means both. */
import { asPartialDate, type CalendarDate, type PartialDate } from '@/lib/platform/dates';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const OLDEST = 120;

const two = (text: string): string => text.padStart(2, '0');

/** Two digits mean each century in which somebody alive can have been born. */
function years(text: string, today: CalendarDate): string[] {
  if (text.length === 4) return [text];
  const now = Number(today.slice(0, 4));
  return [2000, 1900].map((century) => century + Number(text)).filter((year) => year <= now && year > now - OLDEST).map(String);
}

/** As staff read dates, month first; day first where no month can stand there. */
function dated(month: string, day: string, year: string, today: CalendarDate): PartialDate[] {
  const [m, d] = Number(month) > 12 ? [day, month] : [month, day];
  return years(year, today).flatMap((full) => asPartialDate(`${full}-${two(m)}-${two(d)}`) ?? []);
}

const monthOf = (word: string): string | null => {
  const at = MONTHS.findIndex((month) => /^[a-z]{3,}$/.test(word) && word.startsWith(month));
  return at < 0 ? null : String(at + 1);
};

/** `mar 5 1961`, `5th march 61`, `mar 1961`. */
function spelled(words: readonly string[], today: CalendarDate): PartialDate[] {
  const at = words.findIndex((word) => monthOf(word) !== null);
  const month = monthOf(words[at] ?? '');
  const [first = '', second] = words.filter((_, place) => place !== at).map((word) => word.replace(/^(\d{1,2})(?:st|nd|rd|th)$/, '$1'));
  if (month === null || at > 1 || !/^\d+$/.test(first) || (second !== undefined && !/^(\d{2}|\d{4})$/.test(second))) return [];
  if (second === undefined) return first.length === 4 ? years(first, today).flatMap((year) => asPartialDate(`${year}-${two(month)}`) ?? []) : [];
  return first.length > 2 ? [] : dated(month, first, second, today);
}

function inFigures(text: string, today: CalendarDate): PartialDate[] {
  const [a = '', b = '', c = ''] = text.split(/[/.\-\s]/);
  if (/^\d{4}[/.\-\s]\d{1,2}[/.\-\s]\d{1,2}$/.test(text)) return dated(b, c, a, today);
  if (/^\d{1,2}[/.\-\s]\d{1,2}[/.\-\s](?:\d{2}|\d{4})$/.test(text)) return dated(a, b, c, today);
  if (/^\d{1,2}[/.-]\d{4}$/.test(text)) return [asPartialDate(`${b}-${two(a)}`) ?? []].flat();
  if (/^(?:19|20)\d{6}$/.test(text)) return dated(text.slice(4, 6), text.slice(6), text.slice(0, 4), today);
  if (/^\d{6}(?:\d{2})?$/.test(text)) return dated(text.slice(0, 2), text.slice(2, 4), text.slice(4), today);
  return /^(?:19|20)\d{2}$/.test(text) ? [text as PartialDate] : [];
}

/**
 * What a piece of text can mean as a date of birth; nothing when it is none, or lies ahead.
 *
 * @example datesMeant('3/4/61', today) // ['1961-03-04']
 */
export function datesMeant(text: string, today: CalendarDate): PartialDate[] {
  const typed = text.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ');
  const found = /[a-z]/.test(typed) ? spelled(typed.split(' '), today) : inFigures(typed, today);
  return found.filter((on) => on <= today.slice(0, on.length) && on >= '1900');
}
