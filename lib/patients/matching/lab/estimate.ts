/**
 * The rates of a Fellegi-Sunter model from the records themselves: u from pairs drawn at random, m by expectation and maximisation
 * over pairs that might be the same (Winkler 1988). No label is read.
 */

/** A compared pair: per field the level that it shows, 0 for missing, 1 for the strongest agreement, and so on down. */
export type Vector = readonly number[];
/** Per field, per level: the share of pairs that show it; place 0 (missing) is not used. */
export type FieldRates = readonly (readonly number[])[];
export type Model = { readonly m: FieldRates; readonly u: FieldRates; /** Share of all pairs that are true. */ readonly prior: number };

/** Added to each count, so that a level nobody showed is rare and not impossible. */
const SMOOTHING = 0.5;
const ROUNDS = 60;

/** Weighted counts of levels as shares among the pairs where the field is not missing. */
function shares(vectors: readonly Vector[], weights: readonly number[] | null, levels: readonly number[]): number[][] {
  return levels.map((count, field) => {
    const counts = new Array<number>(count + 1).fill(SMOOTHING);
    vectors.forEach((vector, at) => {
      const level = vector[field] ?? 0;
      counts[level] = (counts[level] ?? 0) + (weights?.[at] ?? 1);
    });
    const total = counts.slice(1).reduce((sum, each) => sum + each, 0);
    return counts.map((each) => each / total);
  });
}

/** Bits for one level. */
export const levelBits = ({ m, u }: Pick<Model, 'm' | 'u'>, field: number, level: number): number =>
  level === 0 ? 0 : Math.log2((m[field]?.[level] ?? 1) / (u[field]?.[level] ?? 1));

const pairBits = (rates: Pick<Model, 'm' | 'u'>, vector: Vector): number => vector.reduce((sum, level, field) => sum + levelBits(rates, field, level), 0);

const probability = (bits: number): number => 1 / (1 + 2 ** -bits);

/** Before anything is known: true pairs mostly agree, and the further down a level lies the fewer show it. */
const firstGuess = (levels: readonly number[]): number[][] => levels.map((count) => {
  const falling = Array.from({ length: count + 1 }, (_, level) => (level === 0 ? 0 : 0.25 ** (level - 1)));
  const total = falling.reduce((sum, each) => sum + each, 0);
  return falling.map((each) => each / total);
});

function maximise(near: readonly Vector[], u: FieldRates, levels: readonly number[], allPairs: number): Model {
  let m: FieldRates = firstGuess(levels);
  let prior = Math.min(0.5, near.length / 20 / allPairs);
  for (let round = 0; round < ROUNDS; round += 1) {
    const odds = Math.log2(prior / (1 - prior));
    const truth = near.map((vector) => probability(pairBits({ m, u }, vector) + odds));
    m = shares(near, truth, levels);
    prior = Math.max(1, truth.reduce((sum, each) => sum + each, 0)) / allPairs;
  }
  return { m, u, prior };
}

/**
 * The model of a list of records. Among pairs drawn at random from a short list some are true; once a first model tells them, u is
 * counted again without them.
 *
 * @param random vectors of pairs drawn at random from all.
 * @param near vectors of pairs that share some key, among which nearly all true pairs are.
 * @param levels how many levels each field has.
 * @param allPairs how many pairs there are in all; what is not near is taken to be no match.
 */
export function estimate(random: readonly Vector[], near: readonly Vector[], levels: readonly number[], allPairs: number): Model {
  const first = maximise(near, shares(random, null, levels), levels, allPairs);
  const odds = Math.log2(first.prior / (1 - first.prior));
  const strangers = random.filter((vector) => pairBits(first, vector) + odds < 0);
  return maximise(near, shares(strangers, null, levels), levels, allPairs);
}
