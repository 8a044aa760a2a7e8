/**
 * Every page, command and look of the built system over HTTP: each role, nobody, a locked desk, both surfaces, and the
 * spellings by which frameworks have been talked past their guards. What is expected comes from the permission table.
 */
import { pages, type PagePath } from '@/lib/access/pages';
import { holds, permissions, type Permission } from '@/lib/access/permissions';
import { STAFF_ROLES, type StaffRole } from '@/lib/access/roles';
import { addOneOfEachRole, builtPages, builtRoutes, declared, post, sender, signedInAs, type Answer, type Sender } from './support/at-the-door';
import { expect, journey, test } from './support/desk';
import { ask } from './support/registry';

const LIKE = 'Kofi Mensah';
const CANARY = 'Zwyxfield';
const VEILED = 'Qolvendram';
/** `disabled`: an account that was closed while signed in; `expired`: a session whose twelve hours are over. */
const AWAY = ['nobody', 'locked', 'disabled', 'expired'] as const;
type Who = StaffRole | (typeof AWAY)[number];
const isAway = (who: Who): who is (typeof AWAY)[number] => (AWAY as readonly string[]).includes(who);

const { urls } = journey();
const people = new Map<Who, Sender>();
let [caseNumber, documentId, veiledNumber, veiledDocument, staffId, scanId] = [0, '', 0, '', '', ''];

/** A case with one paper, of somebody whose name stands nowhere else; `restricted`: about a record that nobody has opened. */
async function addCase(family: string, restricted: boolean): Promise<[number: number, documentId: string]> {
  const [patient] = restricted ? await ask<{ id: string }>(`INSERT INTO patients (birth_on, restriction, created_at) VALUES ('1990-04-02', 'protected_address', now()) RETURNING id`) : [];
  const [sent] = await ask<{ id: string }>(
    `INSERT INTO submissions (reference, kind, channel, language, received_at, relation, requester_given, requester_family, wants, delivery)
     VALUES ($2, 'record_not_found', 'form', 'en', now(), 'self', 'Ada', $1, '{}', 'mail') RETURNING id`, [family, `S-${family}`]);
  const [subject] = await ask<{ id: string }>(`INSERT INTO submission_subjects (submission_id, position, given, family, birth_on) VALUES ($1, 1, 'Ada', $2, '1990-04-02') RETURNING id`, [sent?.id, family]);
  const [opened] = await ask<{ number: number }>(
    `INSERT INTO cases (subject_id, submission_id, patient_id, kind, state, language, received_at, received_on, target_days, due_at, created_at)
     VALUES ($1, $2, $3, 'record_not_found', 'new', 'en', now(), '2026-11-02', 3, '2026-11-05', now()) RETURNING number`, [subject?.id, sent?.id, patient?.id ?? null]);
  const [paper] = await ask<{ id: string }>(
    `INSERT INTO documents (submission_id, kind, file_name, size, sha256, media_type, state, received_at) VALUES ($1, 'photo_id', 'id.jpg', 1, decode(repeat('00', 32), 'hex'), 'image/jpeg', 'received', now()) RETURNING public_id AS id`, [sent?.id]);
  return [opened?.number ?? 0, paper?.id ?? ''];
}

// Thousands of requests; the whole of it stays under three minutes.
test.describe.configure({ timeout: 180_000 });

