import { request as http } from 'node:http';
import { connect } from 'node:net';
import { deskOf, expect, journey, test } from './support/desk';
import { declared } from './support/at-the-door';
import { ask } from './support/registry';

type Sent = { method?: string; path: string; headers?: Record<string, string | string[]>; body?: string };
type Got = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** A request as no browser would send it; status 0 when the connection was cut. */
function raw(origin: string, options: Sent): Promise<Got> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const sent = http({ hostname, port, method: options.method ?? 'GET', path: options.path, headers: options.headers, setHost: options.headers?.host === undefined }, (answer) => {
      const said: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => said.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(said).toString() }));
    });
    sent.on('error', () => resolve({ status: 0, headers: {}, body: '' }));
    sent.end(options.body);
  });
}

/** Bytes as they are; what came back before the connection was closed. */
const bytes = (origin: string, text: string): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(origin);
    const said: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setTimeout(8_000, () => (said.push(Buffer.from('(still open)')), socket.destroy()));
    socket.on('data', (chunk) => said.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(said).toString()));
  });

const COMMAND = '/api/commands/case.note';
const JSON_TYPE = { 'content-type': 'application/json' };
/** What the framework's own browser part would send to run a function of ours, with the keys by which it was once talked into more. */
const FLIGHT = '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n{"then":"$1:__proto__:then","status":"resolved_model","value":"{\\"then\\":\\"$B1\\"}","_response":{"_prefix":"1;","_formData":{"get":"$1:constructor:constructor"}}}\r\n--x\r\nContent-Disposition: form-data; name="1"\r\n\r\n"$@0"\r\n--x--\r\n';
const FLIGHT_TYPE = { 'content-type': 'multipart/form-data; boundary=x' };

