import '@testing-library/jest-dom';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SessionWatch } from '@/components/session/session-watch';
import { soonWords } from '@/components/session/session-warning';
import type { Standing } from '@/lib/access/standing';
import { Outside } from './gallery';

jest.useFakeTimers();

const open = (locksInMs: number, endsInMs = 43_200_000): Standing => ({ state: 'open', locksInMs, endsInMs });
let standing: Standing;
let asked: string[];

beforeEach(() => {
  standing = open(900_000);
  asked = [];
  globalThis.fetch = (async (path: string) => {
    asked.push(path);
    await new Promise((answered) => setTimeout(answered, 1));
    if (path === '/api/session') return { json: async () => standing };
    standing = open(900_000);
    return { status: 200, json: async () => ({ ok: true, value: {} }) };
  }) as unknown as typeof fetch;
});

/** The desk asks how the session stands, as it does every few seconds. */
async function after(next: Standing): Promise<void> {
  standing = next;
  await act(() => jest.advanceTimersByTimeAsync(5_010));
}
const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
const atTheDesk = () =>
  render(
    <Outside>
      <textarea aria-label="Note" defaultValue="Called the clinic" />
      <SessionWatch name="Dana Whitfield" signInHref="/sign-in" />
    </Outside>,
  );

test('two and a half minutes before the lock it asks, and one press stays: nothing that was written is gone', async () => {
  atTheDesk();
  await after(open(150_001));
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  await after(open(150_000));
  const dialog = screen.getByRole('alertdialog', { name: 'Still there?' });
  expect(dialog).toHaveTextContent('in two and a half minutes');
  expect(screen.getByRole('status')).toHaveTextContent('the screen locks');
  expect(screen.getByRole('button', { name: 'Stay signed in' })).toHaveFocus();
  await after(open(58_000));
  expect(dialog).toHaveTextContent('in a minute');
  await user.keyboard('{Escape}');
  expect(dialog).toBeInTheDocument();
  await user.keyboard('{Enter}');
  await act(() => jest.advanceTimersByTimeAsync(20));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  expect(asked).toContain('/api/commands/session.stay');
  expect(screen.getByLabelText('Note')).toHaveValue('Called the clinic');
});

test('the end cannot be put off: the warning is read once and does not come back, and the end says why', async () => {
  atTheDesk();
  await after(open(900_000, 140_000));
  await user.click(screen.getByRole('button', { name: 'Keep working until then' }));
  await act(() => jest.advanceTimersByTimeAsync(20));
  await after(open(900_000, 60_000));
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  await after({ state: 'signed_out', because: 'expired' });
  expect(screen.getByRole('dialog', { name: 'You were signed out' })).toHaveTextContent('Twelve hours are the longest session.');
});

test.each([
  ['newer_session', 'You signed in at a third place'],
  ['ended_by_administrator', 'An administrator ended this session'],
  ['password_changed', 'Your password was changed'],
  ['disabled', 'Your account is disabled'],
  [null, 'Your session ended.'],
] as const)('somebody whose session is over because of %s is told so', async (because, words) => {
  atTheDesk();
  await after({ state: 'signed_out', because });
  expect(screen.getByRole('dialog')).toHaveTextContent(words);
});

test.each([
  [150_000, 'in two and a half minutes'],
  [120_000, 'in 2 minutes'],
  [60_000, 'in a minute'],
  [30_000, 'in half a minute'],
  [4_000, 'in a few seconds'],
])('%i ms are said as "%s"', (ms, words) => {
  expect(soonWords(ms)).toBe(words);
});
