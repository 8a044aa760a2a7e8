/** Every hostile file and 1,000 mutations through the door and the process that opens them: no crash, no hang, no memory kept, nothing served as it came. */
import { bench } from '../bench/support/main';
import { percentile } from '../bench/support/report';
import { HOSTILE } from '../fixtures/files/hostile';
import type { Hostile } from '../fixtures/files/hostile-types';
import { mutations } from '../fixtures/files/mutations';
import { atOnce, buildProgram, fateOf, wrongWith, type Ended } from '../support/making-safe';

const MB = 2 ** 20;

void bench({ mutations: 1000, hands: 2, seed: 20_261_125 }, async (numbers, report, undo) => {
  const program = buildProgram();
  undo(async () => program.remove());
  report.machine(numbers);
  const idle = process.memoryUsage().rss;
  const [ends, wrong, surprises] = [[] as Ended[], [] as string[], [] as string[]];
  let threw = 0;
  const judge = async (file: Hostile, known: boolean): Promise<void> => {
    const [words, , bytes, fate] = file;
    const original = await bytes();
    try {
      const ended = await fateOf(file, original);
      ends.push({ ...ended, pages: [] });
      const carried = wrongWith(ended.pages, original);
      const surprised = known && JSON.stringify(ended.fate) !== JSON.stringify(fate);
      wrong.push(...carried);
      if (surprised) surprises.push(words);
      if (surprised || carried.length > 0) report.line({ file: words, ended: JSON.stringify(ended.fate), meant: JSON.stringify(fate), carried });
      if (ended.seconds > 5 || ended.peakBytes > 300 * MB) report.line({ file: words, seconds: ended.seconds, peakMB: ended.peakBytes / MB, fate: JSON.stringify(ended.fate) });
    } catch {
      threw += 1;
    }
  };
  await atOnce(HOSTILE, (file) => judge(file, true), numbers.hands);
  await atOnce(mutations(numbers.mutations, numbers.seed), (file) => judge(file, false), numbers.hands);
  const shown = ends.filter(({ fate }) => 'pages' in fate).length;
  report.line({ corpus: HOSTILE.length, mutations: numbers.mutations, shown, refused: ends.length - shown, secondsP50: percentile(ends.map(({ seconds }) => seconds), 0.5), secondsP99: percentile(ends.map(({ seconds }) => seconds), 0.99) });
  report.atLeast('hostile files', HOSTILE.length, 120);
  report.atMost('crashes of ours', threw, 0);
  report.atMost('files with another end than the corpus says', surprises.length, 0);
  report.atMost('pages that carry something along or are the original', wrong.length, 0);
  report.atMost('seconds of the slowest, with the start of its process', percentile(ends.map(({ seconds }) => seconds), 1), 15);
  report.atMost('MB of the hungriest process', percentile(ends.map(({ peakBytes }) => peakBytes), 1) / MB, 500);
  globalThis.gc?.();
  report.atMost('MB that this process holds more than before', (process.memoryUsage().rss - idle) / MB, 200);
});
