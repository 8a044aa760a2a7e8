/** Whether a code or a brand could have been given on a day. */
import type { CalendarDate } from '@/lib/platform/dates';
import { brandKey } from './products';
import { BRAND_YEARS, CODE_YEARS, GROUP_YEARS } from './use-overrides';
import type { UseYears } from './use-overrides';
import { vaccineGroups } from './groups';

const BRAND_KEYS = Object.keys(BRAND_YEARS).sort((a, b) => b.length - a.length);

/** `yyyy` and `yyyy-mm` compare with the beginning of a full date of the same length. */
const within = (on: CalendarDate, [first, last]: UseYears): boolean =>
  on.slice(0, first.length) >= first && (last === undefined || on.slice(0, last.length) <= last);

function brandYears(tradeName: string): UseYears | null {
  const key = brandKey(tradeName);
  const known = BRAND_KEYS.find((brand) => key.startsWith(brand));
  return known === undefined ? null : (BRAND_YEARS[known] ?? null);
}

const codeYears = (cvx: string): readonly UseYears[] =>
  [CODE_YEARS[cvx], ...vaccineGroups(cvx).map((group) => GROUP_YEARS[group])].filter((years) => years !== undefined);

/** The years of the brand, the code or the group that make the day impossible; null when it is possible. */
export function impossibleYears(cvx: string, tradeName: string | undefined, on: CalendarDate): UseYears | null {
  const brand = tradeName === undefined ? null : brandYears(tradeName);
  return [...codeYears(cvx), ...(brand === null ? [] : [brand])].find((years) => !within(on, years)) ?? null;
}
