import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { PrintBatch, type BatchView } from '@/components/dispatch/print-batch';
import { WaitingEnvelopes } from '@/components/dispatch/waiting-envelopes';
import { ShellProvider } from '@/components/shell/shell-provider';
import type { Row } from '@/components/tables/data-table';
import { Outside } from './gallery';

const sent: { address: string; body: unknown }[] = [];
let reply: unknown = { ok: true, value: {} };

beforeEach(() => {
  sent.length = 0;
  reply = { ok: true, value: {} };
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => 'key-0123456789abcdef' });
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    sent.push({ address, body: JSON.parse(String(init.body)) });
    return { status: 200, json: async () => reply };
  }) as unknown as typeof fetch;
});

const routes = { refresh: () => undefined } as unknown as AppRouterInstance;
const shown = (page: React.ReactNode) =>
  render(
    <Outside routes={routes}>
      <ShellProvider singleKeys>{page}</ShellProvider>
    </Outside>,
  );

const line = (id: string): Row => ({ id, href: `#${id}`, name: `M-26-${id}`, cells: ['C-2041', 'Ana Rivera', 'Full record', 'Tue Nov 24, 10:48 AM', 'Ready to print'] });
const lines = ['one', 'two', 'stopped'].map(line);

test('all that may go is chosen; x leaves one out and b makes the batch of the rest', async () => {
  const user = userEvent.setup({ delay: null });
  shown(<WaitingEnvelopes lines={lines} ready={['one', 'two']} mayPrint />);
  expect(screen.getByRole('checkbox', { name: 'Select M-26-stopped' })).not.toBeChecked();
  await user.keyboard('jx');
  expect(screen.getByRole('checkbox', { name: 'Select M-26-one' })).not.toBeChecked();
  await user.keyboard('b');
  expect(sent).toEqual([{ address: '/api/commands/dispatch.make_batch', body: { dispatchIds: ['two'] } }]);
});

test('a stopped envelope cannot be chosen, and an empty choice says what is missing', async () => {
  const user = userEvent.setup({ delay: null });
  shown(<WaitingEnvelopes lines={lines} ready={[]} mayPrint />);
  await user.click(screen.getByRole('checkbox', { name: 'Select all rows' }));
  expect(screen.getByText('Choose at least one envelope.')).toBeVisible();
  await user.keyboard('b');
  expect(sent).toEqual([]);
});

test('who only reads sees the list without boxes and buttons', () => {
  shown(<WaitingEnvelopes lines={lines} ready={['one']} mayPrint={false} />);
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

const batch: BatchView = {
  id: 'batch',
  code: 'B-26-0412',
  about: 'Made by Dana Whitfield',
  file: '/api/press/batches/batch',
  envelopes: [
    { id: 'one', code: 'M-26-0093001', about: 'C-2041, Ana Rivera, Full record', confirmed: false, stopped: null },
    { id: 'two', code: 'M-26-0093002', about: 'C-2044, Dorothy Okafor, Full record', confirmed: true, stopped: null },
    { id: 'three', code: 'M-26-0093003', about: 'C-2045, Iwona Zych, Full record', confirmed: false, stopped: 'The patient opted out' },
  ],
};

test('only envelopes that were ticked are confirmed', async () => {
  const user = userEvent.setup({ delay: null });
  shown(<PrintBatch batch={batch} mayPrint />);
  const region = within(screen.getByRole('region', { name: 'Batch B-26-0412' }));
  expect(region.getByRole('link', { name: /Open PDF of batch B-26-0412/ })).toHaveAttribute('href', '/api/press/batches/batch');
  expect(region.getByText('Tick at least one envelope.')).toBeVisible();
  expect(region.getByText('The patient opted out. Take it back on its case.')).toBeVisible();
  await user.click(region.getByRole('checkbox', { name: /M-26-0093001/ }));
  await user.click(region.getByRole('button', { name: 'Confirm printed' }));
  expect(sent).toEqual([{ address: '/api/commands/dispatch.confirm_printed', body: { batchId: 'batch', dispatchIds: ['one'] } }]);
});

test('a batch that was never printed says what to do first', async () => {
  const user = userEvent.setup({ delay: null });
  reply = { ok: false, reason: 'not_printed', problems: [] };
  shown(<PrintBatch batch={batch} mayPrint />);
  await user.click(screen.getByRole('checkbox', { name: /M-26-0093001/ }));
  await user.click(screen.getByRole('button', { name: 'Confirm printed' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Open the PDF and print it first.');
});
