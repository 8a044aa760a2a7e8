/** What a bench says: one JSON object a line, and at the end whether every demanded figure was met. */
import { availableParallelism, cpus, loadavg } from 'node:os';

type Value = string | number | boolean | null | readonly string[];
type Facts = Readonly<Record<string, Value>>;

const rounded = (value: Value): Value => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value);

export class Report {
  private missed = 0;

  constructor(private readonly say: (line: string) => void = console.log) {}

  line(facts: Facts): void {
    this.say(JSON.stringify(Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, rounded(value)]))));
  }

  /** Where and when: absolute times mean nothing without. */
  machine(facts: Facts): void {
    this.line({ at: new Date().toISOString(), cores: availableParallelism(), processor: cpus()[0]?.model ?? 'unknown', loadBefore: loadavg()[0] ?? 0, node: process.version, ...facts });
  }

  atLeast(demand: string, value: number, wanted: number): void {
    this.demand(demand, value, `at least ${wanted}`, value >= wanted);
  }

  atMost(demand: string, value: number, wanted: number): void {
    this.demand(demand, value, `at most ${wanted}`, value <= wanted);
  }

  private demand(demand: string, value: number, wanted: string, met: boolean): void {
    if (!met) this.missed += 1;
    this.line({ demand, value, wanted, met });
  }

  get allMet(): boolean {
    return this.missed === 0;
  }
}

/** The value below which `share` of the others lie (nearest rank); of nothing there is none. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

export const spread = (values: readonly number[]) => ({ runs: values.length, p50: percentile(values, 0.5), p95: percentile(values, 0.95), worst: percentile(values, 1) });

/** Milliseconds that one doing takes. */
export async function timed(ask: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await ask();
  return performance.now() - from;
}

/** One after the other, after a few that do not count. */
export async function repeated(times: number, ask: (at: number) => Promise<unknown>, warmUps = 3): Promise<number[]> {
  for (let at = 0; at < warmUps; at += 1) await ask(at);
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) taken.push(await timed(() => ask(at)));
  return taken;
}
