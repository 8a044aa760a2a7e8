import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FailurePage } from '@/components/request/failure-page';
import { StartPage } from '@/components/request/start-page';
import { Outside } from './gallery';

test.each([
  ['en', 'Ask for your immunization record', 'Start', 'Your photo ID'],
  ['es', 'Pida su registro de vacunación', 'Empezar', 'Su identificación con foto'],
] as const)('the first page (%s) says what one needs before the first question', (language, title, start, need) => {
  render(
    <Outside path="/request">
      <StartPage language={language} />
    </Outside>,
  );
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(title);
  expect(screen.getByText(need)).toBeVisible();
  expect(screen.getByRole('link', { name: start })).toHaveAttribute('href', '/request/form');
});

test('a page that failed gives a number and another try, and nothing of the cause', async () => {
  const retry = jest.fn();
  render(<FailurePage reference="3141592653" retry={retry} />);
  expect(screen.getByText('3141592653')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

test('no part of the form writes a style attribute', () => {
  const folder = join(__dirname, '../../components/request');
  expect(readdirSync(folder).filter((file) => /\sstyle=/.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
});
