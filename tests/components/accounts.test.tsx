import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Authenticator } from '@/components/account/authenticator';
import { JoinForm } from '@/components/account/join-form';
import { SignInNotices } from '@/components/session/sign-in-notices';
import { UserMenu } from '@/components/session/user-menu';
import { AccountAction } from '@/components/staff/account-action';
import { DisableAccount } from '@/components/staff/disable-account';
import { RolesForm } from '@/components/staff/roles-form';
import { signInNoticeLine } from '@/lib/staff/labels';
import { Outside } from './gallery';

type Sent = { path: string; body: Record<string, unknown> };
let sent: Sent[];
let answer: object;

beforeEach(() => {
  sent = [];
  answer = { ok: true, value: {} };
  globalThis.fetch = (async (path: string, init: RequestInit) => {
    sent.push({ path: path.replace('/api/commands/', ''), body: JSON.parse(String(init.body)) as Record<string, unknown> });
    return { status: (answer as { ok: boolean }).ok ? 200 : 422, json: async () => answer };
  }) as unknown as typeof fetch;
});

const CODES = Array.from({ length: 10 }, (_, at) => `7KQ2-M0XD-ABCD-000${at}`);

describe('joining', () => {
  const join = () =>
    render(
      <Outside path="/join/x">
        <JoinForm command="account.join" token="t" offer="o" authenticator={<Authenticator secret="ABCDEFGH" picture={<svg role="img" aria-label="Picture to scan" />} />} />
      </Outside>,
    );

  test('the picture has its words and the secret stands as text in fours', () => {
    join();
    expect(screen.getByRole('img', { name: 'Picture to scan' })).toBeInTheDocument();
    expect(screen.getByText('ABCD EFGH')).toBeInTheDocument();
  });

  test('the codes come once, and going on asks whether they are kept', async () => {
    answer = { ok: true, value: { codes: CODES } };
    join();
    await userEvent.type(screen.getByLabelText('New password'), 'plum ladder eleven quietly');
    await userEvent.type(screen.getByLabelText('The code it shows now'), '123456');
    await userEvent.click(screen.getByRole('button', { name: /^Set up/ }));
    const region = await screen.findByRole('region', { name: 'Recovery codes' });
    expect(within(region).getAllByRole('listitem')).toHaveLength(10);
    expect(sent).toEqual([{ path: 'account.join', body: { token: 't', offer: 'o', password: 'plum ladder eleven quietly', code: '123456' } }]);
    const onwards = () => screen.getByRole('button', { name: 'Go to the sign-in page' });
    expect(onwards()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(screen.getByLabelText('I have kept these codes'));
    expect(onwards()).not.toHaveAttribute('aria-disabled');
  });

  test('a refusal stands at its field in words, and what was typed is kept', async () => {
    answer = { ok: false, reason: 'too_common', problems: [{ field: 'password', reason: 'too_common' }] };
    join();
    await userEvent.type(screen.getByLabelText('New password'), 'passwordpassword');
    await userEvent.type(screen.getByLabelText('The code it shows now'), '123456');
    await userEvent.click(screen.getByRole('button', { name: /^Set up/ }));
    await waitFor(() => expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(/among the first/));
    expect(screen.getByLabelText('New password')).toHaveValue('passwordpassword');
    await userEvent.click(screen.getByLabelText('Show it'));
    expect(screen.getByLabelText('New password')).toHaveAttribute('type', 'text');
  });

  test('nothing is sent before there is a code of six digits', async () => {
    join();
    await userEvent.type(screen.getByLabelText('The code it shows now'), '12345');
    await userEvent.click(screen.getByRole('button', { name: /^Set up/ }));
    await waitFor(() => expect(screen.getByLabelText('The code it shows now')).toHaveAccessibleDescription(/six digits/));
    expect(sent).toEqual([]);
  });
});

describe('an account', () => {
  test('is disabled with a reason, and the dialog says what that does', async () => {
    render(<Outside><DisableAccount staff="s" name="Noor Haddad" version={3} disabled={false} /></Outside>);
    await userEvent.click(screen.getByRole('button', { name: 'Disable account' }));
    const dialog = screen.getByRole('dialog', { name: 'Disable account: Noor Haddad' });
    expect(dialog).toHaveTextContent('Their sessions end now');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Disable Noor Haddad' }));
    expect(sent).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText('Why?'), 'Left');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Disable Noor Haddad' }));
    await waitFor(() => expect(sent).toEqual([{ path: 'staff.disable', body: { staff: 's', version: 3, reason: 'Left' } }]));
  });

  test('is reset only after its dialog, and a refusal is said there', async () => {
    answer = { ok: false, reason: 'last_administrator', problems: [] };
    render(<Outside><AccountAction command="staff.reset_password" staff="s" words="Reset password" title="Reset the password of Noor" done="Done.">They choose another.</AccountAction></Outside>);
    await userEvent.click(screen.getByRole('button', { name: 'Reset password' }));
    const dialog = screen.getByRole('dialog', { name: 'Reset the password of Noor' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Reset password' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('the last administrator who can sign in');
  });

  test('has its roles as boxes; none is refused before it is sent', async () => {
    render(<Outside><RolesForm staff="s" name="Noor" version={1} roles={['processor']} /></Outside>);
    expect(screen.getByLabelText('Processor')).toBeChecked();
    await userEvent.click(screen.getByLabelText('Processor'));
    await userEvent.click(screen.getByRole('button', { name: 'Save roles' }));
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByLabelText('Auditor'));
    await userEvent.click(screen.getByLabelText('Administrator'));
    await userEvent.click(screen.getByRole('button', { name: 'Save roles' }));
    await waitFor(() => expect(sent).toEqual([{ path: 'staff.set_roles', body: { staff: 's', version: 1, roles: ['auditor', 'administrator'] } }]));
  });
});

test('what the desk says about a sign-in stays until it is put away', async () => {
  const lines = [signInNoticeLine({ kind: 'recovery_code', left: 3 }), signInNoticeLine({ kind: 'ended_oldest', where: 'Firefox on Linux', startedAt: new Date('2026-11-24T15:48:00Z') })];
  render(<Outside><SignInNotices lines={lines} /></Outside>);
  expect(screen.getByText('You signed in with a recovery code. 3 are left.')).toBeVisible();
  expect(screen.getByText('Your session in Firefox on Linux of Tue Nov 24, 10:48 AM ended.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Understood' }));
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
  expect(sent).toEqual([{ path: 'session.see_notice', body: {} }]);
});

test.each([[0, 'It was the last one.'], [1, '1 is left.'], [9, '9 are left.']])('%i codes left are said as "%s"', (left, words) => {
  expect(signInNoticeLine({ kind: 'recovery_code', left }).title).toContain(words);
});

test('the menu under one’s name leads to one’s sessions and out', async () => {
  render(<Outside><UserMenu name="Dana Whitfield" role="processor" /></Outside>);
  await userEvent.click(screen.getByRole('button', { name: /Dana Whitfield/ }));
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Your sessions and account', 'Sign out']);
});
