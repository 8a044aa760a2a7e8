/** A case changes its state in one place, and what goes unaudited or is sent by the page is a closed list. */
import { allCommands } from '@/lib/commands';
import { read, source } from './source';

/** Where a case is changed with its state in sight; `openCase` makes one, and nothing else may name a state it writes. */
const MOVING = 'lib/cases/moving.ts';

/** Each call that changes cases, as far as its closing bracket on a line of its own or the end of the statement. */
const changesOf = (text: string): string[] => [...text.matchAll(/\bcase\.(?:update|updateMany|upsert)\(([^]*?)\);/g)].map((match) => match[1] ?? '');

// *Take next* claims in one statement; the state it writes, STARTED, is the table's.
test('only one function writes a state', () => {
  const literal = source.filter((file) => file.startsWith('lib/') && file !== MOVING && changesOf(read(file)).some((call) => /\bdata:[^]*\bstate\b/.test(call)));
  const bySql = source.filter((file) => file.startsWith('lib/') && /UPDATE cases\b[^`;]*\bSET\b[^`;]*\bstate\s*=(?!\s*\$\{STARTED\})/i.test(read(file)));
  const byMoveCase = source.filter((file) => /\bmoveCase\(\w+, \w+, \{[^}]*\bstate:/.test(read(file)));
  expect([...literal, ...bySql, ...byMoveCase]).toEqual([]);
  expect(changesOf(read(MOVING)).some((call) => /\bstate\b/.test(call))).toBe(true);
});

test('every command that moves a case asks the table', () => {
  const movers = source.filter((file) => file.startsWith('lib/cases/commands/') && /\bmoveBy\(/.test(read(file)));
  expect(movers.map((file) => file.slice('lib/cases/commands/'.length)).sort()).toEqual(
    expect.arrayContaining(['approvals.ts', 'claims.ts', 'closings.ts', 'corrections.ts', 'envelopes.ts', 'escalations.ts', 'joins.ts', 'reassignments.ts', 'releases.ts', 'waits.ts']),
  );
});

test('what the page sends by itself is presence alone', async () => {
  const sent = (await allCommands()).filter((command) => command.sentByThePage === true);
  expect(sent.map(({ name }) => name)).toEqual(['presence.beat']);
});

test('only drafts, presence, tours, read mentions and staying signed in go unaudited', async () => {
  const quiet = (await allCommands()).filter((command) => command.unaudited === true).map(({ name }) => name);
  expect(quiet.sort()).toEqual(['case.see_mentions', 'draft.discard', 'draft.save', 'presence.beat', 'presence.sweep', 'session.see_notice', 'session.see_tour', 'session.stay']);
});
