import '@testing-library/jest-dom';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { BulkActionId } from '@/lib/cases/bulk';
import type { QueueCounts } from '@/lib/cases/queries/queue-counts';
import { CASE_KINDS } from '@/lib/policies/case-kinds';
import { readQueue, QUEUE_VIEWS, stateOfQuery } from '@/lib/cases/views';
import { calendarDateOf } from '@/lib/platform/dates';
import { ClosureNotice } from '@/components/calendar/closure-notice';
import { queueColumns, shownCells } from '@/components/queue/queue-columns';
import { ColumnsMenu, RowsSwitch } from '@/components/queue/queue-display';
import { PageKeys } from '@/components/queue/page-keys';
import { QueueFilters } from '@/components/queue/queue-filters';
import { Arrivals, QueuePulse } from '@/components/queue/queue-pulse';
import { QueueRail } from '@/components/queue/queue-rail';
import { QueueTable, type QueueLine } from '@/components/queue/queue-table';
import { ShellProvider } from '@/components/shell/shell-provider';
import { Outside } from './gallery';

// jsdom lays nothing out, so it cannot scroll.
Element.prototype.scrollIntoView = () => undefined;

function server(...answers: object[]) {
  const sent: { address: string; body: Record<string, unknown> | null }[] = [];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    sent.push({ address, body: init.body === undefined ? null : (JSON.parse(String(init.body)) as Record<string, unknown>) });
    return { status: 200, ok: true, json: async () => answers[sent.length - 1] ?? answers.at(-1) };
  }) as unknown as typeof fetch;
  return sent;
}

const [push, replace, refresh] = [jest.fn(), jest.fn(), jest.fn()];
const routes = { push, replace, refresh } as unknown as AppRouterInstance;
const plain = readQueue({}).state;
const cells = shownCells([]);
const peekAt = (number: number): QueueLine['peek'] => ({ person: { name: `Peek ${number}`, age: '32' }, kind: 'Record not found', first: [['Next step', 'Match']], closed: false, due: { kind: 'later', words: 'Tomorrow' }, deadline: 'None given', presence: null, holder: { who: 'Nobody', mine: false, beside: null, nobody: true } });
const lines: QueueLine[] = [2041, 2042, 2043].map((number) => ({ id: `id-${number}`, href: `#${number}`, name: `C-${number}`, cells: cells.map((cell) => `${cell} ${number}`), peek: peekAt(number) }));
const ALL: readonly BulkActionId[] = ['assign_to_me', 'assign_to', 'put_back', 'hold'];

function table(actions = ALL, singleKeys = true) {
  return render(
    <Outside routes={routes}>
      <ShellProvider singleKeys={singleKeys}>
        <QueueTable label="All open" columns={queueColumns(plain, cells)} lines={lines} density="compact" actions={actions} colleagues={[{ id: 'kofi', name: 'Kofi Mensah' }]} today={calendarDateOf('2026-11-24')} mayNote foot="1 to 3 of 3" />
      </ShellProvider>
    </Outside>,
  );
}

beforeEach(() => {
  [push, replace, refresh].forEach((spy) => spy.mockClear());
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => 'key-00000000000000001' });
});

const left = { caseId: 'id-2042', number: 2042, reason: 'held_by_another', state: 'in_progress', holder: 'Maria Ortiz', since: '10:42 AM' };

