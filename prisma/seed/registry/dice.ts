/** Chance by the million: the same seed gives the same throws. Never for secrets. */
export class Dice {
  private state: number;

  /** FNV-1a, as in `../random`. */
  constructor(seed: string) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    this.state = hash >>> 0;
  }

  /** 32 bits (mulberry32). */
  bits(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** 0 ≤ x < 1. */
  next(): number {
    return this.bits() / 4294967296;
  }

  /** A whole number from 0 to below `sides`. */
  below(sides: number): number {
    return Math.floor(this.next() * sides);
  }

  chance(likelihood: number): boolean {
    return this.next() < likelihood;
  }

  pick<T>(choices: readonly T[]): T {
    if (choices.length === 0) throw new RangeError('nothing to pick from');
    return choices[this.below(choices.length)] as T;
  }
}

/** Weighted choice in the time of two throws, however long the list (Walker's alias method, after Vose 1991). */
export function urn<T>(choices: readonly (readonly [choice: T, weight: number])[]): (dice: Dice) => T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  const share = choices.map(([, weight]) => (weight / total) * choices.length);
  const alias = choices.map((_, at) => at);
  const small = share.flatMap((one, at) => (one < 1 ? [at] : []));
  const large = share.flatMap((one, at) => (one < 1 ? [] : [at]));
  while (small.length > 0 && large.length > 0) {
    const [poor, rich] = [small.pop() as number, large.pop() as number];
    alias[poor] = rich;
    share[rich] = (share[rich] ?? 0) - (1 - (share[poor] ?? 0));
    ((share[rich] ?? 0) < 1 ? small : large).push(rich);
  }
  return (dice) => {
    const at = dice.below(choices.length);
    return (choices[dice.next() < (share[at] ?? 1) ? at : (alias[at] ?? at)] as readonly [T, number])[0];
  };
}
