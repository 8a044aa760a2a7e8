/** The provider of `openid-provider.mjs` in a process of its own, and our sign-in routes served before it. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { attemptOf, options } from '@/app/api/auth/options';

export type Person = { sub: string; email?: string; email_verified?: boolean; groups?: string[]; amr?: string[] };

const cookiesOf = (req: IncomingMessage): Record<string, string> => Object.fromEntries((req.headers.cookie ?? '').split('; ').filter((part) => part !== '').map((part) => [part.slice(0, part.indexOf('=')), decodeURIComponent(part.slice(part.indexOf('=') + 1))]));

async function bodyOf(req: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  return Object.fromEntries(new URLSearchParams(text));
}

/** The library takes what Next hands its API routes; the options are those of our own route. */
async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url ?? '/', 'http://desk');
  const cookies = cookiesOf(req);
  const body = await bodyOf(req);
  const request = Object.assign(req, { query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split('/').slice(3) }, cookies, body });
  const send = (content: unknown): void => void res.end(typeof content === 'string' || content === undefined ? content : JSON.stringify(content));
  const response = Object.assign(res, { status: (code: number) => ((res.statusCode = code), response), json: send, send });
  const attempt = await attemptOf(new Headers({ 'user-agent': 'test', 'x-record-desk-address': '203.0.113.40' }), cookies['__Host-staff-session']);
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options(attempt));
}

export class IdentityProvider {
  private constructor(private readonly child: ChildProcess, private readonly web: Server, readonly issuer: string, readonly desk: string) {}

  static async start(client: { clientId: string; clientSecret: string }): Promise<IdentityProvider> {
    const web = createServer((req, res) => void answer(req, res).catch((error: unknown) => res.writeHead(500).end(String(error))));
    web.listen(0, '127.0.0.1');
    await once(web, 'listening');
    const desk = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
    const child = fork(join(process.cwd(), 'tests/support/openid-provider.mjs'), { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.send({ ...client, redirectUri: `${desk}/api/auth/callback/provider` });
    const [{ issuer }] = (await once(child, 'message')) as [{ issuer: string }];
    return new IdentityProvider(child, web, issuer, desk);
  }

  private async tell(message: object): Promise<void> {
    const heard = once(this.child, 'message');
    this.child.send(message);
    await heard;
  }
  readonly signsIn = (person: Person): Promise<void> => this.tell({ person });
  readonly bends = (bend: object): Promise<void> => this.tell({ bend });

  async stop(): Promise<void> {
    this.child.disconnect();
    this.web.closeAllConnections();
    await new Promise((closed) => this.web.close(closed));
  }
}

export type Landed = { readonly status: number; readonly location: string };

/** A browser: a jar for each origin, and redirects followed only when told. */
export class Browser {
  readonly jars = new Map<string, Map<string, string>>();

  constructor(private readonly desk: string) {}
  jar(origin: string): Map<string, string> {
    const known = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, known);
    return known;
  }
  get session(): string | undefined {
    return this.jar(this.desk).get('__Host-staff-session');
  }

  async send(url: string, body?: URLSearchParams): Promise<{ landed: Landed; text: string }> {
    const jar = this.jar(new URL(url).origin);
    const sent = await fetch(url, { method: body === undefined ? 'GET' : 'POST', body, redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const set of sent.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const location = sent.headers.get('location') ?? '';
    return { landed: { status: sent.status, location: location === '' ? '' : new URL(location, url).href }, text: await sent.text() };
  }

  /** Presses the button: the address at the provider. */
  async press(): Promise<string> {
    const { csrfToken } = JSON.parse((await this.send(`${this.desk}/api/auth/csrf`)).text) as { csrfToken: string };
    const { text } = await this.send(`${this.desk}/api/auth/signin/provider`, new URLSearchParams({ csrfToken, callbackUrl: '/', json: 'true' }));
    return (JSON.parse(text) as { url: string }).url;
  }

  /** Through the provider's pages, back to the address it sends the browser to. */
  async through(url: string): Promise<string> {
    let at = url;
    for (let hop = 0; hop < 12 && !at.startsWith(this.desk); hop += 1) {
      const { landed, text } = await this.send(at);
      if (landed.location === '') throw new Error(`the provider stopped at ${landed.status}: ${text.slice(0, 300)}`);
      at = landed.location;
    }
    return at;
  }

  /** Back at the desk; the library tells an error by pages of its own, which lead to ours. */
  async land(url: string): Promise<Landed> {
    let { landed } = await this.send(url);
    for (let hop = 0; hop < 3 && landed.location.startsWith(`${this.desk}/api/auth/`); hop += 1) ({ landed } = await this.send(landed.location));
    return landed;
  }
}
