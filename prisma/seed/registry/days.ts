/** Days as whole numbers (0 is 1970-01-01) and their text, by table: eighty million doses write one each. */
const FIRST = Date.UTC(1900, 0, 1) / 86_400_000;
const LAST = Date.UTC(2040, 0, 1) / 86_400_000;
const TEXTS: readonly string[] = Array.from({ length: LAST - FIRST }, (_, at) => new Date((FIRST + at) * 86_400_000).toISOString().slice(0, 10));

export const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

export function textOf(day: number): string {
  const text = TEXTS[day - FIRST];
  if (text === undefined) throw new RangeError(`no day ${day}`);
  return text;
}

export const yearOf = (day: number): number => Number(textOf(day).slice(0, 4));
