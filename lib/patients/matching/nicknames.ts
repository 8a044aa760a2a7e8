/** Which first names are the same name in daily use. The table is versioned; last names have no nicknames. */
import table from './nicknames.json';

export const NICKNAMES_VERSION = table.version;

const byFormal: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(table.nicknames).map(([formal, list]) => [formal, new Set(list.split(','))]),
);

function formalNames(): ReadonlyMap<string, ReadonlySet<string>> {
  const formals = new Map<string, Set<string>>();
  for (const [formal, names] of byFormal) {
    for (const name of names) formals.set(name, (formals.get(name) ?? new Set()).add(formal));
  }
  return formals;
}
const byNickname = formalNames();

/**
 * Whether two normalised first names are one a nickname of the other, or both of the same third name (Bill, Will: William).
 *
 * @example areNicknames('katherine', 'kathy') // true
 */
export function areNicknames(a: string, b: string): boolean {
  if (a === b) return false;
  if (byFormal.get(a)?.has(b) || byFormal.get(b)?.has(a)) return true;
  const formalsOfB = byNickname.get(b);
  return [...(byNickname.get(a) ?? [])].some((formal) => formalsOfB?.has(formal));
}

/** Every first name that counts as the same one in daily use. */
export function relatedNames(name: string): string[] {
  const formals = [...(byNickname.get(name) ?? [])];
  const related = [...formals, ...(byFormal.get(name) ?? []), ...formals.flatMap((formal) => [...(byFormal.get(formal) ?? [])])];
  return [...new Set(related)].filter((other) => other !== name);
}
