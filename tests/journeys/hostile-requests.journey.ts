import { request as http } from 'node:http';
import { deskOf, expect, journey, test } from './support/desk';

/** A request as no browser would send it: the status, or 0 when the connection was cut. */
function raw(origin: string, options: { method?: string; path: string; headers?: Record<string, string | string[]>; body?: string }): Promise<number> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const sent = http({ hostname, port, method: options.method ?? 'GET', path: options.path, headers: options.headers, setHost: options.headers?.host === undefined }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', () => resolve(0));
    sent.end(options.body);
  });
}

const REFUSED: readonly [string, Parameters<typeof raw>[1], number][] = [
  ['an absolute-form request', { path: 'http://evil.test/request' }, 400],
  ['a path of two slashes', { path: '//evil.test' }, 400],
  ['a coded slash', { path: '/queue%2f..%2f' }, 400],
  ['TRACE', { method: 'TRACE', path: '/queue' }, 405],
  ['PUT', { method: 'PUT', path: '/api/commands/case.note' }, 405],
  ['a POST to a page', { method: 'POST', path: '/queue' }, 405],
  ['a Server Action', { method: 'POST', path: '/api/commands/case.note', headers: { 'next-action': 'x' } }, 400],
  ['a header that steers the framework', { path: '/queue', headers: { 'x-middleware-subrequest': 'proxy' } }, 400],
  ['our own inner header', { path: '/queue', headers: { 'x-record-desk-address': '10.0.0.1' } }, 400],
  ['a command without an origin', { method: 'POST', path: '/api/commands/case.note', headers: { 'content-type': 'application/json' }, body: '{}' }, 403],
  ['a command from a sibling origin', { method: 'POST', path: '/api/commands/case.note', headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:1' }, body: '{}' }, 403],
  ['a case spelled as its payload', { path: '/cases/C-2041.rsc' }, 404],
  ['a case spelled as its payload in code', { path: '/cases/C-2041%2Ersc', headers: { rsc: '1' } }, 404],
  ['the public page on the staff surface', { path: '/request' }, 404],
  ['a document without a session', { path: '/api/documents/AAAAAAAAAAAAAAAAAAAAAA/pages/1' }, 401],
];

for (const [what, options, status] of REFUSED) {
  test(`${what} is refused with ${status}`, async () => {
    expect(await raw(journey().urls.staff, options)).toBe(status);
  });
}

test('the staff pages are not on the public surface, in any spelling', async () => {
  for (const path of ['/queue', '/queue.rsc', '/queue?_rsc=1', '/QUEUE', '/%71ueue', '/cases/C-2001', '/sign-in', '/api/session', '/api/looks/patient.search', '/api/documents/x/pages/1']) {
    expect([404, 405], path).toContain(await raw(journey().urls.public, { path, headers: { rsc: path.includes('rsc') ? '1' : '0' } }));
  }
});

test('a signed-in browser gets a clear answer to a wrong form of request', async ({ browser }) => {
  const page = await deskOf(browser, 'Kofi Mensah');
  const send = (name: string, init: { headers?: Record<string, string>; body?: string }) =>
    page.evaluate(async ([path, options]) => (await fetch(path as string, { method: 'POST', ...(options as RequestInit) })).status, [`/api/commands/${name}`, init] as const);
  const json = { 'content-type': 'application/json', 'idempotency-key': 'journey-key-00000001' };
  expect(await send('case.note', { headers: { ...json, 'content-type': 'text/plain' }, body: '{}' })).toBe(415);
  expect(await send('case.note', { headers: json, body: '{' })).toBe(422);
  expect(await send('case.note', { headers: json, body: '{"__proto__":{"x":1}}' })).toBe(422);
  expect(await send('case.note', { headers: { 'content-type': 'application/json' }, body: '{}' })).toBe(422);
  expect(await send('case.note', { headers: json, body: `"${'x'.repeat(300_000)}"` })).toBe(413);
  expect(await send('submission.send', { headers: json, body: '{}' })).toBe(404);
  expect(await send('__proto__', { headers: json, body: '{}' })).toBe(404);
  expect(await send('case.unheard_of', { headers: json, body: '{}' })).toBe(404);
  expect(await send('case.reopen', { headers: json, body: '{}' })).toBe(403);
});

test('every answer carries the headers that keep strangers out', async ({ request }) => {
  const answer = await request.get(`${journey().urls.staff}/sign-in`);
  const headers = answer.headers();
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'nonce-[^']+' 'strict-dynamic'.*frame-ancestors 'none'/);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'cross-origin-opener-policy': 'same-origin' });
  expect(headers['x-powered-by']).toBeUndefined();
});
