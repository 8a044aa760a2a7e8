import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { DocumentReview, type Asking } from '@/components/review/document-review';
import { KeysProvider } from '@/components/ui/keys';
import { TakeOver } from '@/components/review/take-over';
import { DraftBoard } from '@/components/drafts/draft-board';
import { TakeBack } from '@/components/send/take-back';
import { caseDraft } from '@/lib/drafts/schema';
import { SecondReview } from '@/components/match/second-review';
import { calendarDateOf } from '@/lib/platform/dates';
import { Outside } from './gallery';

function server(...answers: object[]) {
  const sent: Record<string, unknown>[] = [];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    if (address.includes('/draft.')) return { status: 200, json: async () => ({ ok: true, value: { savedAt: '10:47:52' } }) };
    sent.push(JSON.parse(String(init.body)) as Record<string, unknown>);
    const body = (answers[sent.length - 1] ?? answers.at(-1)) as { ok: boolean };
    return { status: body.ok ? 200 : 422, json: async () => body };
  }) as unknown as typeof fetch;
  return sent;
}
const push = jest.fn();
const routes = { push, refresh: jest.fn() } as unknown as AppRouterInstance;
const review = (offBecause?: string, asking: Asking = null) =>
  render(
    <Outside routes={routes}>
      <DocumentReview draft={null} asking={asking} caseId="cccccccccccccccccccccc" documentId="dddddddddddddddddddddd" kind="photo_id" title="Photo ID" today={calendarDateOf('2026-11-24')} nextHref="/cases/C-2041/match" offBecause={offBecause} />
    </Outside>,
  );

test('an ID is accepted by ticks and its last day, with the keyboard alone', async () => {
  const sent = server({ ok: true, value: { decision: 'accepted' } });
  review();
  await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Photo present' })).toHaveFocus());
  for (let at = 0; at < 5; at += 1) {
    await userEvent.keyboard(' ');
    await userEvent.tab();
  }
  await userEvent.keyboard('3/5/29{Control>}{Enter}{/Control}');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    caseId: 'cccccccccccccccccccccc',
    documentId: 'dddddddddddddddddddddd',
    decision: 'accepted',
    ticks: { photo_present: true, name_agrees: true, birth_date_agrees: true, not_expired: true, readable: true },
    reasons: [],
    facts: { expiresOn: '2029-03-05', showsBirthDate: true },
  });
  await waitFor(() => expect(push).toHaveBeenCalledWith('/cases/C-2041/match'));
});

test('a missing tick is said at the tick and in the summary', async () => {
  server({ ok: false, reason: 'invalid', problems: [{ field: 'ticks.readable', reason: 'tick_missing' }] });
  review();
  await userEvent.click(screen.getByRole('button', { name: /Accept: Photo ID/ }));
  expect(await screen.findByRole('checkbox', { name: 'Readable' })).toBeInvalid();
  expect(screen.getByRole('link', { name: 'Tick this, or return the document' })).toHaveAttribute('href', '#field-ticks-readable');
});

test('what is not ticked brings its reasons to the top, and the code goes along', async () => {
  const sent = server({ ok: true, value: { decision: 'returned' } });
  review();
  for (const name of ['Photo present', 'Name agrees', 'Date of birth agrees', 'Not expired']) await userEvent.click(screen.getByRole('checkbox', { name }));
  await userEvent.click(screen.getByRole('button', { name: /Return to requester/ }));
  const reasons = screen.getAllByRole('checkbox').filter((box) => box.id.startsWith('reason-'));
  const first = reasons[0] as HTMLInputElement;
  await userEvent.click(first);
  await userEvent.click(screen.getByRole('button', { name: /Return: Photo ID/ }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ decision: 'returned', reasons: [first.value] });
});

test('an ID that a parent shows is taken for theirs: the child’s date of birth is not asked of it', async () => {
  const sent = server({ ok: true, value: { decision: 'accepted' } });
  review(undefined, { requester: 'Ana Rivera', relation: 'Parent', subject: 'Mateo Rivera-Soto' });
  expect(screen.getByRole('radio', { name: /Ana Rivera/ })).toBeChecked();
  expect(screen.queryByRole('checkbox', { name: 'Date of birth agrees' })).not.toBeInTheDocument();
  for (const box of within(screen.getByRole('group', { name: 'What you see on it' })).getAllByRole('checkbox')) await userEvent.click(box);
  await userEvent.click(screen.getByRole('button', { name: /Accept: Photo ID/ }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ ticks: { photo_present: true, name_agrees: true, not_expired: true, readable: true }, facts: { holder: 'requester' } });
  expect(sent[0]?.ticks).not.toHaveProperty('birth_date_agrees');
});

