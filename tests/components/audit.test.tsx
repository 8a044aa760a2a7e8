import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { AuditDays } from '@/components/audit/audit-days';
import { AuditRail } from '@/components/audit/audit-rail';
import { EntryFacts } from '@/components/audit/entry-facts';
import { ExportAudit } from '@/components/audit/export-audit';
import { LooksTable } from '@/components/audit/looks-table';
import { Standing } from '@/components/audit/standing';
import { ShellProvider } from '@/components/shell/shell-provider';
import type { AuditLine } from '@/lib/audit/lines';
import { calendarDateOf } from '@/lib/platform/dates';
import { Outside } from './gallery';

const sent: { address: string; body: unknown }[] = [];
const visited: string[] = [];
let reply: unknown = { ok: true, value: {} };

beforeEach(() => {
  sent.length = visited.length = 0;
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => 'key-0123456789abcdef' });
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    sent.push({ address, body: JSON.parse(String(init.body)) });
    return { status: 200, json: async () => reply };
  }) as unknown as typeof fetch;
});

const routes = { refresh: () => undefined, push: (to: string) => visited.push(to) } as unknown as AppRouterInstance;
const shown = (page: React.ReactNode) =>
  render(
    <Outside routes={routes}>
      <ShellProvider singleKeys>{page}</ShellProvider>
    </Outside>,
  );

const LONG = 'Maximiliana Theodora Featherstonehaugh-Cholmondeley';
const line = (over: Partial<AuditLine> = {}): AuditLine => ({ id: '418207', at: new Date('2026-11-24T15:51:16Z'), who: 'Dana Whitfield', class: 'change', words: 'corrected 2 values. “Photo ID”', changes: [], caseNumber: 2041, registryNumber: 8841207, ...over });
const today = calendarDateOf('2026-11-24');
const PATIENT = 'pppppppppppppppppppppp';
const rail = (filters = {}, registryNumber: number | null = null) => <AuditRail filters={{ what: [], ...filters }} registryNumber={registryNumber} actors={[{ publicId: 'dddddddddddddddddddddd', name: 'Dana Whitfield' }]} today={today} />;

test('entries stand under their days with before and after, each with a link to itself and to its case', () => {
  shown(<AuditDays linked lines={[line({ changes: [{ field: 'family', before: 'Nowak', after: LONG }, { field: 'email', before: null, after: 'k@example.com' }] }), line({ id: '1', at: new Date('2026-11-23T15:00:00Z'), caseNumber: null })]} />);
  const tuesday = within(screen.getByRole('region', { name: 'Tuesday, November 24, 2026' }));
  expect(tuesday.getByText('Nowak')).toHaveClass('line-through');
  expect(tuesday.getByText(LONG)).toBeVisible();
  expect(tuesday.getByText('none')).toBeVisible();
  expect(tuesday.getByRole('link', { name: /^Entry 418207, 10:51/ })).toHaveAttribute('href', '/audit/entry?number=418207');
  expect(tuesday.getByRole('link', { name: 'C-2041' })).toHaveAttribute('href', '/audit?case=C-2041');
  expect(within(screen.getByRole('region', { name: 'Monday, November 23, 2026' })).getByText('CT WiZ 8841207')).toBeVisible();
});

test('filters go into the address; a CT WiZ number goes by POST and comes back as a random id', async () => {
  const user = userEvent.setup({ delay: null });
  shown(rail());
  reply = { ok: true, value: { patientId: PATIENT } };
  await user.type(screen.getByLabelText('Case'), 'c-2041');
  await user.type(screen.getByLabelText('CT WiZ number'), '8841207');
  await user.selectOptions(screen.getByLabelText('Who'), 'Dana Whitfield');
  await user.click(screen.getByLabelText('Views and searches'));
  await user.type(screen.getByLabelText('From'), '11/1/26');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(sent).toEqual([{ address: '/api/looks/audit.find_patient', body: { registryNumber: 8841207 } }]);
  expect(visited).toEqual([`/audit?who=dddddddddddddddddddddd&case=C-2041&patient=${PATIENT}&from=2026-11-01&what=look`]);
});

