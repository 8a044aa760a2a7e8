import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ReactNode } from 'react';
import { MatchTask } from '@/components/match/match-task';
import { CorrectTask } from '@/components/match/correct-task';
import type { CandidateView, Candidates, ComparedField } from '@/lib/cases/queries/match';
import { differenceSegments } from '@/lib/patients/matching/difference-segments';
import { Outside } from './gallery';

type Sent = { address: string; body: Record<string, unknown> };
function server(answers: Record<string, unknown>) {
  const sent: Sent[] = [];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    if (address.includes('/draft.')) return { status: 200, json: async () => ({ ok: true, value: { savedAt: '10:47:52' } }) };
    sent.push({ address, body: JSON.parse(String(init.body)) as Record<string, unknown> });
    const body = (answers[address.split('/').at(-1) ?? ''] ?? { ok: false, reason: 'unavailable', problems: [] }) as { ok: boolean };
    return { status: body.ok ? 200 : 422, json: async () => body };
  }) as unknown as typeof fetch;
  return sent;
}

const push = jest.fn();
const routes = { push, refresh: jest.fn() } as unknown as AppRouterInstance;
const show = (ui: ReactNode) => render(<Outside routes={routes}>{ui}</Outside>);

const field = (name: ComparedField['field'], agreement: ComparedField['agreement'], words: string, a: string, b: string, choosable = true): ComparedField => ({ field: name, agreement, words, ...differenceSegments(a, b), choosable });
const person = (patientId: string, name: string, conflicts: string, fields: readonly ComparedField[] = []): CandidateView => ({
  patientId,
  version: 3,
  name,
  born: '05/03/1994',
  sex: 'F',
  town: 'New Haven',
  doses: 18,
  band: 'possible',
  combination: null,
  conflicts,
  agreements: 'Same first name.',
  guards: [],
  fields,
  diagnosis: {
    passes: false,
    failing: 1,
    findings: [
      { field: 'family', passes: true, reason: null, spelling: null, submitted: 'Nowak', onRecord: 'Nowak', segments: null, words: 'passes' },
      { field: 'birthOn', passes: false, reason: 'swapped', spelling: null, submitted: '03/05/1994', onRecord: '05/03/1994', segments: null, words: 'month, day swapped' },
    ],
  },
});
const katarzyna = person('kkkkkkkkkkkkkkkkkkkkkk', 'Katarzyna Nowak', 'Date of birth: day and month swapped.', [
  field('birthOn', 'similar', 'day and month swapped', '03/05/1994', '05/03/1994'),
  field('phone', 'conflict', 'different number', '(860) 555-0134', '(203) 555-0177'),
  field('sex', 'agree', 'same', 'F', 'F', false),
]);
const karolina = person('rrrrrrrrrrrrrrrrrrrrrr', 'Karolina Nowak', 'First name different.');
const found = (extra: Partial<Candidates> = {}): Candidates => ({ searched: true, ambiguous: false, hidden: 0, list: [katarzyna, karolina], ...extra });
const task = (candidates: Candidates, offBecause?: string) => show(<MatchTask caseId="cccccccccccccccccccccc" number={2041} candidates={candidates} offBecause={offBecause} />);

/** What went to the record; drafts go on their own. */
const saves = (sent: readonly Sent[]) => sent.filter(({ address }) => address.endsWith('case.correct')).map(({ body }) => body);

beforeEach(() => push.mockClear());

test('candidates are a list of choices, conflicts first, with their doses; the last is to create a patient', () => {
  task(found());
  const list = screen.getByRole('group', { name: 'Which patient is this?' });
  expect(within(list).getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
    'Katarzyna Nowak 05/03/1994, F, New HavenPossible. Date of birth: day and month swapped. Same first name.18 doses',
    'Karolina Nowak 05/03/1994, F, New HavenPossible. First name different. Same first name.18 doses',
    'None of these: create a patient (asks for a reason)',
  ]);
  expect(within(list).getByRole('radio', { name: /Katarzyna/ })).toBeChecked();
});

