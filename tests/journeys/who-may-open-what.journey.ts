/**
 * Every page, command and look of the built system over HTTP: each role, nobody, a locked desk, both surfaces, and the
 * spellings by which frameworks have been talked past their guards. What is expected comes from the permission table.
 */
import { pages, type PagePath } from '@/lib/access/pages';
import { holds, permissions, type Permission } from '@/lib/access/permissions';
import { STAFF_ROLES, type StaffRole } from '@/lib/access/roles';
import { addOneOfEachRole, builtPages, declared, post, sender, signedInAs, type Answer, type Sender } from './support/at-the-door';
import { expect, journey, test } from './support/desk';
import { ask } from './support/registry';

const LIKE = 'Kofi Mensah';
const CANARY = 'Zwyxfield';
type Who = StaffRole | 'nobody' | 'locked';

const { urls } = journey();
const people = new Map<Who, Sender>();
let [caseNumber, documentId] = [0, ''];
let staffId = '';

/** A case with one paper, of somebody whose name stands nowhere else. */
async function addCase(): Promise<[number: number, documentId: string]> {
  const [sent] = await ask<{ id: string }>(
    `INSERT INTO submissions (reference, kind, channel, language, received_at, relation, requester_given, requester_family, wants, delivery)
     VALUES ('S-MATRIX', 'record_not_found', 'form', 'en', now(), 'self', 'Ada', $1, '{}', 'mail') RETURNING id`, [CANARY]);
  const [subject] = await ask<{ id: string }>(`INSERT INTO submission_subjects (submission_id, position, given, family, birth_on) VALUES ($1, 1, 'Ada', $2, '1990-04-02') RETURNING id`, [sent?.id, CANARY]);
  const [opened] = await ask<{ number: number }>(
    `INSERT INTO cases (subject_id, submission_id, kind, state, language, received_at, received_on, target_days, due_at, created_at)
     VALUES ($1, $2, 'record_not_found', 'new', 'en', now(), '2026-11-02', 3, '2026-11-05', now()) RETURNING number`, [subject?.id, sent?.id]);
  const [paper] = await ask<{ id: string }>(
    `INSERT INTO documents (submission_id, kind, file_name, size, sha256, media_type, state, received_at) VALUES ($1, 'photo_id', 'id.jpg', 1, decode(repeat('00', 32), 'hex'), 'image/jpeg', 'received', now()) RETURNING public_id AS id`, [sent?.id]);
  return [opened?.number ?? 0, paper?.id ?? ''];
}

test.beforeAll(async () => {
  [caseNumber, documentId] = await addCase();
  await addOneOfEachRole(STAFF_ROLES, LIKE);
  await ask(`INSERT INTO staff (email, name, roles, languages, kinds, password_hash, totp_sealed, created_at) SELECT 'locked@example.org', 'One Locked', '{supervisor}', languages, kinds, password_hash, totp_sealed, now() FROM staff WHERE email = 'supervisor@example.org'`);
  for (const role of STAFF_ROLES) people.set(role, await signedInAs(`${role}@example.org`, LIKE));
  staffId = (await ask<{ id: string }>(`SELECT public_id AS id FROM staff WHERE email = 'locked@example.org'`))[0]?.id ?? '';
  const locked = await signedInAs('locked@example.org', LIKE);
  await locked(`${urls.staff}/api/commands/session.lock`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'matrix-locks-0000001', origin: urls.staff }, body: '{}' });
  people.set('locked', locked);
  people.set('nobody', sender());
});

/** Pages that send whoever may see them on to another one. */
const SENDS_ON: Readonly<Partial<Record<PagePath, RegExp>>> = { '/cases/[caseNumber]': /^\/cases\/C-\d+\/(identity|match|correct|doses|send)$/ };

const addressOf = (path: PagePath): string => path.replace('[caseNumber]', `C-${caseNumber}`).replace('[staffId]', staffId).replace('[token]', 'A'.repeat(43)) + (path.endsWith('/paper') ? `?document=${documentId}` : '');

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
];

type Fate = 'open' | 'signs in' | 'not there' | RegExp;

/** Open, sent to sign in, sent on, or not there. */
function expected(path: PagePath, who: Who, surface: 'staff' | 'public'): Fate {
  const page = pages[path];
  const away = who === 'nobody' || who === 'locked';
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
  if (variant.fate === 'never') return [308, 404].includes(answer.status) && !answer.body.includes(CANARY) ? null : `answered ${answer.status}`;
  // A payload says its own fate inside; what it must not do is hold what the page would have shown.
  if (variant.fate === 'payload') return answer.status < 500 ? null : `answered ${answer.status}`;
  return isFate(fate, fateOf(answer)) ? null : `answered ${fateOf(answer)} for ${String(fate)}`;
}

test('the table lists every page of the build', () => {
  expect(Object.keys(pages).sort()).toEqual(builtPages());
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

/** A body that nobody would send: who is let in is refused for it, and nothing changes. */
function commandStatus(name: string, who: Who): number {
  // By a link in a mail: whoever holds it is a visitor, also in a browser where somebody is signed in.
  if (holds(['visitor'], name as Permission)) return 422;
  if (who === 'nobody') return 401;
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
  expect(views.sort()).toEqual(['audit.view', 'calendar.view', 'case.view', 'dispatch.view', 'document.view', 'patient.view', 'permission.view', 'press.fetch', 'queue.view', 'staff.view']);
});