test('a number that nobody has stays where it is and says so; one that is shown already is not asked for again', async () => {
  const user = userEvent.setup({ delay: null });
  const { unmount } = shown(rail());
  reply = { ok: true, value: { patientId: null } };
  await user.type(screen.getByLabelText('CT WiZ number'), '7');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(await screen.findByText('Nobody has this number.')).toBeVisible();
  expect(visited).toEqual([]);
  unmount();
  sent.length = 0;
  shown(rail({ patient: PATIENT }, 8841207));
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(sent).toEqual([]);
  expect(visited).toEqual([`/audit?patient=${PATIENT}`]);
});

test('an export asks what it is for, then shows the checksum, the file and its checksum to take away', async () => {
  const user = userEvent.setup({ delay: null });
  shown(<ExportAudit filters={{ what: ['look'], case: 'C-2041' }} />);
  await user.click(screen.getByRole('button', { name: 'Export, with a reason' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Export these entries' }));
  await user.click(dialog.getByRole('button', { name: 'Make the file' }));
  expect((await dialog.findAllByText('Say what the file is for.')).length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
  reply = { ok: true, value: { exportId: PATIENT, entries: 4212, sha256: 'ab'.repeat(32), name: 'audit-2026-11-24-abababab.json' } };
  await user.click(dialog.getByLabelText(/^JSON/));
  await user.type(dialog.getByLabelText('What is it for?'), 'Asked for by the inspector');
  await user.click(dialog.getByRole('button', { name: 'Make the file' }));
  expect(sent).toEqual([{ address: '/api/commands/audit.export', body: { filters: { what: ['look'], case: 'C-2041' }, format: 'json', reason: 'Asked for by the inspector' } }]);
  expect(await dialog.findByText('4,212 entries')).toBeVisible();
  expect(dialog.getByText('ab'.repeat(32))).toBeVisible();
  expect(dialog.getByRole('link', { name: 'Download the file' })).toHaveAttribute('href', `/api/audit/exports/${PATIENT}/file`);
  expect(dialog.getByRole('link', { name: 'Download its checksum' })).toHaveAttribute('href', `/api/audit/exports/${PATIENT}/checksum`);
});

test('more than one file holds is said with what to do, and what was written stays', async () => {
  const user = userEvent.setup({ delay: null });
  shown(<ExportAudit filters={{ what: [] }} />);
  await user.click(screen.getByRole('button', { name: 'Export, with a reason' }));
  reply = { ok: false, reason: 'too_many', problems: [] };
  await user.type(screen.getByLabelText('What is it for?'), 'All of it');
  await user.click(screen.getByRole('button', { name: 'Make the file' }));
  expect(await screen.findByText(/Choose fewer days/)).toBeVisible();
  expect(screen.getByLabelText('What is it for?')).toHaveValue('All of it');
});

test('one entry is told whole: where it came from, and its seal or that it has none yet', () => {
  const entry = { ...line(), event: 'patient.corrected', requestId: 'r-1', address: '10.0.0.7', seal: { number: 12, sealedAt: new Date('2026-11-24T15:52:00Z') } };
  const { rerender } = shown(<EntryFacts entry={entry} />);
  expect(screen.getByText('10.0.0.7')).toBeVisible();
  expect(screen.getByText(/^In seal 12 of Tue Nov 24, 10:52/)).toBeVisible();
  rerender(<EntryFacts entry={{ ...entry, seal: null, address: null, caseNumber: null, registryNumber: null }} />);
  expect(screen.getByText('Not yet: the next seal holds it')).toBeVisible();
  expect(screen.getAllByText('None')).toHaveLength(2);
});

test('who looked reads as a table, and says when there is more than it holds', () => {
  shown(<LooksTable lines={[line({ class: 'look', words: 'looked at the patient, doses.', who: LONG }), line({ id: '2', caseNumber: null })]} whole={false} />);
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows[0]).toHaveTextContent(`${LONG}Looked at the patient, doses.C-2041`);
  expect(rows[1]).toHaveTextContent('Outside a case');
  expect(screen.getByText(/the newest of more/)).toBeVisible();
});

test('what is out of order with the audit itself is said before any entry', () => {
  const { rerender } = shown(<Standing sealedAt={null} withoutMonth={0} />);
  expect(screen.getByText(/Nothing is sealed yet/)).toBeVisible();
  rerender(<Standing sealedAt={new Date('2026-11-24T15:52:00Z')} withoutMonth={12} />);
  expect(screen.getByText('12 entries stand in no month')).toBeVisible();
  expect(screen.getByText(/Sealed last at Tue Nov 24, 10:52/)).toBeVisible();
});