test.beforeAll(async () => {
  [caseNumber, documentId] = await addCase(CANARY, false);
  [veiledNumber, veiledDocument] = await addCase(VEILED, true);
  await addOneOfEachRole(STAFF_ROLES, LIKE);
  for (const away of ['locked', 'disabled', 'expired']) {
    await ask(`INSERT INTO staff (email, name, roles, languages, kinds, password_hash, totp_sealed, created_at) SELECT $1, $2, '{supervisor}', languages, kinds, password_hash, totp_sealed, now() FROM staff WHERE email = 'supervisor@example.org'`, [`${away}@example.org`, `One ${away}`]);
    people.set(away as Who, await signedInAs(`${away}@example.org`, LIKE));
  }
  const [scanned] = await ask<{ id: string }>(`INSERT INTO documents (kind, file_name, size, sha256, media_type, state, received_at) VALUES ('scan', 'scan.pdf', 1, decode(repeat('00', 32), 'hex'), 'application/pdf', 'received', now()) RETURNING id`);
  scanId = (await ask<{ id: string }>(`INSERT INTO scans (channel, document_id, arrived_at, by_id) SELECT 'mail', $1, now(), id FROM staff WHERE email = 'processor@example.org' RETURNING public_id AS id`, [scanned?.id]))[0]?.id ?? '';
  staffId = (await ask<{ id: string }>(`SELECT public_id AS id FROM staff WHERE email = 'phone_agent@example.org'`))[0]?.id ?? '';
  for (const role of STAFF_ROLES) people.set(role, await signedInAs(`${role}@example.org`, LIKE));
  await people.get('locked')?.(`${urls.staff}/api/commands/session.lock`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'matrix-locks-0000001', origin: urls.staff }, body: '{}' });
  await ask(`UPDATE staff SET disabled_at = now() WHERE email = 'disabled@example.org'`);
  await ask(`UPDATE staff_sessions SET started_at = started_at - interval '13 hours', ends_at = ends_at - interval '13 hours' WHERE staff_id = (SELECT id FROM staff WHERE email = 'expired@example.org')`);
  people.set('nobody', sender());
});

/** Pages that send whoever may see them on to another one. */
const SENDS_ON: Readonly<Partial<Record<PagePath, RegExp>>> = { '/cases/[caseNumber]': /^\/cases\/C-\d+\/(identity|match|correct|doses|send)$/ };

/** A link by mail that nobody was sent. */
const NO_TOKEN = 'A'.repeat(43);
const addressOf = (path: PagePath, veiled = false): string => path.replace('[caseNumber]', `C-${veiled ? veiledNumber : caseNumber}`).replace('[staffId]', staffId).replace('[scanId]', scanId).replace('[token]', NO_TOKEN) + (path.endsWith('/paper') ? `?document=${veiled ? veiledDocument : documentId}` : '');

/** How a page is asked for. `whole`: a browser's own request, answered with a status; the others carry a payload or a hint. */
const VARIANTS: readonly { words: string; suffix?: string; query?: string; headers?: Record<string, string>; method?: string; fate: 'whole' | 'payload' | 'never' }[] = [
  { words: 'as a browser', fate: 'whole' },
  { words: '?_rsc=', query: '_rsc=1', fate: 'whole' },
  { words: 'HEAD', method: 'HEAD', fate: 'whole' },
  { words: 'RSC', headers: { rsc: '1' }, fate: 'payload' },
  { words: 'prefetch', headers: { rsc: '1', 'next-router-prefetch': '1' }, fate: 'payload' },
  { words: 'segment prefetch', headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }, fate: 'payload' },
  { words: '.rsc', suffix: '.rsc', fate: 'never' },
  { words: 'trailing slash', suffix: '/', fate: 'never' },
  { words: 'coded slash', suffix: '%2f', fate: 'never' },
  { words: 'subrequest', headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }, fate: 'never' },
  { words: 'OPTIONS', method: 'OPTIONS', fate: 'never' },
  { words: 'POST', method: 'POST', headers: { 'content-type': 'application/json' }, fate: 'never' },
];

type Fate = 'open' | 'signs in' | 'not there' | RegExp;

/** Open, sent to sign in, sent on, or not there. */
function expected(path: PagePath, who: Who, surface: 'staff' | 'public'): Fate {
  const page = pages[path];
  const away = isAway(who);
  if (page.surface !== surface) return 'not there';
  if (path === '/sign-in') return away ? 'open' : /^\/queue$/;
  if (!page.signedIn) return 'open';
  if (away) return 'signs in';
  if (page.permission !== null && !holds([who], page.permission)) return 'not there';
  return SENDS_ON[path] ?? 'open';
}