test('linking waits until every difference is decided, says which is next, and takes the choices along', async () => {
  const sent = server({ 'case.rehearse': { ok: true, value: { passes: false, words: 'The portal still finds nobody: date of birth is left.', left: ['birthOn'] } }, 'case.link': { ok: true, value: { band: 'possible' } } });
  task(found());
  const link = screen.getByRole('button', { name: /Link C-2041 to Katarzyna Nowak/ });
  expect(link).toHaveAccessibleDescription('Choose a date of birth first.');
  await userEvent.click(link);
  expect(sent).toEqual([]);
  await userEvent.click(within(screen.getByRole('group', { name: 'Date of birth: which value holds' })).getByRole('radio', { name: 'Keep' }));
  expect(link).toHaveAccessibleDescription('Choose a phone first.');
  await userEvent.click(within(screen.getByRole('group', { name: 'Phone: which value holds' })).getByRole('radio', { name: 'Use submitted' }));
  expect(await screen.findByText(/With the values chosen so far: The portal still finds nobody: date of birth is left/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /Link C-2041 to Katarzyna Nowak/ }));
  await waitFor(() => expect(push).toHaveBeenCalledWith('/cases/C-2041/correct?use=phone&keep=birthOn'));
  expect(sent.at(-1)).toEqual({ address: '/api/commands/case.link', body: { caseId: 'cccccccccccccccccccccc', patientId: katarzyna.patientId } });
  expect(sent.at(-2)?.body).toMatchObject({ choices: { birthOn: 'keep', phone: 'use_submitted' } });
});

test('the whole choice is made with the keyboard', async () => {
  server({ 'case.rehearse': { ok: true, value: { passes: true, words: 'The portal finds exactly one record, theirs.', left: [] } }, 'case.link': { ok: true, value: { band: 'possible' } } });
  task(found());
  const tabTo = async (element: HTMLElement) => {
    for (let presses = 0; presses < 12 && document.activeElement !== element; presses += 1) await userEvent.tab();
    expect(element).toHaveFocus();
  };
  await tabTo(screen.getByRole('radio', { name: /Katarzyna/ }));
  await tabTo(within(screen.getByRole('group', { name: /Date of birth/ })).getByRole('radio', { name: 'Use submitted' }));
  await userEvent.keyboard(' ');
  await tabTo(within(screen.getByRole('group', { name: /Phone/ })).getByRole('radio', { name: 'Use submitted' }));
  await userEvent.keyboard(' {Control>}{Enter}{/Control}');
  await waitFor(() => expect(push).toHaveBeenCalledWith('/cases/C-2041/correct?use=birthOn.phone'));
});

test('creating a patient asks why none of these fits', async () => {
  const sent = server({ 'patient.create': { ok: true, value: { patientId: 'x' } } });
  task(found());
  await userEvent.click(screen.getByRole('radio', { name: /None of these/ }));
  await userEvent.click(screen.getByRole('button', { name: /Create a patient/ }));
  expect(screen.getByRole('textbox', { name: 'Why is none of these the person?' })).toBeInvalid();
  expect(sent).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: 'Why is none of these the person?' }), 'Moved here this year');
  await userEvent.click(screen.getByRole('button', { name: /Create a patient/ }));
  await waitFor(() => expect(sent).toEqual([{ address: '/api/commands/patient.create', body: { caseId: 'cccccccccccccccccccccc', reason: 'Moved here this year' } }]));
});

test('with two likely people nobody is chosen beforehand, and the page says why', () => {
  task(found({ ambiguous: true }));
  expect(screen.getByText('Two or more of these are likely.')).toBeInTheDocument();
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
});