test('an ID of the child says so, and its date of birth is asked again', async () => {
  const sent = server({ ok: true, value: { decision: 'accepted' } });
  review(undefined, { requester: 'Ana Rivera', relation: 'Parent', subject: 'Mateo Rivera-Soto' });
  await userEvent.click(screen.getByRole('radio', { name: /Mateo Rivera-Soto/ }));
  for (const box of within(screen.getByRole('group', { name: 'What you see on it' })).getAllByRole('checkbox')) await userEvent.click(box);
  await userEvent.click(screen.getByRole('button', { name: /Accept: Photo ID/ }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ ticks: { birth_date_agrees: true }, facts: { holder: 'subject' } });
});

const offered = () =>
  render(
    <Outside routes={routes}>
      <KeysProvider onSwitch={() => undefined}>
        <TakeOver caseId="cccccccccccccccccccccc" documentId="dddddddddddddddddddddd" title="Photo ID" accepted="accepted by Maria Ortiz in C-2041 on 11/20/2026" />
      </KeysProvider>
    </Outside>,
  );

test('an ID accepted for a brother is taken over with one key', async () => {
  const sent = server({ ok: true, value: { fromCase: 2041 } });
  offered();
  expect(screen.getByText(/accepted by Maria Ortiz in C-2041 on 11\/20\/2026/)).toBeVisible();
  await userEvent.keyboard('t');
  await waitFor(() => expect(sent).toEqual([{ caseId: 'cccccccccccccccccccccc', documentId: 'dddddddddddddddddddddd' }]));
});

test('what has ended since says why it cannot be taken over', async () => {
  server({ ok: false, reason: 'no_longer_acceptable', problems: [] });
  offered();
  await userEvent.click(screen.getByRole('button', { name: /Take over/ }));
  expect(await screen.findByText('It has ended since it was accepted: review it here.')).toBeVisible();
});

test('who does not have the case is told so beside the button', () => {
  review('Assign the case to yourself first.');
  expect(screen.getByRole('button', { name: /Accept: Photo ID/ })).toHaveAccessibleDescription('Assign the case to yourself first.');
});

const asked = { approvalId: 'aaaaaaaaaaaaaaaaaaaaaa', askedBy: 'Dana Whitfield', askedAt: 'Tue, Nov 24, 10:48 AM', reason: 'As on the license', risks: ['The date of birth changes'], changes: [{ field: 'date of birth', before: '05/03/1994', after: '03/05/1994' }], decided: null };
const second = (mayDecide: boolean, offBecause?: string) =>
  render(
    <Outside routes={routes}>
      <SecondReview caseId="cccccccccccccccccccccc" asked={asked} mayDecide={mayDecide} offBecause={offBecause} />
    </Outside>,
  );

test('a supervisor sees what changes, why, and sends it back only with words', async () => {
  const sent = server({ ok: false, reason: 'invalid', problems: [{ field: 'reason', reason: 'reason_missing' }] }, { ok: true, value: { decision: 'refused' } });
  second(true);
  expect(screen.getByText('03/05/1994')).toBeInTheDocument();
  expect(screen.getByText('The date of birth changes')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Send back' }));
  const box = await screen.findByRole('textbox', { name: 'Words for the one who asked' });
  expect(box).toBeInvalid();
  await userEvent.type(box, 'Call the old number first');
  await userEvent.click(screen.getByRole('button', { name: 'Send back' }));
  await waitFor(() => expect(sent.at(-1)).toEqual({ approvalId: asked.approvalId, decision: 'refused', reason: 'Call the old number first' }));
});

test.each([
  ['for the one who asked', 'second_review', 'Words for the one who asked', <SecondReview key="" caseId="cccccccccccccccccccccc" asked={asked} mayDecide />],
  ['for a copy that is taken back', 'take_back', 'Why is it taken back?', <TakeBack key="" caseId="cccccccccccccccccccccc" releaseId="rrrrrrrrrrrrrrrrrrrrrr" urgent={false} />],
] as const)('words begun %s are there again', (_, form, label, task) => {
  const kept = new Map([[caseDraft('cccccccccccccccccccccc', form), { body: { reason: 'Call the old number' }, savedAt: '10:47:52', mark: '7' }]]);
  render(<Outside routes={routes}><DraftBoard since={null} kept={kept}>{task}</DraftBoard></Outside>);
  expect(screen.getByLabelText(label)).toHaveValue('Call the old number');
});

test('a processor sees that it waits and cannot decide; who asked cannot approve', () => {
  const { unmount } = second(false);
  expect(screen.getByText('Waiting for a supervisor')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Approve/ })).toBeNull();
  unmount();
  second(true, 'You asked for this yourself: another supervisor decides.');
  expect(screen.getByRole('button', { name: /Approve/ })).toHaveAccessibleDescription('You asked for this yourself: another supervisor decides.');
});
