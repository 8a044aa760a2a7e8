import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { z } from 'zod';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextField } from '@/components/forms/text-field';
import { useSchemaForm } from '@/components/forms/use-schema-form';
import { Button } from '@/components/ui/button';
import type { Problem } from '@/lib/platform/outcome';

const schema = z.strictObject({ lastName: z.string().min(1, 'missing'), address: z.strictObject({ zip: z.string().regex(/^\d{5}$/, 'not_a_zip') }), method: z.enum(['mail', 'fax'], 'not_chosen') });
const said: Record<string, string> = { missing: 'Type a last name', not_a_zip: 'Type five digits', not_chosen: 'Choose mail or fax', twin: 'Another person has this name' };
const words = (problem: Problem) => said[problem.reason];

function Person({ onSubmit = () => undefined, problems = [] }: { onSubmit?: (values: unknown) => unknown; problems?: Problem[] }) {
  const form = useSchemaForm(schema, { lastName: '', address: { zip: '' } });
  const problem = (field: string) => problemOf(form, field, problems, words);
  return (
    <Form form={form} onSubmit={onSubmit} problems={problems} words={words} label="Person">
      <TextField label="Last name" problem={problem('lastName')} {...form.register('lastName')} />
      <TextField label="ZIP code" problem={problem('address.zip')} {...form.register('address.zip')} />
      <RadioGroup label="Send by" problem={problem('method')} choices={[{ value: 'mail', words: 'Mail' }, { value: 'fax', words: 'Fax' }]} {...form.register('method')} />
      <Button type="submit">Save</Button>
    </Form>
  );
}

const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

test('what is wrong stands in one focused summary whose lines lead to the fields', async () => {
  document.title = 'C-2041 - Record Desk';
  const submitted = jest.fn();
  render(<Person onSubmit={submitted} />);
  await save();
  const summary = await screen.findByRole('alert');
  expect(summary).toHaveFocus();
  expect(document.title).toBe('Error: C-2041 - Record Desk');
  expect(within(summary).getAllByRole('link').map((link) => link.textContent)).toEqual(['Type a last name', 'Type five digits', 'Choose mail or fax']);
  await userEvent.click(within(summary).getByRole('link', { name: 'Type five digits' }));
  expect(screen.getByRole('textbox', { name: 'ZIP code' })).toHaveFocus();
  await userEvent.click(within(summary).getByRole('link', { name: 'Choose mail or fax' }));
  expect(screen.getByRole('radio', { name: 'Mail' })).toHaveFocus();
  expect(submitted).not.toHaveBeenCalled();
});

test('each field says what is wrong with it, and what was typed stays', async () => {
  render(<Person />);
  await userEvent.type(screen.getByRole('textbox', { name: 'ZIP code' }), '0651');
  await save();
  const zip = screen.getByRole('textbox', { name: 'ZIP code' });
  expect(zip).toBeInvalid();
  expect(zip).toHaveAccessibleDescription('Error: Type five digits');
  expect(zip).toHaveValue('0651');
  expect(screen.getByRole('group', { name: 'Send by' })).toHaveAccessibleDescription('Error: Choose mail or fax');
});

test('mended fields leave the summary, and the title goes back', async () => {
  document.title = 'Case';
  const submitted = jest.fn();
  render(<Person onSubmit={submitted} />);
  await save();
  await userEvent.type(screen.getByRole('textbox', { name: 'Last name' }), 'Nowak');
  await userEvent.type(screen.getByRole('textbox', { name: 'ZIP code' }), '06510');
  await userEvent.click(screen.getByRole('radio', { name: 'Fax' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await waitFor(() => expect(document.title).toBe('Case'));
  await save();
  expect(submitted).toHaveBeenCalledWith({ lastName: 'Nowak', address: { zip: '06510' }, method: 'fax' });
});

test('Ctrl+Enter saves from any field', async () => {
  render(<Person />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Last name' }), 'Nowak{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Type five digits');
});

test('what the server found stands in the same places', () => {
  render(<Person problems={[{ field: 'lastName', reason: 'twin' }]} />);
  expect(screen.getByRole('alert')).toHaveTextContent('Another person has this name');
  expect(screen.getByRole('textbox', { name: 'Last name' })).toHaveAccessibleDescription('Error: Another person has this name');
});

test('a lost desk says that nothing was saved and offers another try', async () => {
  const retry = jest.fn();
  const { rerender } = render(<CommandNotice reason="unavailable" onRetry={retry} />);
  expect(screen.getByRole('alert')).toHaveTextContent('What you wrote is still here');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledTimes(1);
  rerender(<CommandNotice reason="twins" words={{ twins: 'Two patients fit.' }} />);
  expect(screen.getByRole('alert')).toHaveTextContent('Two patients fit.');
  rerender(<CommandNotice reason={null} />);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
