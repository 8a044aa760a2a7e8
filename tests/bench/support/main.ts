/** How a bench starts and ends: options, a database of its own, figures, and nothing left behind. */
import { parseArgs } from 'node:util';
import { Obstacle } from '@/lib/dev/places';
import { type BenchDatabase, openBenchDatabase } from './bench-database';
import { Report } from './report';

export type Numbers<N extends string> = Readonly<Record<N, number>>;
/** What a run may undo at its end, whichever way it ends. */
export type Undo = (step: () => Promise<unknown>) => void;

function numbersFrom<N extends string>(defaults: Numbers<N>, argv: string[]): Numbers<N> {
  const names = Object.keys(defaults) as N[];
  const { values } = parseArgs({ args: argv, options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) });
  return Object.fromEntries(
    names.map((name) => {
      const value = values[name] === undefined ? defaults[name] : Number(values[name]);
      if (!Number.isInteger(value) || value < 1) throw new Obstacle(`--${name} wants a whole number of at least 1, not ${String(values[name])}.`);
      return [name, value];
    }),
  ) as Numbers<N>;
}

/** Runs to the end, or to Ctrl-C; the exit code says whether every demand was met. */
async function guarded(work: (undo: Undo) => Promise<boolean>): Promise<void> {
  const steps: (() => Promise<unknown>)[] = [];
  let ending: Promise<void> | undefined;
  const undoAll = async (): Promise<void> => {
    for (const step of steps.reverse()) await step().catch((error: unknown) => console.error(error));
  };
  const end = (code: number): Promise<void> => (ending ??= undoAll().then(() => process.exit(code)));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(1));
  try {
    await end((await work((step) => void steps.push(step))) ? 0 : 1);
  } catch (error) {
    console.error(error instanceof Obstacle || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true ? (error as Error).message : error);
    await end(1);
  }
}

/** A bench of numbers alone: `defaults` are its options. */
export const bench = <N extends string>(defaults: Numbers<N>, run: (numbers: Numbers<N>, report: Report, undo: Undo) => Promise<void>): Promise<void> =>
  guarded(async (undo) => {
    const report = new Report();
    await run(numbersFrom(defaults, process.argv.slice(2)), report, undo);
    return report.allMet;
  });

/** A bench on an empty, migrated, durable database. */
export const benchOnDatabase = <N extends string>(defaults: Numbers<N>, run: (numbers: Numbers<N>, report: Report, database: BenchDatabase, undo: Undo) => Promise<void>): Promise<void> =>
  bench(defaults, async (numbers, report, undo) => {
    const database = await openBenchDatabase();
    undo(database.close);
    report.machine({ ...numbers, ...database.settings });
    await run(numbers, report, database, undo);
  });
