import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openForm, photo, server } from './request-server';

const user = userEvent.setup({ delay: null });
const type = (label: string | RegExp, text: string) => user.type(screen.getByLabelText(label), text);
const choose = (name: string) => user.click(screen.getByRole('radio', { name }));
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const page = (name: string) => screen.findByRole('heading', { level: 1, name });
const go = () => press('Continue');
const send = (...files: File[]) => user.upload(screen.getByLabelText(/Photos or files/), files);

async function ownRecordUpToId() {
  await choose('My own record');
  await go();
  await type('First name', 'Marisol');
  await type('Last name', 'Reyes');
  await go();
  await type('Date of birth', '7/16/1990');
  await go();
  await go();
  await go();
  await page('How can we reach you?');
  await type('Phone number', '860-555-0177');
  await go();
  await choose('Only fix the online search, so that I can find the record myself');
  await go();
  await choose('No');
  await go();
  await go();
  await page('Your photo ID');
}

async function ownRecordUpToCheck() {
  await ownRecordUpToId();
  await send(photo('front.jpg'));
  await screen.findByRole('list', { name: 'We have' });
  await go();
  await page('Proof of vaccination');
  await go();
  await page('Check your answers');
}

test('a page that lacks something says so at the field and in a summary that takes the focus', async () => {
  server();
  openForm('en');
  await choose('My own record');
  await go();
  await page('Your name');
  await type('Last name', 'Reyes');
  await go();
  const summary = await screen.findByRole('alert');
  expect(summary).toHaveFocus();
  expect(screen.getByLabelText('First name')).toHaveAccessibleDescription(/Type the first name\./);
  await waitFor(() => expect(document.title).toBe('Error: Your name'));
  await user.click(within(summary).getByRole('link', { name: 'Type the first name.' }));
  expect(screen.getByLabelText('First name')).toHaveFocus();
});

test('problems are told in Spanish on the Spanish form', async () => {
  server();
  openForm('es');
  await press('Continuar');
  expect(within(await screen.findByRole('alert')).getByText('Elija de quién es el registro.')).toBeVisible();
});

test('half an address is asked for in full; none at all is fine', async () => {
  server();
  openForm('en');
  await choose('My own record');
  await go();
  await type('First name', 'Marisol');
  await type('Last name', 'Reyes');
  await go();
  await type('Date of birth', '7/16/1990');
  await go();
  await go();
  await page('Your address now');
  await type('City or town', 'Hartford');
  await go();
  const summary = await screen.findByRole('alert');
  expect(within(summary).getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Type the street and number.', 'Type the ZIP code: 5 digits, like 06106.']);
  await user.clear(screen.getByLabelText('City or town'));
  await go();
  expect(await page('How can we reach you?')).toBeVisible();
});

test('without a photo ID one cannot go on', async () => {
  server();
  openForm('en');
  await ownRecordUpToId();
  await go();
  expect(await screen.findByRole('alert')).toHaveTextContent('Send this document before you go on.');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your photo ID');
}, 30_000);

test.each([
  ['heic', 'We cannot open HEIC photos. Use the “Take a photo” button, or save it as JPEG.'],
  ['too_many_files', 'You can send 8 files at most. Remove one first.'],
  ['name_disagrees', 'The file’s name does not fit what is in it. Use the “Take a photo” button, or save the file again.'],
  ['conflict', 'Not sent. Check your signal, then send it again.'],
])('a file refused as %s says what to do', async (reason, words) => {
  server({ files: [{ ok: false, reason, problems: [] }] });
  openForm('en');
  await ownRecordUpToId();
  await send(photo('front.jpg'));
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.queryByRole('list', { name: 'We have' })).not.toBeInTheDocument();
}, 30_000);

test('a file over 15 MB is not even sent', async () => {
  const { taken } = server();
  openForm('en');
  await ownRecordUpToId();
  const large = photo('front.jpg');
  Object.defineProperty(large, 'size', { value: 15 * 1024 * 1024 + 1 });
  await send(large);
  expect(await screen.findByText(/larger than 15 MB/)).toBeVisible();
  expect(taken).toEqual([]);
}, 30_000);

