import '@testing-library/jest-dom';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { SendTask } from '@/components/send/send-task';
import { addressChoices, addressInParts } from '@/lib/cases/mail-addresses';
import type { SendView, StandingCopy } from '@/lib/cases/queries/send';
import { Outside } from './gallery';

type Sent = { name: string; body: Record<string, unknown> };
function server(answers: Record<string, object>) {
  const sent: Sent[] = [];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    if (address.includes('/draft.')) return { status: 200, json: async () => ({ ok: true, value: { savedAt: '10:47:52' } }) };
    const name = address.split('/').at(-1) ?? '';
    sent.push({ name, body: JSON.parse(String(init.body)) as Record<string, unknown> });
    const body = answers[name] as { ok: boolean };
    return { status: body.ok ? 200 : 422, json: async () => body };
  }) as unknown as typeof fetch;
  return sent;
}
const routes = { push: jest.fn(), refresh: jest.fn() } as unknown as AppRouterInstance;

const home = { line1: '27 Larkspur Ln', city: 'Hamden', state: 'CT', zip: '06514' };
const old = { line1: '18 Ashmun St', city: 'New Haven', state: 'CT', zip: '06511' };
const far = { line1: '9 Elm St', city: 'Enfield', state: 'CT', zip: '06082' };
const base: SendView = {
  caseId: 'cccccccccccccccccccccc',
  number: 2041,
  owed: true,
  endsAs: 'fixed',
  rehearsed: true,
  delivery: 'mail',
  offered: ['full_record', 'covid_record'],
  recipientName: 'Katarzyna Nowak-Bell',
  addresses: addressChoices({ onIds: ['27 Larkspur Ln, Hamden, CT 06514'], onRecord: [old] }, [home, far], home),
  rule: { verdict: 'may_have', says: 'May have the record', why: 'Self, about an adult', citation: '45 CFR 164.524', version: '2026-11-01', conditions: [] },
  secondAsked: null,
  lacks: [],
  release: null,
};
const copy: StandingCopy = {
  releaseId: 'rrrrrrrrrrrrrrrrrrrrrr',
  records: 'Full record',
  recipientName: 'Katarzyna Nowak-Bell',
  lines: ['9 Elm St', 'Enfield, CT 06082'],
  source: 'submitted',
  needsSecond: true,
  preparedBy: 'Dana Whitfield',
  preparedAt: 'Tue, Nov 24, 10:48 AM',
  preparedByMe: false,
  approved: null,
  dispatch: null,
  undoMs: null,
  stopped: [],
};
const approved: StandingCopy = { ...copy, needsSecond: false, approved: { by: 'Dana Whitfield', at: 'Tue, Nov 24, 10:49 AM', byMe: true }, dispatch: { code: 'M-26-0093417', state: 'queued' }, undoMs: 60_000 };

type More = { supervises?: boolean; closed?: boolean; offBecause?: string };
const show = (send: Partial<SendView> = {}, { supervises = false, closed = false, offBecause }: More = {}) =>
  render(
    <Outside routes={routes}>
      <SendTask send={{ ...base, ...send }} supervises={supervises} mine closed={closed} offBecause={offBecause} />
    </Outside>,
  );
const button = (name: RegExp) => screen.getByRole('button', { name });
const prepared = (needsSecond: boolean) => ({ ok: true, value: { releaseId: copy.releaseId, needsSecond } });

test('what goes, where, and by which rule is said before anything is pressed', () => {
  show();
  expect(screen.getByText('By mail to Katarzyna Nowak-Bell, 27 Larkspur Ln, Hamden, CT 06514: the address on the accepted ID')).toBeInTheDocument();
  expect(screen.getByText('45 CFR 164.524')).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: /27 Larkspur Ln/ })).toBeChecked();
});

test('a standard copy is prepared and approved with one press of Ctrl+Enter', async () => {
  const sent = server({ 'release.prepare': prepared(false), 'release.approve': { ok: true, value: { dispatch: 'M-26-0093417', dispatchId: 'd' } } });
  show();
  expect(button(/Approve: send full record and COVID-19 record/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: /27 Larkspur Ln/ }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[0]).toEqual({
    name: 'release.prepare',
    body: { caseId: base.caseId, records: ['full_record', 'covid_record'], channel: 'mail', recipientName: 'Katarzyna Nowak-Bell', address: home, addressSource: 'accepted_id' },
  });
  expect(sent[1]).toEqual({ name: 'release.approve', body: { releaseId: copy.releaseId } });
});

test('an address that nobody proved is only prepared: a second person approves it', async () => {
  const sent = server({ 'release.prepare': prepared(true) });
  show();
  await userEvent.click(screen.getByRole('checkbox', { name: 'COVID-19 record' }));
  await userEvent.click(screen.getByRole('radio', { name: /9 Elm St/ }));
  await userEvent.click(button(/Prepare the release/));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toMatchObject({ records: ['full_record'], address: far, addressSource: 'submitted' });
});

