import '@testing-library/jest-dom';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { onProofNeeded } from '@/components/forms/proof';
import { useCommand } from '@/components/forms/use-command';
import { Outside } from './gallery';

type Sent = { address: string; key: string; body: unknown; credentials?: string };

/** A server that answers as told, in order. */
function server(...answers: (readonly [number, unknown] | 'no network')[]) {
  const sent: Sent[] = [];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    const headers = init.headers as Record<string, string>;
    sent.push({ address, key: headers['idempotency-key'] ?? '', body: JSON.parse(String(init.body)), credentials: init.credentials });
    const answer = answers[sent.length - 1] ?? answers.at(-1);
    if (!answer || answer === 'no network') throw new TypeError('Failed to fetch');
    return { status: answer[0], json: async () => answer[1] };
  }) as unknown as typeof fetch;
  return sent;
}

const refresh = jest.fn();
const routes = { refresh } as unknown as AppRouterInstance;
const wrapper = ({ children }: { children: ReactNode }) => <Outside routes={routes}>{children}</Outside>;
// The hook cares for no particular command; the name is whichever the registry has.
const start = () => renderHook(() => useCommand('session.lock' as Parameters<typeof useCommand>[0]), { wrapper });
type Input = Parameters<ReturnType<typeof useCommand>['run']>[0];
const input = (value: object) => value as unknown as Input;

beforeEach(() => {
  refresh.mockClear();
  let count = 0;
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => `key-${(count += 1)}` });
});

test('posts to the command with a key, and refreshes the page when it is done', async () => {
  const sent = server([200, { ok: true, value: { id: 7 } }]);
  const { result } = start();
  const outcome = await act(() => result.current.run(input({ a: 1 })));
  expect(outcome).toEqual({ ok: true, value: { id: 7 } });
  expect(sent).toEqual([{ address: '/api/commands/session.lock', key: 'key-1', body: { a: 1 }, credentials: 'same-origin' }]);
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(result.current.reason).toBeNull();
});

test('a retry of the same body keeps its key; another body and a submit after a success get their own', async () => {
  const sent = server('no network', [503, null], [200, { ok: true, value: null }]);
  const { result } = start();
  for (const body of [{ a: 1 }, { a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }]) await act(() => result.current.run(input(body)));
  expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-1', 'key-2', 'key-3']);
});

test.each<[string, readonly [number, unknown] | 'no network', string]>([
  ['the network is gone', 'no network', 'unavailable'],
  ['the database is gone', [503, { ok: false, reason: 'not_audited', problems: [] }], 'unavailable'],
  ['the answer is no JSON', [200, null], 'unavailable'],
  ['somebody else saved first', [409, null], 'conflict'],
  ['the role may not', [403, null], 'forbidden'],
  ['the room refuses by its own code', [422, { ok: false, reason: 'outside_window', problems: [] }], 'outside_window'],
])('when %s', async (_, answer, reason) => {
  server(answer);
  const { result } = start();
  await act(() => result.current.run(input({})));
  expect(result.current.reason).toBe(reason);
  expect(result.current.busy).toBe(false);
  expect(refresh).not.toHaveBeenCalled();
});

test('keeps the problems of each field until the next attempt', async () => {
  server([422, { ok: false, reason: 'invalid', problems: [{ field: 'lastName', reason: 'missing' }] }], [200, { ok: true, value: null }]);
  const { result } = start();
  await act(() => result.current.run(input({})));
  expect(result.current.problems).toEqual([{ field: 'lastName', reason: 'missing' }]);
  await act(() => result.current.run(input({ lastName: 'Nowak' })));
  expect(result.current.problems).toEqual([]);
});

test.each([
  [401, 'session-ended', 'session_ended'],
  [423, 'session-locked', 'session_locked'],
])('a %i tells the frame: %s', async (status, event, reason) => {
  const heard = jest.fn();
  window.addEventListener(event, heard, { once: true });
  server([status, { ok: false, reason: 'forbidden', problems: [] }]);
  const { result } = start();
  await act(() => result.current.run(input({})));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(result.current.reason).toBe(reason);
});

test('is busy while the answer is awaited', async () => {
  let answer: (value: unknown) => void = () => undefined;
  globalThis.fetch = (() => new Promise((resolve) => (answer = resolve))) as unknown as typeof fetch;
  const { result } = start();
  act(() => void result.current.run(input({})));
  expect(result.current.busy).toBe(true);
  await act(async () => answer({ status: 200, json: async () => ({ ok: true, value: null }) }));
  await waitFor(() => expect(result.current.busy).toBe(false));
});

describe('where the desk asks again who it is', () => {
  const needed = [403, { ok: false, reason: 'step_up_needed', problems: [] }] as const;
  const done = [200, { ok: true, value: { id: 7 } }] as const;
  /** The frame's dialog, answered as told. */
  function frame(confirmed: boolean) {
    const asked = jest.fn();
    const stop = onProofNeeded((answer) => {
      asked();
      answer(confirmed);
    });
    return { asked, stop };
  }

  test('the same body goes again under the same key once it is confirmed', async () => {
    const { asked, stop } = frame(true);
    const sent = server(needed, done);
    const { result } = start();
    expect(await act(() => result.current.run(input({ words: 'merge' })))).toEqual({ ok: true, value: { id: 7 } });
    expect(sent.map(({ key, body }) => ({ key, body }))).toEqual(Array(2).fill({ key: 'key-1', body: { words: 'merge' } }));
    expect(asked).toHaveBeenCalledTimes(1);
    stop();
  });

  test('put away, nothing is sent again, and a later press keeps its key', async () => {
    const { stop } = frame(false);
    const sent = server(needed, needed);
    const { result } = start();
    await act(() => result.current.run(input({ a: 1 })));
    expect(result.current).toMatchObject({ reason: 'step_up_needed', busy: false });
    await act(() => result.current.run(input({ a: 1 })));
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
    stop();
  });

  test('a server that asks a second time is not asked a third', async () => {
    const { stop } = frame(true);
    const sent = server(needed, needed, done);
    const { result } = start();
    await act(() => result.current.run(input({})));
    expect(sent).toHaveLength(2);
    expect(result.current.reason).toBe('step_up_needed');
    stop();
  });

  test('without a frame to ask in, it is refused', async () => {
    server(needed);
    const { result } = start();
    await act(() => result.current.run(input({})));
    expect(result.current.reason).toBe('step_up_needed');
  });
});