test('chosen with x and Shift+arrow, assigned together; the one that could not be says who has it, and an undo takes back the rest', async () => {
  const sent = server({ ok: true, value: { moved: [{ id: 'id-2041', number: 2041 }], left: [left] } }, { ok: true, value: { moved: [{ id: 'id-2041', number: 2041 }], left: [] } });
  table();
  await userEvent.keyboard('jx{Shift>}{ArrowDown}{/Shift}');
  expect(screen.getByText('2 cases chosen')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Assign to me' }));
  expect(await screen.findByText('C-2042: Maria Ortiz took it at 10:42 AM')).toBeVisible();
  expect(screen.getByText('1 case assigned to you.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('1 case put back.')).toBeVisible();
  expect(sent.map(({ body }) => body)).toEqual([
    { action: 'assign_to_me', caseIds: ['id-2041', 'id-2042'] },
    { action: 'put_back', caseIds: ['id-2041'] },
  ]);
});

test('what needs a reason or a colleague asks for it first', async () => {
  const sent = server({ ok: true, value: { moved: [{ id: 'id-2041', number: 2041 }], left: [] } });
  table();
  await userEvent.keyboard('jx');
  await userEvent.click(screen.getByRole('button', { name: 'More for these' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Put on hold' }));
  const dialog = await screen.findByRole('dialog', { name: 'Put on hold' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Put on hold: 1 case' }));
  expect(sent).toEqual([]);
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Back on Monday');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Put on hold: 1 case' }));
  await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ action: 'hold', caseIds: ['id-2041'], reason: 'Back on Monday' }]));
});

test('Esc chooses none; the peek follows the keyboard; whoever may do nothing has no boxes', async () => {
  const { unmount } = table();
  await userEvent.keyboard('jjx');
  expect(screen.getByRole('region', { name: 'C-2042 in short' })).toHaveTextContent('Peek 2042');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText(/chosen/)).not.toBeInTheDocument();
  unmount();
  table([]);
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
});

test('with single letters off the boxes and buttons do it all', async () => {
  server({ ok: true, value: { moved: [{ id: 'id-2043', number: 2043 }], left: [] } });
  table(ALL, false);
  await userEvent.keyboard('jxa');
  expect(screen.queryByText(/chosen/)).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select C-2043' }));
  await userEvent.click(screen.getByRole('button', { name: 'Assign to me' }));
  expect(await screen.findByText('1 case assigned to you.')).toBeVisible();
});

