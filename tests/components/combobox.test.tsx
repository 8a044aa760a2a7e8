import '@testing-library/jest-dom';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Combobox, type Option } from '@/components/forms/combobox';

const all: Option[] = [
  { id: '83', lead: '83', words: 'Havrix, hepatitis A, child', aside: '12 months to 18 years' },
  { id: '52', lead: '52', words: 'Havrix, hepatitis A, adult' },
  { id: '21', lead: '21', words: 'Varivax, varicella' },
];

function Vaccine({ onChoose, load }: { onChoose: (option: Option) => void; load?: (typed: string, signal: AbortSignal) => Promise<readonly Option[]> }) {
  const [typed, setTyped] = useState('');
  const find = load ?? (async (text: string) => all.filter((one) => one.words.toLowerCase().includes(text.toLowerCase())));
  return (
    <>
      <Combobox label="Vaccine" name="vaccine" typed={typed} onType={setTyped} load={find} onChoose={onChoose} problem={typed === 'bad' ? 'Choose one of the list' : undefined} foot="Tab takes the first" />
      <input aria-label="Date" />
    </>
  );
}

test('shows what is found and takes what is chosen with the arrows', async () => {
  const chosen = jest.fn();
  render(<Vaccine onChoose={chosen} />);
  await userEvent.type(screen.getByRole('combobox', { name: 'Vaccine' }), 'havr');
  await screen.findByRole('option', { name: /adult/ });
  expect(screen.getAllByRole('option')).toHaveLength(2);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(chosen).toHaveBeenCalledWith(all[1]);
  expect(screen.getByRole('combobox')).toHaveValue('Havrix, hepatitis A, adult');
});

test('Tab takes the first and goes on to the next box', async () => {
  const chosen = jest.fn();
  render(<Vaccine onChoose={chosen} />);
  await userEvent.type(screen.getByRole('combobox'), 'havr');
  await screen.findByRole('option', { name: /adult/ });
  await userEvent.tab();
  expect(chosen).toHaveBeenCalledWith(all[0]);
  expect(screen.getByRole('textbox', { name: 'Date' })).toHaveFocus();
});

test('an answer that comes too late is dropped', async () => {
  const calls: { typed: string; signal: AbortSignal; answer: (found: readonly Option[]) => void }[] = [];
  render(<Vaccine onChoose={jest.fn()} load={(typed, signal) => new Promise((answer) => calls.push({ typed, signal, answer }))} />);
  const box = screen.getByRole('combobox');
  await userEvent.type(box, 'h');
  await waitFor(() => expect(calls).toHaveLength(1));
  await userEvent.type(box, 'a');
  await waitFor(() => expect(calls).toHaveLength(2));
  await act(async () => {
    calls[1]?.answer([all[1] as Option]);
    calls[0]?.answer([all[2] as Option]);
  });
  expect(await screen.findByRole('option', { name: /adult/ })).toBeInTheDocument();
  expect(calls[0]?.signal.aborted).toBe(true);
  expect(screen.queryByRole('option', { name: /Varivax/ })).not.toBeInTheDocument();
});

test('says when nothing is found, and what is wrong', async () => {
  render(<Vaccine onChoose={jest.fn()} />);
  await userEvent.type(screen.getByRole('combobox'), 'bad');
  expect(await screen.findByText('Nothing found')).toBeInTheDocument();
  expect(screen.getByRole('combobox')).toBeInvalid();
  expect(screen.getByRole('combobox')).toHaveAccessibleDescription(/Choose one of the list/);
});
