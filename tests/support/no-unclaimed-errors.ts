/**
 * A console.error that no test claimed is a defect that scrolled by: it fails the test that caused it.
 * A test that expects one replaces console.error itself and looks at the calls.
 */
// A database of its own comes within a second, and on a machine that also builds within many.
jest.setTimeout(60_000);

const unclaimed: string[] = [];
const report = (...words: unknown[]) => void unclaimed.push(words.map(String).join(' '));

beforeEach(() => {
  unclaimed.length = 0;
  console.error = report;
});

afterEach(() => {
  if (unclaimed.length > 0) throw new Error(`Unclaimed console.error:\n${unclaimed.join('\n')}`);
});
