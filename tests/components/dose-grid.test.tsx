import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { DosesTask } from '@/components/immunizations/doses-task';
import type { DoseCheck, DosesView } from '@/lib/cases/queries/doses';
import type { VaccineFound } from '@/lib/immunizations/codes/vaccine-search';
import type { DoseOnRecord } from '@/lib/immunizations/queries';
import { asPartialDate, calendarDateOf } from '@/lib/platform/dates';
import { Outside } from './gallery';

const VARIVAX: VaccineFound = { cvx: '21', label: 'Varicella', tradeName: 'Varivax', mvx: 'MSD', note: '12 months and over' };
const MMR: VaccineFound = { cvx: '03', label: 'MMR', tradeName: 'M-M-R II', mvx: 'MSD', note: '12 months and over' };
const onRecord = (doseId: string, vaccine: string, groups: readonly string[], givenOn: string, more: Partial<DoseOnRecord> = {}): DoseOnRecord => ({
  doseId, version: 0, cvx: '03', tradeName: null, vaccine, lot: null, organization: null, source: '00', givenOn: calendarDateOf(givenOn), age: '1 y 9 d', fromPaper: false, readFrom: null, confidential: false, voided: null, groups, ...more,
});
const mmrId = 'mmmmmmmmmmmmmmmmmmmmmm';
const view: DosesView = {
  patientId: 'pppppppppppppppppppppp',
  name: 'Amara Okafor-Hale',
  person: { birthOn: asPartialDate('2022-02-11'), deceasedOn: null, optedOut: false },
  doses: [
    onRecord(mmrId, 'MMR', ['Measles, mumps, rubella'], '2023-02-20', { lot: 'W018842', organization: 'Elm Street Pediatrics' }),
    onRecord('hhhhhhhhhhhhhhhhhhhhhh', 'Hib PRP-T', ['Hib'], '2023-02-20', { cvx: '48', source: '02', fromPaper: true, readFrom: 'Proof of vaccination, page 1, by Kofi Mensah' }),
    onRecord('vvvvvvvvvvvvvvvvvvvvvv', 'Influenza, IIV3', ['Influenza'], '2024-11-02', { cvx: '140', voided: { reason: 'not hers', by: 'Kofi Mensah', on: '11/20/2026' } }),
  ],
};

type Sent = { name: string; body: Record<string, unknown>; key: string | null };
const done = (value: unknown) => ({ ok: true, value });
const check = (part: Partial<DoseCheck> = {}) => done({ problems: [], duplicates: [], groups: ['Varicella'], ...part });

/** What the server answers: by command, and for checks by the dose asked about. */
function server({ record = [done({ doseId: 'nnnnnnnnnnnnnnnnnnnnnn' })], checks = () => check() }: { record?: unknown[]; checks?: (dose: { cvx: string; givenOn: string }) => unknown } = {}) {
  const sent: Sent[] = [];
  const answers = [...record];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    if (address.includes('/draft.')) return { status: 200, json: async () => ({ ok: true, value: { savedAt: '10:47:52' } }) };
    const name = address.split('/').at(-1) ?? '';
    const body = JSON.parse(String(init.body)) as Record<string, unknown>;
    sent.push({ name, body, key: (init.headers as Record<string, string>)['idempotency-key'] ?? null });
    const found = (typed: string) => [VARIVAX, MMR].filter(({ tradeName, label }) => `${tradeName} ${label}`.toLowerCase().includes(typed.toLowerCase()));
    const answer = name === 'vaccine.search' ? done(found(String(body.text))) : name === 'dose.check' ? checks(body.dose as { cvx: string; givenOn: string }) : answers.shift();
    return { status: (answer as { ok: boolean }).ok ? 200 : 422, json: async () => answer };
  }) as unknown as typeof fetch;
  return { sent, of: (name: string) => sent.filter((one) => one.name === name) };
}

const refresh = jest.fn();
const routes = { push: jest.fn(), refresh } as unknown as AppRouterInstance;
const paper = { documentId: 'dddddddddddddddddddddd', words: 'Proof of vaccination', pages: 2 };
const task = (more: Partial<Parameters<typeof DosesTask>[0]> = {}) =>
  render(
    <Outside routes={routes}>
      <DosesTask caseId="cccccccccccccccccccccc" view={view} today={calendarDateOf('2026-11-24')} paper={paper} supervises={false} offBecause={undefined} {...more} />
    </Outside>,
  );
const box = (name: string) => screen.getByRole('combobox', { name });
const text = (name: string) => screen.getByRole('textbox', { name });
const rowsChecked = (words: string) => waitFor(() => expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain(words));
async function typeDose(row: number, vaccine: string, date: string) {
  await userEvent.type(box(`Vaccine, row ${row}`), vaccine);
  await userEvent.tab();
  expect(text(`Date, row ${row}`)).toHaveFocus();
  await waitFor(() => expect(box(`Vaccine, row ${row}`)).toHaveValue(vaccine === 'mmr' ? 'M-M-R II, MMR' : 'Varivax, Varicella'));
  await userEvent.keyboard(date);
}

