import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { ProofDialog } from '@/components/session/proof-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Outside } from './gallery';

type Sent = { path: string; key: string; body: Record<string, string> };

/** A desk that wants a proof for everything but the proof itself; right is `right horse` with 123456. */
function desk() {
  const sent: Sent[] = [];
  let proved = false;
  globalThis.fetch = (async (path: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body)) as Record<string, string>;
    sent.push({ path: path.replace('/api/commands/', ''), key: (init.headers as Record<string, string>)['idempotency-key'] ?? '', body });
    const right = body.password === 'right horse' && body.code === '123456';
    if (path.endsWith('session.step_up')) proved ||= right;
    const reason = path.endsWith('session.step_up') ? 'wrong_proof' : 'step_up_needed';
    return proved ? { status: 200, json: async () => ({ ok: true, value: {} }) } : { status: 403, json: async () => ({ ok: false, reason, problems: [] }) };
  }) as unknown as typeof fetch;
  return sent;
}

/** Words written in a dialog of their own, as most grave things are. */
function Reopen() {
  const reopen = useCommand('case.reopen');
  const form = useForm({ defaultValues: { reason: '' } });
  const [open, setOpen] = useState(true);
  return (
    <Dialog title="Open it again" open={open} onOpenChange={setOpen}>
      <Form form={form} label="Open it again" onSubmit={async ({ reason }: { reason: string }) => (await reopen.run({ caseId: 'c', reason })).ok && setOpen(false)}>
        <TextArea id="why" label="Why?" {...form.register('reason')} />
        <CommandNotice reason={reopen.reason} />
        <Button type="submit">Open</Button>
      </Form>
    </Dialog>
  );
}

async function atTheQuestion() {
  const user = userEvent.setup();
  render(
    <Outside>
      <Reopen />
      <ProofDialog />
    </Outside>,
  );
  await user.type(screen.getByLabelText('Why?'), 'They called again');
  await user.click(screen.getByRole('button', { name: 'Open' }));
  const asked = await screen.findByRole('dialog', { name: 'Confirm it is you' });
  return { user, asked };
}
const fill = async (user: ReturnType<typeof userEvent.setup>, asked: HTMLElement, password: string, code: string) => {
  for (const [label, typed] of [['Password', password], ['One-time code', code]] as const) {
    const box = within(asked).getByLabelText(label);
    await user.clear(box);
    await user.type(box, typed);
  }
  await user.click(within(asked).getByRole('button', { name: 'Confirm' }));
};

test('over an open dialog it takes the keyboard, and with the right answer what was pressed goes on by itself', async () => {
  const sent = desk();
  const { user, asked } = await atTheQuestion();
  await waitFor(() => expect(within(asked).getByLabelText('Password')).toHaveFocus());
  await fill(user, asked, 'right horse', '123456');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(sent.map(({ path }) => path)).toEqual(['case.reopen', 'session.step_up', 'case.reopen']);
  expect(sent[2]).toEqual(sent[0]);
  expect(sent[2]?.body).toEqual({ caseId: 'c', reason: 'They called again' });
});

test('a wrong code says so, empties the code alone, and the next one may be right', async () => {
  desk();
  const { user, asked } = await atTheQuestion();
  await fill(user, asked, 'right horse', '999999');
  expect(await within(asked).findByRole('alert')).toHaveTextContent('Password or code is not right');
  expect(within(asked).getByLabelText('Password')).toHaveValue('right horse');
  expect(within(asked).getByLabelText('One-time code')).toHaveValue('');
  await user.type(within(asked).getByLabelText('One-time code'), '123456{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('put away, what was written is still there and says what to do', async () => {
  const sent = desk();
  const { user } = await atTheQuestion();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Confirm it is you' })).not.toBeInTheDocument());
  expect(screen.getByRole('dialog', { name: 'Open it again' })).toBeVisible();
  expect(screen.getByLabelText('Why?')).toHaveValue('They called again');
  expect(await screen.findByText('Not done: you did not confirm that it is you.')).toBeVisible();
  expect(sent).toHaveLength(1);
});

test.each([['too few digits', '12345', 'The code has six digits'], ['none', ' ', 'The code has six digits']])('with %s nothing is sent', async (_, digits, says) => {
  const sent = desk();
  const { user, asked } = await atTheQuestion();
  await fill(user, asked, 'right horse', digits);
  expect((await within(asked).findAllByText(says))[0]).toBeVisible();
  expect(sent).toHaveLength(1);
});
