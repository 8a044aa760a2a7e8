import '@testing-library/jest-dom';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { CaseActions } from '@/components/cases/case-actions';
import type { CaseMoves } from '@/lib/cases/queries/moves';
import { calendarDateOf } from '@/lib/platform/dates';
import { Outside } from './gallery';

const quiet: CaseMoves = { entries: [], question: null, answer: null, lapsedAt: null, wait: null, woke: null, colleagues: [], releaseId: null, today: calendarDateOf('2026-11-24') };

const routes = { push: jest.fn(), refresh: jest.fn() } as unknown as AppRouterInstance;
const shown = (claimOff: string | undefined, mine = false) =>
  render(
    <Outside routes={routes}>
      <CaseActions caseId="cccccccccccccccccccccc" number={2041} closed={false} mine={mine} claimOff={claimOff} moves={quiet} ending={{ outcomes: ['withdrawn'], missing: [], draft: null }} />
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

/** Answers in the order of the addresses asked; what was asked is kept. */
function server(answers: Record<string, object>): string[] {
  const asked: string[] = [];
  globalThis.fetch = jest.fn(async (address: string) => {
    const name = address.split('/').at(-1) ?? '';
    asked.push(name);
    return { status: 200, json: async () => answers[name] ?? { ok: false, reason: 'unavailable', problems: [] } };
  }) as unknown as typeof fetch;
  return asked;
}

test('a case that is on its way leaves for the next one, though the page has not heard of it', async () => {
  const asked = server({ 'case.finish': { ok: true, value: { kind: 'on_its_way' } }, 'case.take_next': { ok: true, value: { number: 2099 } } });
  shown(undefined, true);
  await userEvent.click(screen.getByRole('button', { name: /Finish and next/ }));
  await waitFor(() => expect(routes.push).toHaveBeenCalledWith('/cases/C-2099'));
  expect(asked).toEqual(['case.finish', 'case.take_next']);
});

test('where something is missing the ways to end it are offered, and where nobody answers nothing is closed', async () => {
  const asked = server({ 'case.finish': { ok: true, value: { kind: 'lacks' } } });
  const { unmount } = shown(undefined, true);
  await userEvent.click(screen.getByRole('button', { name: /Finish and next/ }));
  expect(await screen.findByRole('dialog', { name: 'Close C-2041' })).toBeVisible();
  expect(asked).toEqual(['case.finish']);
  unmount();
  server({});
  shown(undefined, true);
  await userEvent.click(screen.getByRole('button', { name: /Finish and next/ }));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
});
