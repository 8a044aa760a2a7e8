import '@testing-library/jest-dom';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { DraftBoard, DraftStatus } from '@/components/drafts/draft-board';
import { flushDrafts } from '@/components/drafts/draft-saver';
import { useDraft } from '@/components/drafts/use-draft';
import type { Draft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import { z } from 'zod';
import { useDraftForm } from '@/components/drafts/use-draft-form';
import type { KeptDrafts } from '@/lib/drafts/rules';

type Sent = { name: string; body: { key: string; over: string | null; body?: { text: string } }; keepalive: boolean };
/** `others`: what this tab knew is gone, and another tab's words are there. */
type Answer = number | 'no network' | 'others';

/** The desk as it answers, one after the other; the last goes on. */
function server(...answers: Answer[]) {
  const sent: Sent[] = [];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? 200;
    sent.push({ name: address.split('/').at(-1) ?? '', body: JSON.parse(String(init.body)) as Sent['body'], keepalive: init.keepalive === true });
    if (answer === 'no network') throw new TypeError('Failed to fetch');
    if (answer === 'others') return { status: 200, json: async () => ({ ok: true, value: { others: true } }) };
    return { status: answer, json: async () => (answer === 200 ? { ok: true, value: address.endsWith('discard') ? { others: false } : { savedAt: '10:47:52', mark: `${sent.length}` } } : answer === 409 ? { ok: false, reason: 'conflict', problems: [{ field: 'body', reason: 'other_words', detail: '77' }] } : { ok: false, reason: 'x', problems: [] }) };
  }) as unknown as typeof fetch;
  return sent;
}

const key = caseDraft('cccccccccccccccccccccc', 'note');

function Words({ kept }: { kept: Draft<{ text: string }> | null }) {
  const [text, setText] = useState(kept?.value.text ?? '');
  const { forget } = useDraft({ key, value: { text }, pristine: { text: '' }, kept });
  return (
    <>
      <textarea aria-label="Words" value={text} onChange={({ target }) => setText(target.value)} />
      <button onClick={() => void forget()}>Saved for good</button>
    </>
  );
}
const write = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
const show = (kept: Draft<{ text: string }> | null = null) =>
  render(
    <DraftBoard since={kept?.savedAt ?? null}>
      <Words kept={kept} />
      <DraftStatus />
    </DraftBoard>,
  );
const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const texts = (sent: readonly Sent[]) => sent.map(({ body }) => body.body?.text ?? 'discarded');

beforeEach(() => {
  jest.useFakeTimers();
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => 'key' });
});
afterEach(() => jest.useRealTimers());

test('what is typed is kept within two seconds of the last change, once', async () => {
  const sent = server(200);
  show();
  for (const text of ['C', 'Ca', 'Called']) {
    write(text);
    await wait(300);
  }
  expect(sent).toEqual([]);
  await wait(2_000);
  expect(texts(sent)).toEqual(['Called']);
  expect(screen.getByRole('status')).toHaveTextContent('Draft saved 10:47:52');
});

test('an untouched form is no draft, and one that was kept is not sent again', async () => {
  const sent = server(200);
  show({ value: { text: 'From before' }, savedAt: '10:41:00', mark: '5' });
  await wait(5_000);
  expect(sent).toEqual([]);
  expect(screen.getByRole('status')).toHaveTextContent('Draft saved 10:41:00');
});

test('without a connection it says so and goes on trying with the newest words', async () => {
  const sent = server('no network', 'no network', 200);
  show();
  write('One');
  await wait(1_100);
  expect(screen.getByRole('status')).toHaveTextContent('Not saved yet: no connection, trying again');
  write('One two');
  await wait(8_000);
  // What may or may not have arrived goes again first: else it would be taken for another tab's.
  expect(texts(sent)).toEqual(['One', 'One', 'One', 'One two']);
  expect(screen.getByRole('status')).toHaveTextContent('Draft saved 10:47:52');
});

test('behind a lock the words wait in memory and go when the screen is open again', async () => {
  const sent = server(423, 200);
  show();
  write('Half a note');
  await wait(1_100);
  expect(screen.getByRole('status')).toHaveTextContent('Not saved yet: it is saved when you are back');
  await act(async () => void window.dispatchEvent(new Event('session-opened')));
  expect(texts(sent)).toEqual(['Half a note', 'Half a note']);
  expect(screen.getByRole('textbox')).toHaveValue('Half a note');
});

test('leaving the page sends what is left at once, and so does locking it', async () => {
  const sent = server(200);
  const page = show();
  write('Leaving');
  await act(async () => void window.dispatchEvent(new Event('pagehide')));
  expect(sent.map(({ body, keepalive }) => [body.body?.text, keepalive])).toEqual([['Leaving', true]]);
  write('Locking');
  await act(() => flushDrafts());
  expect(texts(sent)).toEqual(['Leaving', 'Locking']);
  write('Going elsewhere');
  page.unmount();
  await wait(10);
  expect(texts(sent)).toEqual(['Leaving', 'Locking', 'Going elsewhere']);
});