/** What a browser got. */
function fateOf({ status, location }: Answer): string {
  if (status === 307 || status === 308) return new URL(location, urls.staff).pathname;
  return status === 200 ? 'open' : status === 404 ? 'not there' : String(status);
}
const isFate = (fate: Fate, got: string): boolean => (fate instanceof RegExp ? fate.test(got) : got === (fate === 'signs in' ? '/sign-in' : fate));

function wrongness(variant: (typeof VARIANTS)[number], answer: Answer, fate: Fate): string | null {
  if (fate !== 'open' && answer.body.includes(CANARY)) return 'gave personal data away';
  if (variant.fate === 'never') return [308, 400, 404, 405].includes(answer.status) && !answer.body.includes(CANARY) ? null : `answered ${answer.status}`;
  // A payload says its own fate inside; what it must not do is hold what the page would have shown.
  if (variant.fate === 'payload') return answer.status < 500 ? null : `answered ${answer.status}`;
  return isFate(fate, fateOf(answer)) ? null : `answered ${fateOf(answer)} for ${String(fate)}`;
}

test('the tables list every route of the build, pages and machines, and no other', () => {
  expect(Object.keys(pages).sort()).toEqual(builtPages());
  expect([...Object.keys(pages), ...Object.keys(API)].sort()).toEqual(builtRoutes());
});