test('only what was asked for is offered, and nothing is no choice', async () => {
  show({ offered: ['covid_record'] });
  expect(screen.queryByRole('checkbox', { name: 'Full record' })).toBeNull();
  await userEvent.click(screen.getByRole('checkbox', { name: 'COVID-19 record' }));
  expect(button(/Prepare the release/)).toHaveAccessibleDescription('Choose a record first.');
});

test('what is missing stands beside the button and leads to its step', () => {
  show({ lacks: [{ words: 'The requester’s own photo ID', href: '/cases/C-2041/identity' }] });
  expect(button(/Approve: send/)).toHaveAccessibleDescription('First: The requester’s own photo ID');
  expect(screen.getAllByRole('link', { name: 'The requester’s own photo ID' })[0]).toHaveAttribute('href', '/cases/C-2041/identity');
});

test('a refusal is said in words at its place, with the way to the step that mends it', async () => {
  server({ 'release.prepare': { ok: false, reason: 'not_releasable', problems: [{ field: 'address', reason: 'not_on_accepted_id' }, { field: 'documents.photo_id', reason: 'photo_id_expired' }] } });
  show();
  await userEvent.click(button(/Approve: send/));
  expect(await screen.findByRole('group', { name: 'Address' })).toHaveAccessibleDescription('Error: The address is not on an accepted ID');
  expect(screen.getAllByRole('link', { name: /A photo ID in force/ }).map((link) => link.getAttribute('href'))).toEqual(['#field-authority', '/cases/C-2041/identity']);
});

test('a supervisor approves what another prepared; who prepared it and a processor cannot', async () => {
  const sent = server({ 'release.approve': { ok: true, value: { dispatch: 'M-26-0093417', dispatchId: 'd' } } });
  const own = show({ release: { ...copy, preparedByMe: true } }, { supervises: true });
  expect(button(/Approve: send full record/)).toHaveAccessibleDescription('You prepared this: another supervisor approves it.');
  own.unmount();
  const processor = show({ release: copy });
  expect(button(/Approve: send full record/)).toHaveAccessibleDescription('A supervisor approves it.');
  processor.unmount();
  show({ release: copy }, { supervises: true });
  expect(screen.getByText('Waiting for a second person')).toBeInTheDocument();
  await userEvent.click(button(/Approve: send full record/));
  await waitFor(() => expect(sent).toEqual([{ name: 'release.approve', body: { releaseId: copy.releaseId } }]));
});

test('an approved copy shows its dispatch and is taken back with a reason', async () => {
  const sent = server({ 'release.withdraw': { ok: true, value: { state: 'withdrawn' } } });
  show({ release: approved });
  expect(screen.getByRole('link', { name: 'M-26-0093417' })).toHaveAttribute('href', '/dispatch');
  expect(screen.queryByRole('radio')).toBeNull();
  await userEvent.click(button(/^Take back/));
  expect(screen.getByRole('textbox', { name: 'Why is it taken back?' })).toBeInvalid();
  await userEvent.type(screen.getByRole('textbox', { name: 'Why is it taken back?' }), 'Wrong twin');
  await userEvent.click(button(/^Take back/));
  await waitFor(() => expect(sent).toEqual([{ name: 'release.withdraw', body: { releaseId: copy.releaseId, reason: 'Wrong twin' } }]));
});

test('after the minute the button says so, unless the copy may not leave any more', async () => {
  const late = show({ release: { ...approved, undoMs: 0 } });
  await userEvent.click(screen.getByText('Take this copy back'));
  expect(button(/^Take back/)).toHaveAccessibleDescription('The minute for taking it back is over.');
  late.unmount();
  show({ release: { ...approved, undoMs: 0, stopped: [{ field: 'authority', reason: 'opted_out' }] } });
  await userEvent.click(screen.getByText('Take this copy back'));
  expect(button(/^Take back/)).not.toHaveAttribute('aria-disabled');
});

test('a request for the portal is closed as fixed, or sent back to Correct', async () => {
  const sent = server({ 'case.close': { ok: false, reason: 'invalid', problems: [{ field: 'outcome', reason: 'rehearsal_not_passed' }] } });
  show({ owed: false, delivery: 'portal' });
  await userEvent.click(button(/Close as fixed/));
  expect(await screen.findByText('The portal must find exactly this person first: rehearse it')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go back to Correct' })).toHaveAttribute('href', '/cases/C-2041/correct');
  expect(sent[0]?.body).toEqual({ caseId: base.caseId, outcome: 'fixed' });
});

test('who does not have the case is told so beside the button', () => {
  show({}, { offBecause: 'Assign the case to yourself first.' });
  expect(button(/Approve: send/)).toHaveAccessibleDescription('Assign the case to yourself first.');
});

test.each([
  ['27 Larkspur Ln, Hamden, CT 06514', home],
  ['27 Larkspur Ln, Hamden CT 06514-1234', { ...home, zip: '06514-1234' }],
  ['27 Larkspur Ln, Apt 3B, Hamden, CT 06514', { ...home, line2: 'Apt 3B' }],
  ['27 Larkspur Ln Hamden', null],
])('an address read from an ID, %s, is taken in its parts', (text, parts) => {
  expect(addressInParts(text)).toEqual(parts);
});
