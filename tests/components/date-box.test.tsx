import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { DateBox } from '@/components/forms/date-box';
import { calendarDateOf } from '@/lib/platform/dates';

const today = calendarDateOf('2026-11-24');

function Box({ first = '', ...rest }: { first?: string } & Partial<Parameters<typeof DateBox>[0]>) {
  const [value, setValue] = useState(first);
  return (
    <>
      <DateBox label="Date of birth" name="bornOn" today={today} value={value} onChange={setValue} {...rest} />
      <p>{value || 'nothing'}</p>
      <button onClick={() => setValue('1994-03-05')}>Use the draft</button>
    </>
  );
}
const kept = () => screen.getByText(/^(nothing|\d{4}.*)$/, { selector: 'p' });

test('says the weekday at once and writes the date out on leaving', async () => {
  render(<Box />);
  const box = screen.getByRole('textbox', { name: 'Date of birth' });
  await userEvent.type(box, '3/5/24');
  expect(screen.getByRole('status')).toHaveTextContent('Tuesday');
  expect(kept()).toHaveTextContent('2024-03-05');
  await userEvent.tab();
  expect(box).toHaveValue('03/05/2024');
});

test('a date of birth of two centuries is asked, and a press answers', async () => {
  render(<Box scope="birth" />);
  await userEvent.type(screen.getByRole('textbox'), '3/5/24');
  expect(kept()).toHaveTextContent('nothing');
  expect(screen.getByText('Which century?')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '03/05/1924, Wednesday' }));
  expect(kept()).toHaveTextContent('1924-03-05');
  expect(screen.getByRole('textbox')).toHaveValue('03/05/1924');
  expect(screen.getByText('Wednesday, 102 years old')).toBeVisible();
});

test('a day that does not exist is told on leaving, tied to the box, and the typed text stays', async () => {
  render(<Box />);
  const box = screen.getByRole('textbox');
  await userEvent.type(box, '02/29/2023');
  expect(box).not.toBeInvalid();
  await userEvent.tab();
  expect(box).toBeInvalid();
  expect(box).toHaveAccessibleDescription(/That month has no such day/);
  expect(box).toHaveValue('02/29/2023');
  expect(kept()).toHaveTextContent('nothing');
});

test('says the age on the day where a birth date is known', async () => {
  render(<Box bornOn={calendarDateOf('2022-02-11')} />);
  await userEvent.type(screen.getByRole('textbox'), '022223');
  expect(screen.getByText('Wednesday, at 1 year')).toBeVisible();
});

test('a value set from outside replaces what stands in the box', async () => {
  render(<Box first="2020-01-01" />);
  expect(screen.getByRole('textbox')).toHaveValue('01/01/2020');
  await userEvent.click(screen.getByRole('button', { name: 'Use the draft' }));
  expect(screen.getByRole('textbox')).toHaveValue('03/05/1994');
});

test('a month alone is kept where parts are allowed', async () => {
  render(<Box partial />);
  await userEvent.type(screen.getByRole('textbox'), 'may 1994');
  expect(kept()).toHaveTextContent('1994-05');
  expect(screen.getByText('Day not known')).toBeVisible();
});