beforeEach(() => refresh.mockClear());

test('the history stands by vaccine group, what is voided struck behind and not counted', () => {
  server();
  task();
  expect(screen.getByText('2 doses, 1 voided. Age at each dose.')).toBeInTheDocument();
  const table = screen.getByRole('table', { name: 'History on record' });
  expect(within(table).getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['Hib', 'Measles, mumps, rubella', 'Influenza']);
  expect(within(table).getByRole('row', { name: /^Hib/ })).toHaveTextContent('02/20/20231 y 9 dpaper');
  expect(within(table).getByRole('row', { name: /^Influenza/ })).toHaveTextContent('11/02/2024voided: not hers');
});

test('vaccine, Tab, date, Enter: the keyboard alone types a row and goes on to the next', async () => {
  const { sent, of } = server();
  task();
  await userEvent.type(box('Vaccine, row 1'), 'variv');
  expect(await screen.findByRole('option', { name: /Varicella/ })).toHaveTextContent('21Varivax, Varicella12 months and over');
  await userEvent.tab();
  expect(box('Vaccine, row 1')).toHaveValue('Varivax, Varicella');
  await userEvent.keyboard('2/22/23{Enter}');
  expect(box('Vaccine, row 2')).toHaveFocus();
  expect(screen.getByRole('row', { name: /^1 / })).toHaveTextContent('1 y 11 d');
  await rowsChecked('Ready');
  expect(of('dose.check').at(-1)?.body).toMatchObject({ dose: { cvx: '21', tradeName: 'Varivax', mvx: 'MSD', givenOn: '2023-02-22', source: '02' }, person: { birthOn: '2022-02-11' } });
  expect((of('dose.check').at(-1)?.body.others as { doseId: string }[]).map(({ doseId }) => doseId)).toEqual([mmrId, 'hhhhhhhhhhhhhhhhhhhhhh']);
  expect(screen.getByRole('row', { name: /^Varicella/ })).toHaveTextContent('1 dose (+1)');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('1 dose added to Amara Okafor-Hale.')).toBeInTheDocument();
  expect(sent.at(-1)).toEqual({
    name: 'dose.record',
    key: expect.any(String) as unknown,
    body: { caseId: 'cccccccccccccccccccccc', patientId: view.patientId, evidence: { documentId: paper.documentId, page: 1 }, cvx: '21', tradeName: 'Varivax', mvx: 'MSD', givenOn: '2023-02-22', source: '02', acceptedReasons: [], anotherThan: [] },
  });
  expect(box('Vaccine, row 1')).toHaveValue('');
});

test('Tab before the list has come takes the first all the same; what is no vaccine asks to be chosen', async () => {
  server();
  task();
  await userEvent.type(box('Vaccine, row 1'), 'mmr{Tab}');
  await waitFor(() => expect(box('Vaccine, row 1')).toHaveValue('M-M-R II, MMR'));
  await userEvent.type(box('Vaccine, row 2'), 'qqq{Tab}');
  await rowsChecked('Choose from the list');
  expect(box('Vaccine, row 2')).toHaveValue('qqq');
});

test('Ctrl+D takes the date of the row above', async () => {
  server();
  task();
  await typeDose(1, 'variv', '2/22/23{Enter}');
  await typeDose(2, 'mmr', '{Control>}d{/Control}');
  expect(text('Date, row 2')).toHaveValue('02/22/2023');
});

const likeness = { doseId: mmrId, score: 0.742, answer: 'duplicate' as const, daysApart: 2 };
const asDuplicate = (dose: { cvx: string }) => check(dose.cvx === '03' ? { duplicates: [likeness], groups: ['Measles, mumps, rubella'] } : {});