test('a file can be taken back before sending', async () => {
  const { sent } = server({ posts: [[200, { ok: true, value: {} }]] });
  openForm('en');
  await ownRecordUpToId();
  await send(photo('front.jpg'));
  await screen.findByRole('list', { name: 'We have' });
  await press('Remove: front.jpg');
  await waitFor(() => expect(screen.queryByText('front.jpg')).not.toBeInTheDocument());
  expect(sent).toEqual([{ address: '/api/uploads', body: { remove: 'document-1' } }]);
}, 30_000);

test('a file that cannot be opened says why while another can still be sent', async () => {
  server({ states: [{ documentId: 'document-1', state: 'refused', reason: 'encrypted' }] });
  openForm('en');
  await ownRecordUpToId();
  await send(photo('front.jpg'));
  expect(await screen.findByText(/locked with a password/, undefined, { timeout: 15_000 })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Remove: front.jpg' })).toBeEnabled();
}, 30_000);

describe('a photo that may be hard to read', () => {
  /** A small, dark picture: every point is 20 of 255. */
  beforeEach(() => {
    globalThis.createImageBitmap = (async () => ({ width: 640, height: 480, close: () => undefined })) as unknown as typeof createImageBitmap;
    const brush = { drawImage: () => undefined, getImageData: (_x: number, _y: number, width: number, height: number) => ({ data: new Uint8ClampedArray(width * height * 4).fill(20) }) };
    jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(brush as unknown as null);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'createImageBitmap');
  });

  test('is asked about, and is sent when the person says so', async () => {
    const { taken } = server();
    openForm('en');
    await ownRecordUpToId();
    await send(photo('front.jpg'));
    const question = await screen.findByRole('alert');
    expect(question).toHaveTextContent('The photo is small. Come closer.');
    expect(question).toHaveTextContent('The photo is dark. Turn on a light.');
    expect(screen.getByRole('button', { name: 'Continue' })).toHaveAttribute('aria-disabled', 'true');
    expect(taken).toEqual([]);
    await press('Send this photo anyway');
    await screen.findByRole('list', { name: 'We have' });
    expect(taken).toHaveLength(1);
  }, 30_000);

  test('is not sent when another is to be taken', async () => {
    const { taken } = server();
    openForm('en');
    await ownRecordUpToId();
    await send(photo('front.jpg'));
    await screen.findByRole('alert');
    await press('Take a new photo');
    expect(await screen.findByText('Not sent. Take a new photo.')).toBeVisible();
    expect(taken).toEqual([]);
  }, 30_000);
});

test('what the server finds wrong leads back to its page', async () => {
  server({ posts: [[422, { ok: false, reason: 'invalid', problems: [{ field: 'subjects.0.birthOn', reason: 'too_long_ago' }] }]] });
  openForm('en');
  await ownRecordUpToCheck();
  await press('Send');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The date of birth is too long ago. Check the year.');
  await user.click(within(alert).getByRole('button', { name: 'Mend this' }));
  expect(await page('Your date of birth')).toBeVisible();
}, 30_000);

test('a lost signal loses nothing; sending again gives the number', async () => {
  const { sent } = server({ posts: [[503, {}], [200, { ok: true, value: { reference: 'S-7K2M-9QRT-4' } }]] });
  openForm('en');
  await ownRecordUpToCheck();
  await press('Send');
  expect(await screen.findByRole('alert')).toHaveTextContent('Your answers are still here.');
  await press('Send');
  expect(await page('We got your request')).toBeVisible();
  expect(sent[1]).toEqual(sent[0]);
}, 30_000);

test('documents that were kept too long are asked for anew, with the reason', async () => {
  server({ posts: [[422, { ok: false, reason: 'session_ended', problems: [{ field: 'documents', reason: 'session_ended' }] }]] });
  openForm('en');
  await ownRecordUpToCheck();
  await press('Send');
  expect(await page('Your photo ID')).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('Not sent. Too much time has passed, so your documents are gone. Send them again.');
  await send(photo('again.jpg'));
  await screen.findByRole('list', { name: 'We have' });
  await go();
  expect(await page('Check your answers')).toBeVisible();
}, 30_000);