const REFUSED: readonly [string, Sent, number][] = [
  ['an absolute-form request', { path: 'http://evil.test/request' }, 400],
  ['a path of two slashes', { path: '//evil.test' }, 400],
  ['a backslash for a slash', { path: '/queue\\..\\cases' }, 400],
  ['a coded NUL', { path: '/queue%00.css' }, 400],
  ['a coded slash', { path: '/queue%2f..%2f' }, 400],
  ['a key of the query twice', { path: '/queue?view=mine&view=all' }, 400],
  ['a key of the query twice, once in code', { path: '/api/queue/pulse?newest=1&n%65west=2' }, 400],
  ['TRACE', { method: 'TRACE', path: '/queue' }, 405],
  ['PUT', { method: 'PUT', path: '/api/commands/case.note' }, 405],
  ['a POST to a page', { method: 'POST', path: '/queue' }, 405],
  ['DELETE', { method: 'DELETE', path: '/api/documents/AAAAAAAAAAAAAAAAAAAAAA/pages/1' }, 405],
  ['PATCH', { method: 'PATCH', path: COMMAND }, 405],
  ['OPTIONS to a page', { method: 'OPTIONS', path: '/queue' }, 405],
  ['a payload with __proto__ to a page', { method: 'POST', path: '/queue', headers: FLIGHT_TYPE, body: FLIGHT }, 405],
  ['a payload with __proto__ to a command', { method: 'POST', path: COMMAND, headers: { ...FLIGHT_TYPE, origin: journey().urls.staff }, body: FLIGHT }, 401],
  ['the same as the framework names it', { method: 'POST', path: '/queue', headers: { ...FLIGHT_TYPE, 'next-action': '7f00', rsc: '1' }, body: FLIGHT }, 405],
  ['the same on the way to a command', { method: 'POST', path: COMMAND, headers: { ...FLIGHT_TYPE, 'next-action': '7f00' }, body: FLIGHT }, 400],
  ['a Server Action', { method: 'POST', path: '/api/commands/case.note', headers: { 'next-action': 'x' } }, 400],
  ['a header that steers the framework', { path: '/queue', headers: { 'x-middleware-subrequest': 'proxy' } }, 400],
  ['the same, five times over', { path: '/queue', headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' } }, 400],
  ['a header that rewrites', { path: '/sign-in', headers: { 'x-middleware-rewrite': '/queue' } }, 400],
  ['a header that asks for data', { path: '/queue', headers: { 'x-nextjs-data': '1' } }, 400],
  ['a header that names another path', { path: '/sign-in', headers: { 'x-invoke-path': '/queue' } }, 400],
  ['a matched path of one’s own', { path: '/sign-in', headers: { 'x-matched-path': '/queue' } }, 400],
  ['an Upgrade', { path: '/queue', headers: { connection: 'Upgrade', upgrade: 'websocket' } }, 0],
  ['our own inner header', { path: '/queue', headers: { 'x-record-desk-address': '10.0.0.1' } }, 400],
  ['a command without an origin', { method: 'POST', path: '/api/commands/case.note', headers: { 'content-type': 'application/json' }, body: '{}' }, 403],
  ['a command from the origin null', { method: 'POST', path: COMMAND, headers: { ...JSON_TYPE, origin: 'null' }, body: '{}' }, 403],
  ['a command from the public origin', { method: 'POST', path: COMMAND, headers: { ...JSON_TYPE, origin: journey().urls.public }, body: '{}' }, 403],
  ['a command from an origin that begins like ours', { method: 'POST', path: COMMAND, headers: { ...JSON_TYPE, origin: `${journey().urls.staff}.evil.test` }, body: '{}' }, 403],
  ['a command from our origin, said to be of another site', { method: 'POST', path: COMMAND, headers: { ...JSON_TYPE, origin: journey().urls.staff, 'sec-fetch-site': 'same-site' }, body: '{}' }, 403],
  ['a command with a token that cannot be decoded', { method: 'POST', path: COMMAND, headers: { ...JSON_TYPE, origin: journey().urls.staff, authorization: 'Bearer %E0%A4%A' }, body: '{}' }, 401],
  ['a session poll with such a token', { path: '/api/session', headers: { authorization: 'Bearer %E0%A4%A' } }, 200],
  ['a cookie that cannot be decoded', { path: '/api/session', headers: { cookie: '__Host-staff-session=%E0%A4%A' } }, 200],
  ['a cookie of 20,000 letters', { path: '/queue', headers: { cookie: `a=${'x'.repeat(20_000)}` } }, 431],
  ['four hundred cookies', { path: '/api/documents/AAAAAAAAAAAAAAAAAAAAAA/pages/1', headers: { cookie: Array.from({ length: 400 }, (_, at) => `c${at}=${at}`).join('; ') } }, 401],
  ['a command from a sibling origin', { method: 'POST', path: '/api/commands/case.note', headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:1' }, body: '{}' }, 403],
  ['a case spelled as its payload', { path: '/cases/C-2041.rsc' }, 404],
  ['a case spelled as its payload in code', { path: '/cases/C-2041%2Ersc', headers: { rsc: '1' } }, 404],
  ['the public page on the staff surface', { path: '/request' }, 404],
  ['a document without a session', { path: '/api/documents/AAAAAAAAAAAAAAAAAAAAAA/pages/1' }, 401],
];

for (const [what, options, status] of REFUSED) {
  test(`${what} is answered with ${status === 0 ? 'a cut connection' : status}`, async () => {
    expect((await raw(journey().urls.staff, options)).status).toBe(status);
  });
}

const HTTP_1_1 = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;

test('two Hosts, none, no HTTP at all, and a request that is two are turned away on the wire', async () => {
  const { staff } = journey().urls;
  const { host } = new URL(staff);
  expect(await bytes(staff, HTTP_1_1(['GET /queue HTTP/1.1', `Host: ${host}`, 'Host: evil.test']))).toMatch(/^HTTP\/1\.1 400 /);
  expect(await bytes(staff, HTTP_1_1(['GET /queue HTTP/1.1', 'Connection: close']))).toMatch(/^HTTP\/1\.1 400 /);
  const garbage = await bytes(staff, HTTP_1_1(['\x16\x03\x01 hello']));
  expect(garbage).toMatch(/^HTTP\/1\.1 400 /);
  expect(garbage.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  const both = await bytes(staff, HTTP_1_1([`POST ${COMMAND} HTTP/1.1`, `Host: ${host}`, 'Content-Length: 4', 'Transfer-Encoding: chunked']));
  expect(both).toMatch(/^HTTP\/1\.1 400 /);
  expect(await bytes(staff, HTTP_1_1(['GET /_next/webpack-hmr HTTP/1.1', `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket']))).toBe('');
});

test('links and redirects are built from the configuration, whatever Host is sent', async () => {
  const { staff } = journey().urls;
  const forged: Record<string, string>[] = [{ host: 'evil.test' }, { 'x-forwarded-host': 'evil.test' }, { forwarded: 'host=evil.test' }, { host: 'evil.test:443', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.test', 'x-forwarded-port': '443' }];
  for (const headers of forged) {
    for (const path of ['/', '/queue', '/sign-in', '/api/auth/signin', '/api/auth/csrf', '/api/auth/providers']) {
      const got = await raw(staff, { path, headers });
      expect([path, JSON.stringify(got)]).toEqual([path, expect.not.stringContaining('evil.test')]);
    }
  }
});

test('the staff pages are not on the public surface, in any spelling', async () => {
  for (const path of ['/queue', '/queue.rsc', '/queue?_rsc=1', '/QUEUE', '/%71ueue', '/cases/C-2001', '/sign-in', '/api/session', '/api/looks/patient.search', '/api/documents/x/pages/1']) {
    expect([404, 405], path).toContain((await raw(journey().urls.public, { path, headers: { rsc: path.includes('rsc') ? '1' : '0' } })).status);
  }
});

/** Bodies that two readers read differently, or that no form of ours has. */
const BODIES: readonly [string, string][] = [
  ['an object for an id', '{"caseId":{"not":""},"text":"x"}'],
  ['an operator for an id', '{"caseId":{"$ne":null},"text":"x"}'],
  ['a list for a string', '{"caseId":["AAAAAAAAAAAAAAAAAAAAAA"],"text":["x"]}'],
  ['a number for a string', '{"caseId":1,"text":2}'],
  ['a key twice', '{"caseId":"AAAAAAAAAAAAAAAAAAAAAA","text":"x","text":"y"}'],
  ['a key twice, once in code', '{"text":"x","te\\u0078t":"y"}'],
  ['constructor', '{"constructor":{"prototype":{"admin":true}}}'],
  ['a number beyond numbers', '{"caseId":1e309}'],
  ['5,000 lists in each other', '['.repeat(5_000) + ']'.repeat(5_000)],
  ['a lone surrogate', '{"caseId":"AAAAAAAAAAAAAAAAAAAAAA","text":"\\ud800"}'],
  ['a NUL in words', '{"caseId":"AAAAAAAAAAAAAAAAAAAAAA","text":"a\\u0000b"}'],
  ['words turned around', '{"caseId":"AAAAAAAAAAAAAAAAAAAAAA","text":"\\u202Egpj.exe"}'],
  ['a field nobody has', '{"caseId":"AAAAAAAAAAAAAAAAAAAAAA","text":"x","byId":"me"}'],
  ['a string', '"x"'],
  ['null', 'null'],
];

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
  for (const [what, body] of BODIES) expect([what, await send('case.note', { headers: json, body })]).toEqual([what, 422]);
  expect(await send('submission.send', { headers: json, body: '{}' })).toBe(404);
  expect(await send('__proto__', { headers: json, body: '{}' })).toBe(404);
  expect(await send('case.unheard_of', { headers: json, body: '{}' })).toBe(404);
  expect(await send('case.reopen', { headers: json, body: '{}' })).toBe(403);
});

/** A page, its payload, a redirect, an error of each kind, a file of the build, an API, and a thing that is not there. */
const ANSWERS: readonly [string, Sent][] = [
  ['a page', { path: '/sign-in' }],
  ['its payload', { path: '/sign-in', headers: { rsc: '1' } }],
  ['a redirect', { path: '/queue' }],
  ['no page', { path: '/nowhere' }],
  ['no case', { path: '/cases/C-1' }],
  ['a refused method', { method: 'PUT', path: '/queue' }],
  ['a refused path', { path: '/queue%2f' }],
  ['a refused command', { method: 'POST', path: COMMAND, headers: JSON_TYPE, body: '{}' }],
  ['a poll', { path: '/api/session' }],
  ['the sign-in library', { path: '/api/auth/csrf' }],
  ['a document without a session', { path: '/api/documents/AAAAAAAAAAAAAAAAAAAAAA/pages/1' }],
  ['a file of the build that is not there', { path: '/_next/static/nothing.js' }],
  ['too long a header', { path: '/queue', headers: { cookie: `a=${'x'.repeat(20_000)}` } }],
  ['health', { path: '/health' }],
];
const ALWAYS = {
  'strict-transport-security': /max-age=\d{8}/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
  'x-request-id': /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;

for (const surface of ['staff', 'public'] as const) {
  test(`every answer of the ${surface} web carries the headers that keep strangers out, also errors, files and payloads`, async () => {
    const page = await raw(journey().urls[surface], { path: surface === 'staff' ? '/sign-in' : '/request' });
    const chunk = /\/_next\/static\/[^"']+\.js/.exec(page.body)?.[0] ?? '';
    expect(chunk).not.toBe('');
    for (const [what, sent] of [...ANSWERS, ['a file of the build', { path: chunk }] as const]) {
      const { headers } = await raw(journey().urls[surface], sent);
      const missing = Object.entries(ALWAYS).filter(([name, form]) => !form.test(String(headers[name] ?? ''))).map(([name]) => `${name}: ${String(headers[name])}`);
      if (what !== 'a file of the build' && !/no-store/.test(String(headers['cache-control']))) missing.push(`cache-control: ${String(headers['cache-control'])}`);
      if (headers['x-powered-by'] !== undefined || headers.server !== undefined) missing.push('says what it runs on');
      expect([what, missing]).toEqual([what, []]);
    }
  });
}

test('a page may run what carries this answer’s nonce and nothing else; no two answers share one', async () => {
  const nonces = new Set<string>();
  for (let asked = 0; asked < 3; asked += 1) {
    const policy = String((await raw(journey().urls.staff, { path: '/sign-in' })).headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
  }
  expect(nonces.size).toBe(3);
});

test('an error says a code and the request it was, and nothing of what was sent', async ({ browser }) => {
  const page = await deskOf(browser, 'Kofi Mensah');
  await page.goto(`${journey().urls.staff}/help`);
  const got = await page.evaluate(async () => {
    const answer = await fetch('/api/commands/case.note', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'journey-key-00000002' }, body: '{"caseId":"Zwyx","text":"Zwyx"}' });
    return { id: answer.headers.get('x-request-id'), body: await answer.text() };
  });
  expect(JSON.parse(got.body)).toMatchObject({ ok: false, reason: 'invalid', requestId: got.id });
  expect(got.body).not.toContain('Zwyx');
});

test('every id swapped for another case’s is not there', async ({ browser }) => {
  const page = await deskOf(browser, 'Kofi Mensah');
  await page.goto(`${journey().urls.staff}/help`);
  const [own] = await ask<{ id: string; number: number }>(
    `SELECT c.public_id AS id, c.number FROM cases c JOIN case_claims k ON k.case_id = c.id AND k.released_at IS NULL JOIN staff s ON s.id = k.staff_id WHERE s.name = 'Kofi Mensah' AND c.state = 'in_progress' ORDER BY c.number LIMIT 1`);
  const [other] = await ask<{ id: string; document: string; patient: string }>(
    `SELECT c.public_id AS id, d.public_id AS document, p.public_id AS patient FROM cases c JOIN documents d ON d.submission_id = c.submission_id AND d.state = 'ready' JOIN patients p ON p.id = c.patient_id AND p.restriction IS NULL
     JOIN case_claims k ON k.case_id = c.id AND k.released_at IS NULL JOIN staff s ON s.id = k.staff_id WHERE s.name <> 'Kofi Mensah' AND c.public_id <> $1 ORDER BY c.number LIMIT 1`, [own?.id]);
  if (own === undefined || other === undefined) throw new Error('no two cases to swap ids of');
  const before = await ask('SELECT count(*) FROM document_reviews UNION ALL SELECT count(*) FROM doses UNION ALL SELECT count(*) FROM case_links UNION ALL SELECT count(*) FROM record_releases UNION ALL SELECT count(*) FROM case_notes');
  const swaps: readonly [string, object][] = [
    ['document.review', { caseId: own.id, documentId: other.document, decision: 'returned', ticks: {}, reasons: ['other'], facts: {} }],
    ['document.review', { caseId: other.id, documentId: other.document, decision: 'returned', ticks: {}, reasons: ['other'], facts: {} }],
    ['document.take_over', { caseId: own.id, documentId: other.document }],
    ['case.correct', { caseId: own.id, patientVersion: 0, choices: {}, reason: 'x', documentId: other.document }],
    ['case.link', { caseId: other.id, patientId: other.patient }],
    ['case.unlink', { caseId: other.id, reason: 'x' }],
    ['case.close', { caseId: other.id, outcome: 'withdrawn', reason: 'x' }],
    ['release.approve', { releaseId: other.id }],
    ['release.withdraw', { releaseId: other.id, reason: 'x' }],
    ['patient.end_glass', { openingId: other.id }],
    ['view.remove', { viewId: other.id }],
  ];
  expect(swaps.filter(([name]) => !declared('command').some((one) => one.name === name))).toEqual([]);
  for (const [name, body] of swaps) {
    const answer = await page.evaluate(async ([command, sent]) => {
      const got = await fetch(`/api/commands/${command}`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: sent });
      return { status: got.status, body: await got.text() };
    }, [name, JSON.stringify(body)] as const);
    expect([name, answer.status >= 400 && answer.status < 500]).toEqual([name, true]);
  }
  const paper = await page.goto(`${journey().urls.staff}/cases/C-${own.number}/paper?document=${other.document}`);
  expect(paper?.status()).toBe(404);
  expect(await ask('SELECT count(*) FROM document_reviews UNION ALL SELECT count(*) FROM doses UNION ALL SELECT count(*) FROM case_links UNION ALL SELECT count(*) FROM record_releases UNION ALL SELECT count(*) FROM case_notes')).toEqual(before);
});

test('of one person’s streams about cases the seventh is refused, and the sixth gone makes room', async ({ browser }) => {
  const page = await deskOf(browser, 'Kofi Mensah');
  const [{ id } = { id: '' }] = await ask<{ id: string }>('SELECT public_id AS id FROM cases ORDER BY number LIMIT 1');
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const ends: AbortController[] = [];
  const listen = async (): Promise<number> => {
    const end = new AbortController();
    const { status } = await fetch(`${journey().urls.staff}/api/presence?case=${id}`, { headers: { cookie }, signal: end.signal });
    if (status === 200) ends.push(end);
    return status;
  };
  // A page that the journey before closed may hold its own for a moment yet.
  for (let stream = 1; stream <= 6; stream += 1) await expect.poll(listen).toBe(200);
  expect(await listen()).toBe(429);
  ends[0]?.abort();
  await expect.poll(listen).toBe(200);
  for (const end of ends) end.abort();
});

test('another browser’s files are not one’s own', async ({ browser }) => {
  const { public: site } = journey().urls;
  const [mine, theirs] = [await browser.newContext(), await browser.newContext()];
  const upload = await mine.request.post(`${site}/api/uploads`, { data: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'id.png', 'x-document-kind': 'photo_id', origin: site } });
  const { value } = (await upload.json()) as { value: { documentId: string } };
  const remove = (context: typeof mine) => context.request.post(`${site}/api/uploads`, { data: { remove: value.documentId }, headers: { origin: site } });
  expect((await remove(theirs)).status()).toBe(404);
  expect((await remove(mine)).status()).toBe(200);
});
