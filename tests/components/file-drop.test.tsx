import '@testing-library/jest-dom';
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FileDrop, type Upload } from '@/components/forms/file-drop';
import { done, refuse, type Outcome } from '@/lib/platform/outcome';

const photo = (name: string) => new File([new Uint8Array(2_100_000)], name, { type: 'image/jpeg' });
beforeAll(() => {
  let count = 0;
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => `file-${(count += 1)}` });
});

/** A line that each test moves by hand. */
function line() {
  const calls: { file: File; share: (share: number) => void; end: (outcome: Outcome<unknown>) => void; signal: AbortSignal }[] = [];
  const upload: Upload = (file, share, signal) => new Promise((end) => calls.push({ file, share, end, signal }));
  return { calls, upload };
}

test('each chosen file is sent at once and shows how far it is', async () => {
  const { calls, upload } = line();
  const sent = jest.fn();
  render(<FileDrop label="Photo ID" name="id" upload={upload} onSent={sent} />);
  await userEvent.upload(screen.getByLabelText(/Photo ID/), [photo('front.jpg'), photo('back.jpg')]);
  expect(calls.map(({ file }) => file.name)).toEqual(['front.jpg', 'back.jpg']);
  act(() => calls[0]?.share(0.62));
  expect(screen.getByRole('progressbar', { name: 'front.jpg' })).toHaveAttribute('value', '62');
  expect(screen.getByText('1.3 MB of 2.1 MB')).toBeVisible();
  await act(async () => calls[0]?.end(done('d-1')));
  expect(sent).toHaveBeenCalledWith(expect.objectContaining({ name: 'front.jpg' }), 'd-1');
  expect(screen.getByText('Sent')).toBeVisible();
});

test('a file that was not sent says so and can be sent again', async () => {
  const { calls, upload } = line();
  render(<FileDrop label="Photo ID" name="id" upload={upload} />);
  await userEvent.upload(screen.getByLabelText(/Photo ID/), photo('front.jpg'));
  await act(async () => calls[0]?.end(refuse('unavailable')));
  expect(screen.getByText('Not sent')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Send again: front.jpg' }));
  expect(calls).toHaveLength(2);
  await act(async () => calls[1]?.end(done(null)));
  expect(screen.queryByText('Not sent')).not.toBeInTheDocument();
});

test('a file on its way can be stopped', async () => {
  const { calls, upload } = line();
  render(<FileDrop label="Photo ID" name="id" upload={upload} />);
  await userEvent.upload(screen.getByLabelText(/Photo ID/), photo('front.jpg'));
  await userEvent.click(screen.getByRole('button', { name: 'Stop: front.jpg' }));
  expect(calls[0]?.signal.aborted).toBe(true);
  await act(async () => calls[0]?.end(refuse('stopped')));
  await userEvent.click(screen.getByRole('button', { name: 'Remove from this list: front.jpg' }));
  expect(screen.queryByText('front.jpg')).not.toBeInTheDocument();
});

test('files can be dropped, one where one is asked for', () => {
  const { calls, upload } = line();
  render(<FileDrop label="Photo ID" name="id" upload={upload} multiple={false} words={{ drop: 'Suelte aquí' }} />);
  fireEvent.drop(screen.getByText('Suelte aquí'), { dataTransfer: { files: [photo('a.jpg'), photo('b.jpg')] } });
  expect(calls.map(({ file }) => file.name)).toEqual(['a.jpg']);
});

test('offers the camera that looks away from the person', () => {
  render(<FileDrop label="Photo ID" name="id" upload={line().upload} camera="environment" />);
  expect(screen.getByLabelText('Take a photo', { selector: 'input' })).toHaveAttribute('capture', 'environment');
  expect(screen.getByRole('button', { name: 'Take a photo' })).toBeEnabled();
});