test('a likely duplicate stands beside the dose on record, and nothing is sent before it is answered', async () => {
  const { of } = server({ checks: asDuplicate });
  task();
  await typeDose(1, 'mmr', '2/22/23');
  const asked = await screen.findByRole('group', { name: /Row 1: the same dose as MMR 02\/20\/2023/ });
  expect(asked).toHaveTextContent('On record, from Elm Street PediatricsMMR 02/20/2023, lot W018842');
  expect(asked).toHaveTextContent('2 days apart, one from paper and one from a provider. Score 0.74; above 0.60 is a duplicate.');
  expect([...asked.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['22', '20']);
  expect(screen.getByRole('button', { name: /Add doses/ })).toHaveAccessibleDescription('Row 1 needs an answer.');
  await userEvent.click(screen.getByRole('button', { name: /Add doses/ }));
  expect(of('dose.record')).toEqual([]);
});

test('the same dose is skipped and can be taken back; two doses are added with how one can tell', async () => {
  const { of } = server({ checks: asDuplicate });
  task();
  await typeDose(1, 'mmr', '2/22/23');
  await userEvent.click(await screen.findByRole('button', { name: 'Same dose: skip row 1' }));
  expect(screen.getByRole('button', { name: /Add doses/ })).toHaveAccessibleDescription('Type a dose first.');
  await userEvent.click(screen.getByRole('button', { name: 'Undo skipping row 1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Two doses: add' }));
  const why = screen.getByRole('textbox', { name: 'How can one tell that these are two doses?' });
  expect(why).toHaveFocus();
  await userEvent.keyboard('Two lots on the card');
  await userEvent.click(screen.getByRole('button', { name: /Add 1 dose to/ }));
  await waitFor(() => expect(of('dose.record').at(-1)?.body).toMatchObject({ anotherThan: [{ doseId: mmrId, reason: 'Two lots on the card' }] }));
});

test('what may be right asks for its reason at the row and sends it', async () => {
  const { of } = server({ checks: () => check({ problems: [{ field: 'cvx', reason: 'outside_age_range', severity: 'needs_reason', detail: '12 months and over' }] }) });
  task();
  await typeDose(1, 'variv', '4/1/22');
  const why = await screen.findByRole('textbox', { name: 'Unusual age: why is it right?' });
  expect(why).toHaveAccessibleDescription(/12 months and over/);
  expect(screen.getByRole('button', { name: /Add doses/ })).toHaveAccessibleDescription('Row 1 needs an answer.');
  await userEvent.type(why, 'Given before travel');
  await userEvent.click(screen.getByRole('button', { name: /Add 1 dose to/ }));
  await waitFor(() => expect(of('dose.record').at(-1)?.body).toMatchObject({ acceptedReasons: [{ problem: 'outside_age_range', reason: 'Given before travel' }] }));
});

test('what no reason lifts is said at the row', async () => {
  server({ checks: () => check({ problems: [{ field: 'givenOn', reason: 'before_birth', severity: 'refused' }] }) });
  task();
  await typeDose(1, 'variv', '1/1/20');
  await rowsChecked('Before birth');
  expect(screen.getByText('Check the year, and whether the paper is this person’s.')).toBeInTheDocument();
  expect(screen.queryByRole('textbox', { name: /why is it right/ })).toBeNull();
});

test('each row is sent with a key of its own; one that is refused stays with its reason, the others are added', async () => {
  const { of } = server({ record: [{ ok: false, reason: 'invalid', problems: [{ field: 'evidence.documentId', reason: 'not_accepted' }] }, done({ doseId: 'nnnnnnnnnnnnnnnnnnnnnn' })] });
  task();
  await typeDose(1, 'variv', '2/22/23{Enter}');
  await typeDose(2, 'mmr', '8/30/23');
  await waitFor(() => expect(screen.getByRole('button', { name: /Add 2 doses to/ })).toBeInTheDocument());
  await userEvent.click(screen.getByRole('button', { name: /Add 2 doses to/ }));
  expect(await screen.findByText('Row 1 could not be added.')).toBeInTheDocument();
  expect(screen.getByText('Accept the paper first')).toBeInTheDocument();
  expect(box('Vaccine, row 1')).toHaveValue('Varivax, Varicella');
  expect(box('Vaccine, row 2')).toHaveValue('');
  expect(new Set(of('dose.record').map(({ key }) => key)).size).toBe(2);
  expect(refresh).toHaveBeenCalled();
});

test('a month without its day is never sent', async () => {
  const { of } = server();
  task();
  await typeDose(1, 'variv', '10/2023{Enter}');
  expect(screen.getByRole('button', { name: /Add doses/ })).toHaveAccessibleDescription('Row 1 needs an answer.');
  expect(of('dose.check')).toEqual([]);
});

test('without accepted paper, or with a case of a colleague’s, nothing can be added and the page says why', () => {
  server();
  const { unmount } = task({ paper: null });
  expect(screen.getByRole('button', { name: /Add doses/ })).toHaveAccessibleDescription('Accept the paper shown first: a dose rests on one.');
  unmount();
  task({ offBecause: 'Assign the case to yourself first.' });
  expect(screen.getByRole('button', { name: /Add doses/ })).toHaveAccessibleDescription('Assign the case to yourself first.');
});

describe('a dose on record', () => {
  test('shows where it was read, and is voided with a reason', async () => {
    const { of } = server({ record: [done({ doseId: 'x' })] });
    task();
    await userEvent.click(screen.getByRole('button', { name: 'Hib PRP-T 02/20/2023: details' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('Proof of vaccination, page 1, by Kofi Mensah');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Void this dose' }));
    expect(of('dose.void')).toEqual([]);
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Why does this dose not count?' }), 'Copied twice');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Void this dose' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(of('dose.void').at(-1)?.body).toEqual({ caseId: 'cccccccccccccccccccccc', doseId: 'hhhhhhhhhhhhhhhhhhhhhh', version: 0, reason: 'Copied twice' });
  });

  test('of a provider only a supervisor voids; the others are told so', async () => {
    server();
    task();
    await userEvent.click(screen.getByRole('button', { name: 'MMR 02/20/2023: details' }));
    expect(screen.getByRole('button', { name: 'Void this dose' })).toHaveAccessibleDescription('Reported by its provider: ask them first, then a supervisor.');
  });
});
