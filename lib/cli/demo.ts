/** The demo on this machine: reads the words after `--`, starts everything, prints where it is, stops on Ctrl-C. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hartfordInstant } from '@/lib/dev/clock-dial';
import { checkDataFolder } from '@/lib/dev/data-folder';
import { readDemoStaff } from '@/lib/dev/demo-staff';
import { Obstacle } from '@/lib/dev/places';
import { portsFrom, requireFree } from '@/lib/dev/ports';
import { type RunningSystem, startSystem } from '@/lib/dev/system';

const PORT_BASE = '3000';
const HELP = `npm run demo -- [--fresh] [--clock 2026-11-25T16:31] [--port-base 3000] [--data .demo]
  --fresh      forget what was kept and begin anew
  --clock      the Hartford time the system believes it is
  --port-base  the first of the ports it takes
  --data       the folder it keeps everything in`;

type Wishes = { fresh: boolean; clock: string | undefined; base: number; folder: string };

/** Null when only help was asked for. */
function wishes(argv: string[]): Wishes | null {
  const { values } = parseArgs({
    args: argv,
    options: { fresh: { type: 'boolean', default: false }, clock: { type: 'string' }, 'port-base': { type: 'string', default: PORT_BASE }, data: { type: 'string', default: '.demo' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return null;
  const base = Number(values['port-base']);
  if (!Number.isInteger(base) || base < 1024 || base > 65_500) throw new Obstacle(`--port-base must be a number from 1024 to 65500, not ${values['port-base']}.`);
  if (values.clock !== undefined && hartfordInstant(values.clock) === null) throw new Obstacle(`--clock ${values.clock} is not a time: write it like 2026-11-25T16:31 (Hartford wall time).`);
  return { fresh: values.fresh, clock: values.clock, base, folder: resolve(values.data) };
}

function announce(system: RunningSystem): void {
  const { urls, folder } = system;
  console.log(`\nStaff desk    ${urls.staff}\nPublic pages  ${urls.public}\nLauncher      ${urls.launcher}   (one-time codes, mail, faxes, texts, the clock)\n`);
  for (const person of readDemoStaff(folder)) console.log(`  ${person.name.padEnd(24)}${person.roles.join(', ').replaceAll('_', ' ').padEnd(28)}${person.email.padEnd(40)}${person.password}`);
  console.log('\nCtrl-C stops everything; the data stay.');
}

function stopWith(system: RunningSystem): (code: number) => void {
  let stopping = false;
  return (code) => {
    // Somebody in a hurry: what we started ends with us.
    if (stopping) process.exit(1);
    stopping = true;
    console.log('\nStopping …');
    system.stop().then(
      () => process.exit(code),
      (error: AggregateError) => {
        console.error(error.message, ...error.errors);
        process.exit(1);
      },
    );
  };
}

async function run(argv: string[], buildPages: () => void): Promise<void> {
  const wished = wishes(argv);
  if (wished === null) return console.log(HELP);
  const ports = portsFrom(wished.base);
  await checkDataFolder(wished.folder);
  await requireFree(ports);
  buildPages();
  let stop: (code: number) => void = (code) => process.exit(code);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => stop(0));
  const system = await startSystem({
    dataDir: wished.folder,
    ports,
    fresh: wished.fresh,
    ...(wished.clock === undefined ? {} : { clock: wished.clock }),
    onLost: (sentence) => {
      console.error(sentence);
      stop(1);
    },
  });
  stop = stopWith(system);
  announce(system);
}

/** What stands in the way is one sentence; anything else is a bug and keeps its stack. */
export async function demo(argv: string[], buildPages: () => void): Promise<void> {
  try {
    await run(argv, buildPages);
  } catch (error) {
    const expected = error instanceof Obstacle || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true || (error as Error).name === 'BuildFailure';
    console.error(expected ? (error as Error).message : error);
    process.exit(1);
  }
}