test('m leaves a note on the row', async () => {
  const sent = server({ ok: true, value: { noteId: 'n' } });
  table();
  await userEvent.keyboard('jjm');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Note for colleagues' }), 'Called');
  await userEvent.click(screen.getByRole('button', { name: /Save note/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(sent).toEqual([{ address: '/api/commands/case.note', body: { caseId: 'id-2042', text: 'Called' } }]);
});

const count = (many: number, capped = false) => ({ count: many, capped });
const counts = (all = 96): QueueCounts => ({
  views: Object.fromEntries(QUEUE_VIEWS.map((view) => [view, count(view === 'all' ? all : view === 'overdue' ? 3 : 0)])) as QueueCounts['views'],
  kinds: Object.fromEntries(CASE_KINDS.map((kind) => [kind, count(2, kind === 'opt_in')])) as QueueCounts['kinds'],
  newest: 2041,
});

test('the rail counts, sums opt outs and ins, hides empty side views and says when the office is closed', () => {
  const told = { closures: [{ on: calendarDateOf('2026-11-26'), name: 'Thanksgiving' }], today: calendarDateOf('2026-11-24'), lastOpen: calendarDateOf('2026-11-25'), next: calendarDateOf('2026-11-27') };
  render(
    <Outside routes={routes}>
      <QueueRail state={plain} counts={counts()} saved={[{ id: 's', name: 'Spanish', query: 'language=es', own: false, shared: true, owner: 'Kofi Mensah' }]} supervisor={false} foot={<ClosureNotice told={told} />} />
    </Outside>,
  );
  const views = screen.getByRole('navigation', { name: 'Views' });
  expect(within(views).getByRole('link', { name: /All open/ })).toHaveAttribute('aria-current', 'page');
  expect(within(views).queryByRole('link', { name: /Snoozed/ })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Opt out, opt in/ })).toHaveTextContent('4+');
  expect(screen.getByRole('link', { name: /Opt out, opt in/ })).toHaveAttribute('href', '/queue?kind=opt_out.opt_in');
  expect(screen.getByRole('link', { name: /Spanish/ })).toHaveAttribute('href', '/queue?language=es');
  expect(screen.getByText('Office closed Thu Nov 26')).toBeVisible();
  expect(screen.getByText(/counts from Fri Nov 27\./)).toBeVisible();
});

test('filters show as chips with their way out, and only a view worth keeping can be saved', () => {
  const filters = (query: string) => (
    <Outside routes={routes}>
      <QueueFilters state={stateOfQuery(query)} colleagues={[]} saved={[]} today={calendarDateOf('2026-11-24')} />
    </Outside>
  );
  const { rerender } = render(filters('view=mine'));
  expect(screen.queryByRole('button', { name: 'Save view' })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Clear' })).not.toBeInTheDocument();
  rerender(filters('view=mine&due=2026-12-01&language=es'));
  expect(screen.getByRole('link', { name: /Due: by Tue Dec 1/ })).toHaveAttribute('href', '/queue?view=mine&language=es');
  expect(screen.getByRole('link', { name: 'Clear' })).toHaveAttribute('href', '/queue?view=mine');
  expect(screen.getByRole('button', { name: 'Save view' })).toBeVisible();
});

test('a free day is asked for and goes into the address', async () => {
  render(
    <Outside routes={routes}>
      <QueueFilters state={stateOfQuery('view=mine')} colleagues={[]} saved={[]} today={calendarDateOf('2026-11-24')} />
    </Outside>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Due: by another day…' }));
  await userEvent.type(within(screen.getByRole('dialog', { name: 'Due by a day' })).getByLabelText('By'), 'dec 9 26{Enter}');
  expect(push).toHaveBeenLastCalledWith('/queue?view=mine&due=2026-12-09');
});

test('[ and ] turn the pages of the list', async () => {
  render(
    <Outside routes={routes}>
      <ShellProvider singleKeys>
        <PageKeys previous={null} next="/queue?after=2041" />
      </ShellProvider>
    </Outside>,
  );
  push.mockClear();
  await userEvent.keyboard('[[');
  expect(push).not.toHaveBeenCalled();
  await userEvent.keyboard(']');
  expect(push).toHaveBeenCalledWith('/queue?after=2041');
});

test('an open page hears of new cases, shows fresh counts and moves no row until asked', async () => {
  jest.useFakeTimers();
  const sent = server({ counts: counts(98), arrivals: count(2) });
  const first = counts();
  render(
    <Outside routes={routes}>
      <QueuePulse query="language=es" counts={first}>
        <QueueRail state={plain} counts={first} saved={[]} supervisor={false} />
        <Arrivals href="/queue?language=es" />
      </QueuePulse>
    </Outside>,
  );
  await act(() => jest.advanceTimersByTimeAsync(30_000));
  jest.useRealTimers();
  expect(sent.map(({ address }) => address)).toEqual(['/api/queue/pulse?language=es&newest=2041']);
  expect(screen.getByText('2 new cases since you opened this page.')).toBeVisible();
  expect(screen.getByRole('link', { name: /All open/ })).toHaveTextContent('98');
  expect(refresh).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Show them' }));
  expect(refresh).toHaveBeenCalledTimes(1);
});

test('rows grow at once and are remembered; a column goes from the link and the memory', async () => {
  render(
    <Outside routes={routes}>
      <table data-rows="compact" />
      <RowsSwitch rows="compact" />
      <ColumnsMenu state={plain} hidden={[]} />
    </Outside>,
  );
  await userEvent.click(screen.getByRole('radio', { name: 'Comfortable' }));
  expect(screen.getByRole('table')).toHaveAttribute('data-rows', 'comfortable');
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Received' }));
  expect(replace).toHaveBeenCalledWith('/queue?hide=received');
  expect(document.cookie).toContain('queue-columns=received');
  expect(document.cookie).toContain('rows=comfortable');
});

test('a column heads to its order, and turns it when it is the present one', () => {
  const hrefs = (query: string) => queueColumns(stateOfQuery(query), cells).flatMap(({ key, sort }) => (sort === undefined ? [] : [[key, sort.href, sort.order]]));
  expect(hrefs('')).toEqual([
    ['case', '/queue?order=number', undefined],
    ['received', '/queue?order=received', undefined],
    ['due', '/queue?way=down', 'ascending'],
    ['deadline', '/queue?order=deadline', undefined],
  ]);
  expect(hrefs('view=closed')).toEqual([
    ['case', '/queue?view=closed&order=number', undefined],
    ['due', '/queue?view=closed&way=up', 'descending'],
  ]);
});