test('each page opens to exactly the roles of the table, however it is asked for', async () => {
  const wrong: string[] = [];
  let cases = 0;
  for (const path of Object.keys(pages) as PagePath[]) {
    const [where = '', query] = addressOf(path).split('?');
    for (const surface of ['staff', 'public'] as const) {
      for (const [who, send] of people) {
        await Promise.all(
          VARIANTS.map(async (variant) => {
            const asks = [query, variant.query].filter((part) => part !== undefined).join('&');
            const answer = await send(`${urls[surface]}${where}${variant.suffix ?? ''}${asks === '' ? '' : `?${asks}`}`, { method: variant.method, headers: variant.headers });
            const found = wrongness(variant, answer, expected(path, who, surface));
            if (found !== null) wrong.push(`${who}, ${surface} ${path} (${variant.words}): ${found}`);
            cases += 1;
          }),
        );
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(cases).toBeGreaterThan(1_000);
});

test('the canary is really there for whoever may see it, in the page and in its payload', async () => {
  const send = people.get('processor') ?? sender();
  for (const headers of [undefined, { rsc: '1' }]) expect((await send(`${urls.staff}/cases/C-${caseNumber}/identity`, { headers })).body).toContain(CANARY);
});

test('a restricted person’s case opens like any other, in capitals it does not, and it names them to nobody', async () => {
  const wrong: string[] = [];
  let cases = 0;
  for (const path of (Object.keys(pages) as PagePath[]).filter((one) => one.includes('[caseNumber]'))) {
    const [where = '', query = ''] = addressOf(path, true).split('?');
    for (const [who, send] of people) {
      for (const [words, address, headers] of [['as a browser', where, {}], ['RSC', where, { rsc: '1' }], ['in capitals', where.toUpperCase(), {}]] as const) {
        const answer = await send(`${urls.staff}${address}?${query}`, { headers });
        const paper = path.endsWith('/paper') && !isAway(who);
        const fate = words === 'in capitals' || paper ? 'not there' : expected(path, who, 'staff');
        if (answer.body.includes(VEILED)) wrong.push(`${who}, ${path} (${words}): gave personal data away`);
        if (words !== 'RSC' && !isFate(fate, fateOf(answer))) wrong.push(`${who}, ${path} (${words}): ${fateOf(answer)} for ${String(fate)}`);
        cases += 1;
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(cases).toBeGreaterThan(200);
});

type Machine = {
  readonly surfaces: readonly ('staff' | 'public')[];
  /** An address of it; the paper and the batch are asked for by ids that are there. */
  readonly at: () => string;
  /** What each gets who reaches it by GET. */
  readonly get: (who: Who) => readonly number[];
  /** What HEAD gets where it is not GET's answer or 405. */
  readonly head?: number;
  /** What POST gets without an origin. */
  readonly post: number;
};
const standing = (who: Who, open: readonly number[], permission: Permission, otherwise: number): readonly number[] =>
  who === 'locked' ? [423] : isAway(who) ? [401] : holds([who], permission) ? open : [otherwise];
const always = (status: number) => () => [status];

/** Every route that is no page; the key is the framework's. A command or look is asked by name further down. */
const API: Readonly<Record<string, Machine>> = {
  '/.well-known/jwks.json': { surfaces: ['public'], at: () => '/.well-known/jwks.json', get: always(200), post: 405 },
  '/health': { surfaces: ['staff', 'public'], at: () => '/health', get: always(200), post: 405 },
  '/ready': { surfaces: ['staff', 'public'], at: () => '/ready', get: always(200), post: 405 },
  '/api/auth/[...nextauth]': { surfaces: ['staff'], at: () => '/api/auth/csrf', get: always(200), head: 400, post: 400 },
  '/api/session': { surfaces: ['staff'], at: () => '/api/session', get: always(200), post: 405 },
  '/api/queue/pulse': { surfaces: ['staff'], at: () => '/api/queue/pulse?newest=0', get: (who) => standing(who, [200], 'queue.view', 403), post: 405 },
  '/api/presence': { surfaces: ['staff'], at: () => '/api/presence?case=AAAAAAAAAAAAAAAAAAAAAA', get: (who) => standing(who, [404], 'case.view', 404), post: 405 },
  '/api/documents/[documentId]/pages/[page]': { surfaces: ['staff'], at: () => `/api/documents/${veiledDocument}/pages/1`, get: (who) => standing(who, [404], 'document.view', 404), post: 405 },
  '/api/documents/originals/[fetchId]': { surfaces: ['staff'], at: () => '/api/documents/originals/AAAAAAAAAAAAAAAAAAAAAA', get: (who) => standing(who, [404], 'document.fetch_original', 404), post: 405 },
  '/api/scans': { surfaces: ['staff'], at: () => '/api/scans', get: always(405), post: 403 },
  '/api/audit/exports/[exportId]/[part]': { surfaces: ['staff'], at: () => '/api/audit/exports/AAAAAAAAAAAAAAAAAAAAAA/file', get: (who) => standing(who, [404], 'audit.export', 404), post: 405 },
  '/api/press/batches/[batchId]': { surfaces: ['staff'], at: () => '/api/press/batches/AAAAAAAAAAAAAAAAAAAAAA', get: (who) => standing(who, [404], 'press.fetch', 404), post: 405 },
  '/api/commands/[name]': { surfaces: ['staff', 'public'], at: () => '/api/commands/case.note', get: always(405), post: 403 },
  '/api/looks/[name]': { surfaces: ['staff'], at: () => '/api/looks/patient.search', get: always(405), post: 403 },
  '/api/uploads': { surfaces: ['public'], at: () => '/api/uploads', get: always(200), post: 403 },
};

/** Spellings and headers under which a machine must not answer, or answers what it would without them. */
const API_VARIANTS: readonly { words: string; change: (address: string) => string; headers?: Record<string, string>; method?: string; may: readonly number[] | 'as plain' }[] = [
  { words: 'RSC', change: (at) => at, headers: { rsc: '1' }, may: 'as plain' },
  { words: 'prefetch', change: (at) => at, headers: { rsc: '1', 'next-router-prefetch': '1' }, may: 'as plain' },
  { words: '?_rsc=', change: (at) => `${at}${at.includes('?') ? '&' : '?'}_rsc=1`, may: 'as plain' },
  { words: '.rsc', change: (at) => at.replace(/(\?|$)/, '.rsc$1'), may: [404] },
  { words: 'trailing slash', change: (at) => at.replace(/(\?|$)/, '/$1'), may: [308, 404] },
  { words: 'coded slash', change: (at) => at.replace(/(\?|$)/, '%2f$1'), may: [400] },
  { words: 'capitals', change: (at) => at.replace(/^\/[^/?]+/, (first) => first.toUpperCase()), may: [404] },
  { words: 'subrequest', change: (at) => at, headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }, may: [400] },
  { words: 'HEAD', change: (at) => at, method: 'HEAD', may: 'as plain' },
  { words: 'PUT', change: (at) => at, method: 'PUT', may: [405] },
];

test('each machine answers exactly whom the table says, however it is asked', async () => {
  const wrong: string[] = [];
  let cases = 0;
  for (const [route, { surfaces, at, get, head = 405, post: posted }] of Object.entries(API)) {
    for (const surface of ['staff', 'public'] as const) {
      for (const [who, send] of people) {
        const here = surfaces.includes(surface);
        const plain = here ? get(who) : [404, 405];
        const check = async (words: string, address: string, may: readonly number[], init: Parameters<Sender>[1] = {}) => {
          const answer = await send(`${urls[surface]}${address}`, init);
          if (!may.includes(answer.status)) wrong.push(`${who}, ${surface} ${route} (${words}): ${answer.status} for ${may.join(' or ')}`);
          if (answer.body.includes(CANARY) || answer.body.includes(VEILED)) wrong.push(`${who}, ${surface} ${route} (${words}): gave personal data away`);
          cases += 1;
        };
        await check('GET', at(), plain);
        await check('POST', at(), here ? [posted] : [404, 405], { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
        for (const { words, change, headers, method, may } of API_VARIANTS) await check(words, change(at()), here || may === 'as plain' ? (may === 'as plain' ? [...plain, ...(method === 'HEAD' ? [head] : [])] : may) : [400, 404, 405, 308], { method, headers });
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(cases).toBeGreaterThan(2_000);
});

/** A body that nobody would send: who is let in is refused for it, and nothing changes. */
function commandStatus(name: string, who: Who): number {
  // Whoever holds a link by mail is nobody yet, whoever else is signed in.
  if (holds(['visitor'], name as Permission)) return 422;
  if (who === 'nobody' || who === 'disabled' || who === 'expired') return 401;
  if (who === 'locked') return name === 'session.unlock' ? 422 : 423;
  return holds([who], name as Permission) ? 422 : 403;
}

for (const kind of ['command', 'look'] as const) {
  test(`each ${kind} lets in exactly the roles of the table`, async () => {
    const wrong: string[] = [];
    const list = declared(kind);
    expect(list.length).toBeGreaterThan(3);
    for (const { name, surface } of list) {
      expect(Object.keys(permissions)).toContain(name);
      for (const [who, send] of people) {
        const [staff, open] = await Promise.all([post(send, urls.staff, `/api/${kind}s/${name}`), post(send, urls.public, `/api/${kind}s/${name}`)]);
        const onStaff = surface === 'staff' ? commandStatus(name, who) : 404;
        const onPublic = surface === 'public' ? 422 : 404;
        if (staff.status !== onStaff || open.status !== onPublic) wrong.push(`${who}, ${name}: ${staff.status} for ${onStaff}, public ${open.status} for ${onPublic}`);
        if ((staff.body + open.body).includes(CANARY)) wrong.push(`${who}, ${name}: gave personal data away`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

test('every command and look that is declared is known by its name', () => {
  const names = [...declared('command'), ...declared('look')].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const views = Object.keys(permissions).filter((name) => !names.includes(name));
  // What is left are the permissions of pages and streams.
  expect(views.sort()).toEqual(['audit.view', 'calendar.view', 'case.view', 'destruction.view', 'dispatch.view', 'document.see_waiting', 'document.view', 'glass.view', 'patient.view', 'permission.view', 'press.fetch', 'queue.view', 'scan.view', 'staff.view']);
});
