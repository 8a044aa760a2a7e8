import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { CaseActions } from '@/components/cases/case-actions';
import type { CaseMoves } from '@/lib/cases/queries/moves';
import { calendarDateOf } from '@/lib/platform/dates';
import { Outside } from './gallery';

const quiet: CaseMoves = { entries: [], question: null, answer: null, lapsedAt: null, wait: null, woke: null, colleagues: [], releaseId: null, today: calendarDateOf('2026-11-24') };

const routes = { push: jest.fn(), refresh: jest.fn() } as unknown as AppRouterInstance;
const shown = (claimOff: string | undefined) =>
  render(
    <Outside routes={routes}>
      <CaseActions caseId="cccccccccccccccccccccc" number={2041} closed={false} mine={false} claimOff={claimOff} moves={quiet} ending={{ finish: { kind: 'lacks' }, outcomes: [], missing: [], draft: null }} />
    </Outside>,
  );

test('who may not take the case reads why, and a press sends nothing', async () => {
  const sent = jest.fn();
  globalThis.fetch = sent as unknown as typeof fetch;
  shown('Dana Whitfield has this case.');
  const button = screen.getByRole('button', { name: /Assign to me/ });
  expect(button).toHaveAccessibleDescription('Dana Whitfield has this case.');
  await userEvent.click(button);
  expect(sent).not.toHaveBeenCalled();
});

test('who may take it sends one claim', async () => {
  const sent = jest.fn(async () => ({ status: 200, json: async () => ({ ok: true, value: { number: 2041 } }) }));
  globalThis.fetch = sent as unknown as typeof fetch;
  shown(undefined);
  await userEvent.click(screen.getByRole('button', { name: /Assign to me/ }));
  expect(sent).toHaveBeenCalledTimes(1);
});
