import '@testing-library/jest-dom';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { form, openForm, photo, server } from './request-server';

const user = userEvent.setup({ delay: null });
const type = (label: string | RegExp, text: string) => user.type(screen.getByLabelText(label), text);
const choose = (name: string) => user.click(screen.getByRole('radio', { name }));
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const page = (name: string) => screen.findByRole('heading', { level: 1, name });
const go = () => press('Continue');

async function parentUpToPapers() {
  await choose('My child’s record');
  await go();
  await page('Your name');
  await type('First name', 'Ana');
  await type('Last name', 'Rivera');
  await go();
  await page('The name of the person whose record it is');
  await type('First name', 'Mateo');
  await type('Last name', 'Rivera-Soto');
  await go();
  await page('Their date of birth');
  await type('Date of birth', '3/5/2022');
  await choose('Male');
  await go();
  await page('What did you search with?');
  await type('Phone number', '860-555-0134');
  await go();
  await page('Their address now');
  await type('Street and number', '88 Example Street');
  await type('City or town', 'Hartford');
  await type('ZIP code', '06106');
  await go();
  await page('Do you need the records of other children?');
  await go();
  await page('How can we reach you?');
  await type('E-mail address', 'Ana@example.com');
  await go();
  await page('What should we do?');
  await choose('Mail me a copy');
  await go();
  await page('Which record do you need?');
  await user.click(screen.getByRole('checkbox', { name: 'Full immunization record' }));
  await go();
  await page('Where should we mail it?');
  await go();
  await page('Do you need it by a certain day?');
  await choose('Yes');
  await type('The day you need it', '11/30/2026');
  await type('What is it for?', 'Child care');
  await go();
  await page('Is there anything else we should know?');
  await go();
  await page('Your photo ID');
}

async function parentUpToCheck() {
  await parentUpToPapers();
  await user.upload(screen.getByLabelText(/Photos or files/), [photo('ana.jpg')]);
  await screen.findByRole('list', { name: 'We have' });
  await go();
  await page('The child’s birth certificate');
  await user.upload(screen.getByLabelText(/Photos or files/), [photo('acta de nacimiento ñ.jpg')]);
  await screen.findByRole('list', { name: 'We have' });
  await go();
  await page('Proof of vaccination');
  await go();
  await page('Check your answers');
}

const MATEO = {
  kind: 'record_not_found',
  language: 'en',
  relation: 'parent',
  requester: { given: 'Ana', family: 'Rivera' },
  email: 'ana@example.com',
  subjects: [
    {
      given: 'Mateo',
      family: 'Rivera-Soto',
      birthOn: '2022-03-05',
      sex: 'M',
      phone: '860-555-0134',
      address: { line1: '88 Example Street', city: 'Hartford', state: 'CT', zip: '06106' },
    },
  ],
  delivery: 'mail',
  wants: ['full_record'],
  mailTo: { name: 'Ana Rivera', address: { line1: '88 Example Street', city: 'Hartford', state: 'CT', zip: '06106' } },
  deadline: { on: '2026-11-30', reason: 'Child care' },
};

