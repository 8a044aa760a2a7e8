/** Words that somebody meant to do harm: kept as they are and shown as words, or refused at their field. */
import type { StaffActor } from '@/lib/access/actor';
import { claimCase } from '@/lib/cases/commands/claims';
import { escalateCase } from '@/lib/cases/commands/escalations';
import { addNote } from '@/lib/cases/commands/notes';
import { saveView } from '@/lib/cases/commands/views';
import { waitCase } from '@/lib/cases/commands/waits';
import { throughTheDoor, type AnyCommand } from '@/lib/command';
import { db } from '@/lib/platform/db';
import { addClosure } from '@/lib/policies/commands';
import { aCase } from '../support/cases';
import { withDatabase } from '../support/database';
import { signedIn } from '../support/people';

withDatabase('staff');
let [dana, ruth] = [] as StaffActor[] as [StaffActor, StaffActor];
let caseId: string;

beforeAll(async () => {
  [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  ({ publicId: caseId } = await aCase());
  await throughTheDoor(claimCase, dana, { caseId }, null);
});

const PLACES: readonly (readonly [place: string, command: AnyCommand, by: () => StaffActor, body: (words: string) => object])[] = [
  ['a note', addNote, () => dana, (text) => ({ caseId, text })],
  ['a question', escalateCase, () => dana, (reason) => ({ caseId, reason })],
  ['the reason of a wait', waitCase, () => dana, (reason) => ({ caseId, state: 'on_hold', reason })],
  ['the name of a view', saveView, () => dana, (name) => ({ name, query: '' })],
  ['the name of a closure', addClosure, () => ruth, (name) => ({ onDate: '2026-12-15', name, citation: 'Order 1' })],
];
const HIDDEN = { bidi: 'a\u202Eb', isolate: 'a\u2067b', 'zero width': 'a\u200Bb', 'byte order mark': 'a\uFEFFb', NUL: 'a\0b', escape: 'a\u001B[2Jb', 'a lone surrogate': 'a\uD800b', '10 KB of combining marks': `a${'\u0301'.repeat(5_000)}`, nothing: ' \n\t ' };

test.each(PLACES)('%s with hidden or endless characters is refused at its field and kept nowhere', async (_, command, by, body) => {
  const before = await db().auditEvent.count({ where: { event: { not: 'command.refused' } } });
  for (const [kind, words] of Object.entries(HIDDEN)) {
    const outcome = await throughTheDoor(command, by(), body(words), null);
    expect([kind, outcome]).toEqual([kind, expect.objectContaining({ ok: false, reason: 'invalid' })]);
  }
  expect(await db().auditEvent.count({ where: { event: { not: 'command.refused' } } })).toBe(before);
});

test('markup and formulas are words like any other: kept letter for letter', async () => {
  for (const text of ['<img src=x onerror=alert(1)>', '=HYPERLINK("http://evil.example")', '{{7*7}} ${7*7}', '\u02BBOkina, Nguy\u1EC5n, \u674E']) {
    expect(await throughTheDoor(addNote, dana, { caseId, text }, null)).toMatchObject({ ok: true });
    expect(await db().caseNote.count({ where: { text } })).toBe(1);
  }
});