test('saved for good, the draft is taken away; emptied by hand too', async () => {
  const sent = server(200);
  show();
  write('Done');
  await wait(1_100);
  fireEvent.click(screen.getByRole('button', { name: 'Saved for good' }));
  await wait(10);
  expect(sent.map(({ name }) => name)).toEqual(['draft.save', 'draft.discard']);
  expect(screen.getByRole('status')).toHaveTextContent('');
});

test('each save names the words that it goes over; another tab’s are not written over until this person says so', async () => {
  const sent = server(200, 409, 200);
  show({ value: { text: 'From before' }, savedAt: '10:41:00', mark: '5' });
  write('First');
  await wait(1_100);
  write('Second');
  await wait(1_100);
  expect(screen.getByRole('status')).toHaveTextContent('Not saved: another tab has other words here.');
  write('Second, and more');
  await wait(20_000);
  expect(sent.map(({ body }) => body.over)).toEqual(['5', '1']);
  fireEvent.click(screen.getByRole('button', { name: 'Keep these instead' }));
  await wait(10);
  expect(sent.at(-1)?.body).toEqual({ key, over: '77', body: { text: 'Second, and more' } });
  expect(screen.getByRole('status')).toHaveTextContent('Draft saved 10:47:52');
});

test('a draft the desk does not keep is said once and not sent for ever', async () => {
  const sent = server(422);
  show();
  write('Too long');
  await wait(20_000);
  expect(sent).toHaveLength(1);
  expect(screen.getByRole('status')).toHaveTextContent('This draft is not kept: too long');
});

test('saved for good while another tab has words of its own: they are kept, and said', async () => {
  const sent = server(200, 'others');
  show();
  write('Done');
  await wait(1_100);
  fireEvent.click(screen.getByRole('button', { name: 'Saved for good' }));
  await wait(10);
  expect(sent.at(-1)).toMatchObject({ name: 'draft.discard', body: { over: '1' } });
  expect(screen.getByRole('status')).toHaveTextContent('Another tab has words here that are not saved. Show them');
});

test('a tab whose words were never kept takes away nothing, and says that there are others', async () => {
  const sent = server(409);
  show();
  write('Mine');
  await wait(1_100);
  fireEvent.click(screen.getByRole('button', { name: 'Saved for good' }));
  await wait(10);
  expect(sent.map(({ name }) => name)).toEqual(['draft.save']);
  expect(screen.getByRole('status')).toHaveTextContent('Another tab has words here that are not saved.');
});

const waitKey = caseDraft('cccccccccccccccccccccc', 'escalate');
const shape = z.strictObject({ reason: z.string() });

function DialogWords() {
  const { form, forget } = useDraftForm({ key: waitKey, shape, pristine: NOTHING });
  return (
    <>
      <textarea aria-label="Words" {...form.register('reason')} />
      <button onClick={() => void forget()}>Saved for good</button>
    </>
  );
}
const NOTHING = { reason: '' };

function Opened({ kept }: { kept: KeptDrafts }) {
  const [open, setOpen] = useState(true);
  return (
    <DraftBoard since={null} kept={kept}>
      <button onClick={() => setOpen(!open)}>Dialog</button>
      {open && <DialogWords />}
    </DraftBoard>
  );
}

test('a dialog closed with words in it opens with them, here and on the next page', async () => {
  const sent = server(200);
  render(<Opened kept={new Map([[waitKey, { body: { reason: 'May a guardian' }, savedAt: '10:41:00', mark: '5' }]])} />);
  expect(screen.getByRole('textbox')).toHaveValue('May a guardian');
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'May a guardian ask?' } });
  fireEvent.click(screen.getByRole('button', { name: 'Dialog' }));
  await wait(10);
  expect(sent).toMatchObject([{ name: 'draft.save', body: { over: '5', body: { reason: 'May a guardian ask?' } } }]);
  fireEvent.click(screen.getByRole('button', { name: 'Dialog' }));
  expect(screen.getByRole('textbox')).toHaveValue('May a guardian ask?');
  fireEvent.click(screen.getByRole('button', { name: 'Saved for good' }));
  await wait(10);
  expect(sent.at(-1)).toMatchObject({ name: 'draft.discard', body: { over: '1' } });
  fireEvent.click(screen.getByRole('button', { name: 'Dialog' }));
  fireEvent.click(screen.getByRole('button', { name: 'Dialog' }));
  expect(screen.getByRole('textbox')).toHaveValue('');
});
