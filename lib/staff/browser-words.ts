/** A browser by its user agent, in the words its person knows it by. A hint for recognising one's own desk, no more. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [[/Edg(e|A|iOS)?\//, 'Edge'], [/Firefox\/|FxiOS\//, 'Firefox'], [/OPR\//, 'Opera'], [/Chrom(e|ium)\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [[/Windows/, 'Windows'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Mac OS X|Macintosh/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux|X11/, 'Linux']];

const first = (list: typeof BROWSERS, agent: string): string | undefined => list.find(([shape]) => shape.test(agent))?.[1];

export function browserWords(agent: string): string {
  const [browser, system] = [first(BROWSERS, agent), first(SYSTEMS, agent)];
  if (browser === undefined) return 'A browser we do not know';
  return system === undefined ? browser : `${browser} on ${system}`;
}