test('a parent asks for a child’s record and gets a reference number', async () => {
  const { sent, taken } = server();
  openForm('en');
  await parentUpToCheck();
  await press('Send');
  expect(await page('We got your request')).toBeVisible();
  expect(screen.getByText('S-7K2M-9QRT-4')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Print this page' })).toBeVisible();
  expect(sent).toEqual([{ address: '/api/commands/submission.send', body: MATEO }]);
  expect(taken.map(({ address, headers, file }) => [address, headers['x-document-kind'], headers['x-file-name'], file.name])).toEqual([
    ['/api/uploads', 'photo_id', 'ana.jpg', 'ana.jpg'],
    ['/api/uploads', 'birth_certificate', 'acta%20de%20nacimiento%20%C3%B1.jpg', 'acta de nacimiento ñ.jpg'],
  ]);
}, 30_000);

test('nothing about anybody stands in the address, the title or the browser’s storage', async () => {
  server();
  openForm('en');
  await parentUpToCheck();
  const kept = `${window.location.href} ${document.title} ${JSON.stringify(window.history.state)} ${JSON.stringify({ ...window.localStorage, ...window.sessionStorage })} ${document.cookie}`;
  expect(kept).not.toMatch(/Ana|Mateo|Rivera|2022|860/);
}, 30_000);

test('an answer can be changed from the check page; the others stay', async () => {
  const { sent } = server();
  openForm('en');
  await parentUpToCheck();
  await press('Change: Their date of birth');
  await page('Their date of birth');
  expect(screen.getByLabelText('Date of birth')).toHaveValue('03/05/2022');
  expect(screen.getByRole('radio', { name: 'Male' })).toBeChecked();
  await user.clear(screen.getByLabelText('Date of birth'));
  await type('Date of birth', '3/6/2022');
  await go();
  await page('Check your answers');
  expect(screen.getByText(/March 6, 2022/)).toBeVisible();
  await press('Send');
  await page('We got your request');
  expect(sent[0]?.body).toEqual({ ...MATEO, subjects: [{ ...MATEO.subjects[0], birthOn: '2022-03-06' }] });
}, 30_000);

test('a parent adds two children, takes one out again, and each is one more person of the request', async () => {
  const { sent } = server();
  openForm('en');
  await parentUpToCheck();
  await press('Change: Do you need the records of other children?');
  await page('Do you need the records of other children?');
  await press('Add another child');
  await press('Add another child');
  const child = (number: number) => within(screen.getByRole('group', { name: `Child ${number}` }));
  await user.type(child(2).getByLabelText('First name'), 'Nobody');
  await user.type(child(3).getByLabelText('First name'), 'Lucía');
  await user.type(child(3).getByLabelText('Last name'), 'Rivera-Soto');
  await user.type(child(3).getByLabelText('Date of birth'), '6/9/2019');
  await press('Remove: Child 2');
  expect(screen.getByRole('button', { name: 'Add another child' })).toHaveFocus();
  expect(child(2).getByLabelText('First name')).toHaveValue('Lucía');
  await go();
  await page('Check your answers');
  expect(screen.getByText(/Lucía Rivera-Soto, June 9, 2019/)).toBeVisible();
  await press('Send');
  await page('We got your request');
  const { sex: _, ...reached } = MATEO.subjects[0] ?? {};
  expect(sent[0]?.body).toEqual({ ...MATEO, subjects: [MATEO.subjects[0], { ...reached, given: 'Lucía', birthOn: '2019-06-09' }] });
}, 30_000);

test('what lacks on a child is said at its box and in the summary', async () => {
  server();
  openForm('en');
  await parentUpToCheck();
  await press('Change: Do you need the records of other children?');
  await press('Add another child');
  await go();
  expect(screen.getByRole('link', { name: 'Type the first name.' })).toHaveAttribute('href', '#field-children-0-given');
  expect(screen.getByLabelText('First name')).toBeInvalid();
}, 30_000);

test('who turns from mail to fax is asked for the number before sending', async () => {
  server();
  openForm('en');
  await parentUpToCheck();
  await press('Change: What should we do?');
  await page('What should we do?');
  await choose('Fax a copy');
  await go();
  await page('Where should we fax it?');
  await type('Fax number', '(860) 555-0134');
  await go();
  await page('Check your answers');
  expect(screen.queryByText('Where should we mail it?')).not.toBeInTheDocument();
}, 30_000);

test('the browser’s Back goes one page back and keeps what was typed, also half done', async () => {
  server();
  openForm('en');
  await choose('My own record');
  await go();
  await page('Your name');
  await type('First name', 'Ana');
  act(() => window.history.back());
  await page('Whose record do you need?');
  expect(screen.getByRole('radio', { name: 'My own record' })).toBeChecked();
  await go();
  await page('Your name');
  expect(screen.getByLabelText('First name')).toHaveValue('Ana');
});

test('a person asks for their own record in Spanish', async () => {
  const { sent } = server();
  openForm('es');
  await choose('Mi propio registro');
  await press('Continuar');
  await page('Su nombre');
  await type('Nombre', 'Marisol');
  await type('Apellidos', 'Calderón Reyes');
  await press('Continuar');
  await page('Su fecha de nacimiento');
  await type('Fecha de nacimiento', '7/16/1990');
  await press('Continuar');
  await page('¿Con qué buscó?');
  await type('Teléfono', '860 555 0177');
  await press('Continuar');
  await page('Su dirección actual');
  await press('Continuar');
  await page('¿Cómo podemos comunicarnos con usted?');
  expect(screen.getByLabelText('Teléfono')).toHaveValue('860 555 0177');
  await press('Continuar');
  await page('¿Qué debemos hacer?');
  await choose('Solo corrijan la búsqueda en línea, para que yo pueda encontrar el registro');
  await press('Continuar');
  await page('¿Lo necesita para un día fijo?');
  await choose('No');
  await press('Continuar');
  await page('¿Hay algo más que debamos saber?');
  await press('Continuar');
  await page('Su identificación con foto');
  await user.upload(screen.getByLabelText(/Fotos o archivos/), [photo('frente.jpg'), photo('reverso.jpg')]);
  await waitFor(() => expect(within(screen.getByRole('list', { name: 'Ya tenemos' })).getAllByRole('listitem')).toHaveLength(2));
  await press('Continuar');
  await page('Prueba de vacunación');
  await press('Continuar');
  await page('Revise sus respuestas');
  expect(screen.getByText(/16 de julio de 1990/)).toBeVisible();
  await press('Enviar');
  await page('Recibimos su solicitud');
  expect(sent[0]?.body).toEqual({
    kind: 'record_not_found',
    language: 'es',
    relation: 'self',
    requester: { given: 'Marisol', family: 'Calderón Reyes' },
    phone: '860 555 0177',
    subjects: [{ given: 'Marisol', family: 'Calderón Reyes', birthOn: '1990-07-16', phone: '860 555 0177' }],
    delivery: 'portal',
    wants: [],
  });
}, 30_000);

test('the language can be changed on the way; what is typed stays', async () => {
  server();
  const { rerender } = openForm('en');
  await choose('My own record');
  await go();
  await page('Your name');
  await type('First name', 'Marisol');
  rerender(form('es'));
  await page('Su nombre');
  expect(screen.getByLabelText('Nombre')).toHaveValue('Marisol');
});

test('leaving the page warns once something is typed, and no more once it is sent', async () => {
  server();
  openForm('en');
  const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leave()).toBe(true);
  await parentUpToCheck();
  expect(leave()).toBe(false);
  await press('Send');
  await page('We got your request');
  expect(leave()).toBe(true);
}, 30_000);
