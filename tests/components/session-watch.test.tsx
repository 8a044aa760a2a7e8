import '@testing-library/jest-dom';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SessionWatch } from '@/components/session/session-watch';
import { soonWords } from '@/components/session/session-warning';
import { askForProof } from '@/components/forms/proof';
import { ProofDialog } from '@/components/session/proof-dialog';
import type { SeatedStanding } from '@/lib/access/sessions';
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
    if (path.startsWith('/api/auth/')) return { json: async () => ({ csrfToken: 'x', url: 'https://id.example.org/authorize' }) };
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
const atTheDesk = (signsInBy: 'password' | 'provider' = 'password') =>
  render(
    <Outside>
      <textarea aria-label="Note" defaultValue="Called the clinic" />
      <SessionWatch person={{ id: 'dana', name: 'Dana Whitfield', signsInBy }} signInHref="/sign-in" />
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

describe('somebody who signs in at the identity provider', () => {
  const press = () => user.click(screen.getByRole('button', { name: 'Confirm with your state account' }));
  const seated = (session: string, state: 'open' | 'locked' = 'open'): SeatedStanding => ({ state, locksInMs: 900_000, endsInMs: 43_200_000, person: 'dana', session });

  test('opens a locked desk in a window beside it: this page goes on in the new session, with what was written', async () => {
    const popup = { location: { assign: jest.fn() }, close: jest.fn() };
    const open = jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    const kept = jest.fn();
    window.addEventListener('session-opened', kept);
    atTheDesk('provider');
    await after(seated('old', 'locked'));
    expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
    await press();
    await act(() => jest.advanceTimersByTimeAsync(3_000));
    expect(popup.location.assign).toHaveBeenCalledWith('https://id.example.org/authorize');
    expect(screen.getByRole('dialog', { name: 'Locked: Dana Whitfield' })).toHaveTextContent('Sign in in the other window');
    standing = seated('new');
    await act(() => jest.advanceTimersByTimeAsync(1_100));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect([screen.getByLabelText('Note'), kept.mock.calls.length]).toEqual([expect.objectContaining({ value: 'Called the clinic' }), 1]);
    window.removeEventListener('session-opened', kept);
    open.mockRestore();
  });

  test('is told when the browser keeps the window closed', async () => {
    const open = jest.spyOn(window, 'open').mockReturnValue(null);
    atTheDesk('provider');
    await after(seated('old', 'locked'));
    await press();
    expect(screen.getByRole('alert')).toHaveTextContent('Allow windows for this desk');
    open.mockRestore();
  });

  test('confirms a grave step in the same way', async () => {
    const open = jest.spyOn(window, 'open').mockReturnValue({ location: { assign: jest.fn() }, close: jest.fn() } as unknown as Window);
    standing = seated('old');
    render(<Outside><ProofDialog signsInBy="provider" /></Outside>);
    let confirmed: boolean | undefined;
    await act(async () => void askForProof().then((answer) => (confirmed = answer)));
    await press();
    await act(() => jest.advanceTimersByTimeAsync(2_100));
    expect(confirmed).toBeUndefined();
    standing = seated('new');
    await act(() => jest.advanceTimersByTimeAsync(1_100));
    expect(confirmed).toBe(true);
    open.mockRestore();
  });
});

test('a page that one person opened stops when another signs in in the same browser', async () => {
  atTheDesk();
  await after({ state: 'open', locksInMs: 900_000, endsInMs: 43_200_000, person: 'luis', session: 'his' } as Standing);
  expect(screen.getByRole('dialog', { name: 'You were signed out' })).toHaveTextContent('Somebody else has signed in in this browser');
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
