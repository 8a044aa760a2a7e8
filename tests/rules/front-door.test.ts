/** What a web refuses before the framework sees it, and whose word counts about the client's address. */
import { answerHeaders, clientAddress, refusalOf } from '@/lib/platform/front-door';

const ask = (changes: Partial<Parameters<typeof refusalOf>[0]>) => refusalOf({ method: 'GET', url: '/queue', headers: {}, hosts: 1, ...changes }, false);

test.each<[string, Parameters<typeof ask>[0], number]>([
  ['a page', {}, 0],
  ['its head', { method: 'HEAD' }, 0],
  ['a command', { method: 'POST', url: '/api/commands/case.note' }, 0],
  ['a query with a coded slash', { url: '/queue?next=%2Fcases' }, 0],
  ['two keys', { url: '/queue?view=mine&sort=due' }, 0],
  ['a key without a value beside another', { url: '/queue?view&sort' }, 0],
  ['the same value under two keys', { url: '/audit?from=2026-11-25&to=2026-11-25' }, 0],
  ['a key twice', { url: '/queue?view=mine&view=all' }, 400],
  ['a key twice, once in code', { url: '/queue?view=mine&%76iew=all' }, 400],
  ['a key twice with a sign between', { url: '/queue?a=1&b=2&a=1' }, 400],
  ['a key twice after a second question mark', { url: '/queue?a=?&a=2' }, 400],
  ['an empty key twice', { url: '/queue?=1&=2' }, 400],
  ['a key twice to a machine', { method: 'POST', url: '/api/commands/case.note?x=1&x=2' }, 400],
  ['an absolute form', { url: 'http://evil.example/queue' }, 400],
  ['two slashes', { url: '//evil.example' }, 400],
  ['an asterisk', { method: 'OPTIONS', url: '*' }, 400],
  ['nothing', { url: '' }, 400],
  ['a backslash', { url: '/queue\\..' }, 400],
  ['a coded backslash', { url: '/queue%5C..' }, 400],
  ['a coded slash', { url: '/cases%2FC-2041' }, 400],
  ['a coded NUL', { url: '/queue%00' }, 400],
  ['a payload’s spelling', { url: '/queue.rsc' }, 404],
  ['the same in code', { url: '/queue%2E%72s%63?x' }, 404],
  ['TRACE', { method: 'TRACE' }, 405],
  ['CONNECT', { method: 'CONNECT' }, 405],
  ['PUT', { method: 'PUT', url: '/api/commands/case.note' }, 405],
  ['DELETE', { method: 'DELETE', url: '/api/documents/x' }, 405],
  ['a method in small letters', { method: 'get' }, 405],
  ['a POST to a page', { method: 'POST' }, 405],
  ['OPTIONS to a page', { method: 'OPTIONS' }, 405],
  ['no Host', { hosts: 0 }, 400],
  ['two Hosts', { hosts: 2 }, 400],
  ...['next-action', 'upgrade', 'x-matched-path', 'x-now-route-matches', 'x-middleware-subrequest', 'x-middleware-rewrite', 'x-middleware-next', 'x-middleware-override-headers', 'x-middleware-prefetch', 'x-invoke-path', 'x-invoke-status', 'x-nextjs-data', 'x-nextjs-postponed', 'x-record-desk-request', 'x-record-desk-address'].map((name): [string, Parameters<typeof ask>[0], number] => [`the header ${name}`, { headers: { [name]: '1' } }, 400]),
])('%s', (_, changes, status) => {
  expect(ask(changes)).toBe(status);
});

test('while developing, the framework’s own browser part may steer; nobody else', () => {
  expect(refusalOf({ method: 'GET', url: '/', headers: { 'x-nextjs-request-id': '1' }, hosts: 1 }, true)).toBe(0);
  expect(refusalOf({ method: 'GET', url: '/', headers: { 'x-middleware-subrequest': '1' }, hosts: 1 }, true)).toBe(400);
});

test.each<[string, string | string[] | undefined, string, number, string]>([
  ['no proxy before us: what is forwarded counts for nothing', '203.0.113.9', '10.0.0.5', 0, '10.0.0.5'],
  ['one: the last entry is its word', '1.2.3.4, 203.0.113.9', '10.0.0.5', 1, '203.0.113.9'],
  ['two: the last but one', '1.2.3.4, 203.0.113.9, 10.0.0.7', '10.0.0.5', 2, '203.0.113.9'],
  ['fewer entries than proxies: it did not come through them', '203.0.113.9', '10.0.0.5', 2, '10.0.0.5'],
  ['none', undefined, '10.0.0.5', 1, '10.0.0.5'],
  ['a word that is no address', 'unknown', '10.0.0.5', 1, '10.0.0.5'],
  ['a script', '<script>', '10.0.0.5', 1, '10.0.0.5'],
  ['two headers', ['9.9.9.9', '203.0.113.9'], '10.0.0.5', 1, '203.0.113.9'],
  ['the sixth version', '2001:db8::7', '10.0.0.5', 1, '2001:db8::7'],
  ['the fourth in the sixth’s dress', undefined, '::ffff:10.0.0.5', 0, '10.0.0.5'],
])('the client’s address: %s', (_, forwarded, peer, hops, address) => {
  expect(clientAddress(forwarded, peer, hops)).toBe(address);
});

test('the key set alone may be read from elsewhere', () => {
  expect(answerHeaders(false)).toHaveProperty('Cross-Origin-Resource-Policy', 'same-origin');
  expect(answerHeaders(true)).not.toHaveProperty('Cross-Origin-Resource-Policy');
});