test('restricted records are counted, not shown; a case of a colleague can be looked at only', () => {
  task(found({ hidden: 1 }), 'Assign the case to yourself first.');
  expect(screen.getByText('A restricted record is among them.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /Link C-2041/ })).toHaveAccessibleDescription('Assign the case to yourself first.');
});

test('while the search runs the page says so', () => {
  task(found({ searched: false, list: [] }));
  expect(screen.getByText('Still looking')).toBeInTheDocument();
});

test('what differs is marked in both values and said in words', () => {
  task(found());
  const row = screen.getByRole('row', { name: /^Phone/ });
  expect([...row.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['860', '0134', '203', '0177']);
  expect(row).toHaveTextContent('different number');
});

const corrects = () => show(<CorrectTask caseId="cccccccccccccccccccccc" person={katarzyna} documents={[{ documentId: 'dddddddddddddddddddddd', words: 'Photo ID' }]} chosen={{ phone: 'use_submitted', birthOn: 'keep' }} goOn={{ words: 'Go on to Send', href: '/cases/C-2041/send' }} />);
const conflict = { 'case.correct': { ok: false, reason: 'conflict', problems: [{ field: 'choices.phone', reason: 'changed_meanwhile', detail: 'Maria Lopez saved at 10:42 AM: (203) 555-0177 → (203) 555-0199' }] } };

test('a conflict on saving says who saved when and what; kept and saved again, nothing typed is lost', async () => {
  const sent = server(conflict);
  corrects();
  await userEvent.type(screen.getByRole('textbox', { name: 'Why the record changes' }), 'As on the license');
  await userEvent.click(screen.getByRole('button', { name: /Save to the record/ }));
  const banner = (await screen.findByText('Maria Lopez saved at 10:42 AM. What you wrote is still here.')).closest('[role=alert]') as HTMLElement;
  expect(banner).toHaveTextContent('phone (203) 555-0177 → (203) 555-0199');
  expect(screen.getByRole('textbox', { name: 'Why the record changes' })).toHaveValue('As on the license');
  const body = { caseId: 'cccccccccccccccccccccc', patientVersion: 3, choices: { phone: 'use_submitted', birthOn: 'keep' }, reason: 'As on the license', documentId: 'dddddddddddddddddddddd' };
  expect(saves(sent)).toEqual([body]);
  await userEvent.click(within(banner).getByRole('button', { name: 'Keep mine and save again' }));
  await waitFor(() => expect(saves(sent)).toEqual([body, body]));
});

test('after a conflict theirs is taken by keeping what the record has', async () => {
  server(conflict);
  corrects();
  await userEvent.type(screen.getByRole('textbox', { name: 'Why the record changes' }), 'As on the license');
  await userEvent.click(screen.getByRole('button', { name: /Save to the record/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Use theirs' }));
  expect(within(screen.getByRole('group', { name: 'Phone: which value holds' })).getByRole('radio', { name: 'Keep' })).toBeChecked();
  expect(screen.getByRole('link', { name: 'Go on to Send' })).toHaveAttribute('href', '/cases/C-2041/send');
});

test('a reason is picked with one key, and saving goes on to the next step', async () => {
  const sent = server({ 'case.correct': { ok: true, value: { state: 'corrected' } } });
  corrects();
  await userEvent.click(screen.getByRole('button', { name: /As on the accepted document/ }));
  expect(screen.getByRole('textbox', { name: 'Why the record changes' })).toHaveValue('As on the accepted document');
  await waitFor(() => expect(screen.getByRole('button', { name: /Save to the record/ })).toHaveFocus());
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(push).toHaveBeenCalledWith('/cases/C-2041/send'));
  expect(saves(sent)).toHaveLength(1);
});

test('what was begun and not saved is there again', () => {
  server({});
  show(<CorrectTask caseId="cccccccccccccccccccccc" person={katarzyna} documents={[{ documentId: 'dddddddddddddddddddddd', words: 'Photo ID' }]} chosen={{}} draft={{ savedAt: '10:47:52', mark: '1', value: { choices: { phone: 'use_submitted' }, documentId: 'dddddddddddddddddddddd', reason: 'New phone' } }} />);
  expect(screen.getByRole('textbox', { name: 'Why the record changes' })).toHaveValue('New phone');
  expect(screen.getByRole('button', { name: /Save to the record/ })).toHaveAccessibleDescription('Choose a date of birth first.');
});
