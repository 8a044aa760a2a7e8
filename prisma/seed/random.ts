/**
 * Chance that can be repeated. Each part of the seed draws from its own fork, named for what it decides:
 * a draw added in one place changes nothing in another.
 */
export type Random = {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly int: (least: number, most: number) => number;
  readonly chance: (likelihood: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
  readonly weighted: <T>(choices: readonly (readonly [choice: T, weight: number])[]) => T;
  readonly shuffle: <T>(items: readonly T[]) => T[];
  readonly fork: (name: string) => Random;
};

/** FNV-1a over UTF-16 units, so that names with diacritics fork apart too. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** mulberry32: small, fast and even enough for people who do not exist. Never for secrets. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function first<T>(choices: readonly T[], at: number): T {
  if (choices.length === 0) throw new RangeError('nothing to pick from');
  return choices[at] as T;
}

function weightedChoice<T>(choices: readonly (readonly [T, number])[], draw: number): T {
  let left = draw * choices.reduce((sum, [, weight]) => sum + weight, 0);
  const at = choices.findIndex(([, weight]) => (left -= weight) < 0);
  return first(choices, at === -1 ? choices.length - 1 : at)[0];
}

function shuffled<T>(items: readonly T[], int: Random['int']): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = int(0, at);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** The same seed gives the same sequence, on every machine. */
export function random(seed: number | string): Random {
  const next = mulberry(hashOf(String(seed)));
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (likelihood) => next() < likelihood,
    pick: (choices) => first(choices, int(0, choices.length - 1)),
    weighted: (choices) => weightedChoice(choices, next()),
    shuffle: (items) => shuffled(items, int),
    fork: (name) => random(`${seed}/${name}`),
  };
}
