/** Requests as a browser's own code would send them, by people of each role, with their real sessions. */
import { globSync, readFileSync } from 'node:fs';
import type { StaffRole } from '@/lib/access/roles';
import { code, journey, person } from './desk';
import { ask } from './registry';

/** The people of the demo hold several roles; these hold one each. They use a colleague's password and authenticator. */
export async function addOneOfEachRole(roles: readonly StaffRole[], like: string, at = 'example.org'): Promise<void> {
  for (const role of roles) {
    await ask(
      `INSERT INTO staff (email, name, roles, languages, kinds, password_hash, totp_sealed, created_at)
       SELECT $1, $2, ARRAY[$3]::"StaffRole"[], languages, kinds, password_hash, totp_sealed, now() FROM staff WHERE email = $4`,
      [`${role}@${at}`, `One ${role}`, role, person(like).email],
    );
  }
}

export type Answer = { status: number; location: string; body: string };
export type Sender = (url: string, init?: { method?: string; headers?: Record<string, string>; body?: string }) => Promise<Answer>;

/** The framework sends a page's payload only at the address that its headers hash to, and says which. */
const isItsOwn = (url: string, location: string): boolean => new URL(location, url).pathname === new URL(url).pathname && location.includes('_rsc');

/** Somebody with a jar of cookies; an empty one is nobody. */
export function sender(): Sender {
  const jar = new Map<string, string>();
  return async function send(url, init = {}): Promise<Answer> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { ...init.headers, ...(cookie === '' ? {} : { cookie }) } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location') ?? '';
    const body = await answer.text();
    if (answer.status === 307 && isItsOwn(url, location) && !url.endsWith(location)) return send(new URL(location, url).href, init);
    return { status: answer.status, location, body };
  };
}

const { urls } = journey();

/** Signed in as the browser does it: the library's token, then password and code. */
export async function signedInAs(email: string, like: string): Promise<Sender> {
  const who = person(like);
  const send = sender();
  const { csrfToken } = JSON.parse((await send(`${urls.staff}/api/auth/csrf`)).body) as { csrfToken: string };
  const fields = new URLSearchParams({ email, password: who.password, code: code(who), csrfToken, json: 'true' });
  const answer = await send(`${urls.staff}/api/auth/callback/credentials`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: urls.staff }, body: fields.toString() });
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status}`);
  return send;
}

export const post = (send: Sender, origin: string, path: string): Promise<Answer> =>
  send(`${origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': `matrix-${Math.random().toString(36).slice(2).padEnd(12, '0')}`, origin }, body: '{"nonsense":true}' });

/** Every page of the build by its path, as the files say it. */
export const builtPages = (): string[] =>
  globSync('app/**/page.tsx').map((file) => file.replace(/^app/, '').replace(/\/\([^)]+\)/g, '').replace(/\/page\.tsx$/, '')).sort();

/** Every route of the build as the framework itself lists them, pages and machines; what it adds of its own is left out. */
export function builtRoutes(): string[] {
  const manifest = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>;
  return [...new Set(Object.values(manifest))].filter((route) => !route.startsWith('/_')).sort();
}

/** Name and surface of each command (looks: staff) as declared; the lists themselves need a database to load. */
export function declared(kind: 'command' | 'look'): { name: string; surface: string }[] {
  const pattern = new RegExp(String.raw`= ${kind}\(\{\s+name: '([a-z_.]+)',(?:\s+surface: '([a-z]+)',)?`, 'g');
  const found = globSync('lib/**/{commands,queries,jobs}{.ts,/*.ts}').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)]);
  return found.map(([, name = '', surface = 'staff']) => ({ name, surface }));
}
