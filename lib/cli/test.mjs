/**
 * `npm test`: types, style, every Jest test, the build and the journeys in a browser. `--fast` leaves out the last two and
 * the long tests named below.
 * The last line counts tests: `N passed, N failed`; a stage that broke without naming a failed test counts as one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BuildFailure, buildPages, buildPrograms } from './build.mjs';
import { findTools } from './test-tools.mjs';

const root = join(import.meta.dirname, '..', '..');
const inProject = (...path) => join(root, ...path);
const fast = process.argv.includes('--fast');
const count = { passed: 0, failed: 0 };
const unclean = [];
/** A stage that is not clean is in the last line: by the tests that it reported as failed, or else as one failure of its own. */
function broke(name, failed = 0) {
  unclean.push(name);
  count.failed += Math.max(failed, 1);
}
process.chdir(root);

/** What takes longest and changes least: the full command runs them. */
const LONG = [
  ...['seed', 'document-hostile-files', 'document-checks', 'bench', 'audit-seals', 'audit-months-migration', 'case-moves', 'case-races', 'press-batches', 'dispatch-envelopes', 'staff-sign-in'].map((name) => `tests/commands/${name}.test.ts`),
  ...['seed-cast', 'seed-specimens', 'seed-submissions', 'health-card-photo'].map((name) => `tests/rules/${name}.test.ts`),
  ...['request-walk', 'request-problems', 'dose-grid'].map((name) => `tests/components/${name}.test.tsx`),
];

const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };

/** Stages of one core each, side by side; what each says is shown when it has ended, so that nothing mingles. */
async function together(stages) {
  const ended = stages.map(
    ({ name, argv }) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'], env: environment });
        const said = [];
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
        child.on('close', (status) => {
          console.log(`\n— ${name}`);
          process.stdout.write(Buffer.concat(said));
          if (status !== 0) broke(name);
          resolve();
        });
      }),
  );
  await Promise.all(ended);
}

const noReport = () => ({ passed: 0, failed: 0 });

function run(name, argv, env = {}, report = noReport) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, argv, { stdio: 'inherit', env: { ...environment, ...env } });
  const { passed, failed } = report();
  count.passed += passed;
  if (status !== 0 || failed > 0) broke(name, failed);
}

function build(name, steps) {
  console.log(`\n— ${name}`);
  try {
    steps();
    return true;
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    console.error(error.message);
    broke(name);
    return false;
  }
}

/** What a stage says of its tests; a report that is not there means a run that broke before it could write one. */
function reported(file, read) {
  return existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : noReport();
}

function jest() {
  const report = inProject('.cache', 'jest.json');
  rmSync(report, { force: true });
  const left = fast ? ['--testPathIgnorePatterns', '/node_modules/', ...LONG] : [];
  if (fast) console.log(`\nLeft to \`npm test\`: the pages, the journeys, ${LONG.join(', ')}.`);
  // The flag lets Jest load packages that are ES modules only.
  run('tests', ['--experimental-vm-modules', '--no-warnings', inProject('node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`, ...left], {}, () =>
    reported(report, (result) => ({ passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites })),
  );
}

function journeys(chromium) {
  const report = inProject('.cache', 'journeys.json');
  rmSync(report, { force: true });
  // A journey that passed at the second try is one that fails some days.
  run('journeys', [inProject('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROMIUM: chromium }, () =>
    reported(report, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })),
  );
}

const hasJourneys = globSync('tests/journeys/**/*.journey.ts').length > 0;
const tools = await findTools({ browser: !fast && hasJourneys });
if (tools.problem !== undefined) {
  console.error(tools.problem);
  process.exit(1);
}
mkdirSync(inProject('.cache'), { recursive: true });
build('programs', buildPrograms);
await together([
  // What did not change since the last run is not checked again.
  { name: 'types', argv: [inProject('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '--incremental', '--tsBuildInfoFile', inProject('.cache', 'types.tsbuildinfo')] },
  { name: 'style', argv: [inProject('node_modules', 'eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'] },
]);
jest();
if (!fast && build('pages', buildPages) && hasJourneys) journeys(tools.chromium);

if (unclean.length > 0) console.log(`\nNot clean: ${unclean.join(', ')}.`);
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 ? 0 : 1);
