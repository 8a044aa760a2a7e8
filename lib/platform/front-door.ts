/**
 * What a web asks of a request before the framework sees it, and what every answer carries (security requirements 7 to
 * 9). Pure: a refusal decides nothing about permission.
 */
import { isIP } from 'node:net';

/** A request as the server's parser left it. */
export type Arrived = {
  readonly method?: string;
  readonly url?: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Every Host that was sent. */
  readonly hosts: number;
};

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const STEERING = /^(next-action|upgrade|x-matched-path|x-now-route-matches|x-middleware-.*|x-invoke-.*|x-nextjs-.*|x-record-desk-.*)$/;

/** Two readers take a key that comes twice for different things (security requirements 6); no address of ours has one. */
function asksTwice(query: string): boolean {
  const keys = [...new URLSearchParams(query).keys()];
  return new Set(keys).size < keys.length;
}

/** The status to refuse with, or 0. `dev`: the framework's own browser part steers by headers there. */
export function refusalOf({ method = '', url = '', headers, hosts }: Arrived, dev: boolean): number {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  if (!url.startsWith('/') || url.startsWith('//') || /[\\\0]|%5c|%2f|%00/i.test(path) || asksTwice(query)) return 400;
  // The framework takes `/page.rsc` for `/page`; each page here has one spelling.
  if (/(\.|%2e)(r|%72)(s|%73)(c|%63)$/i.test(path)) return 404;
  if (!METHODS.has(method)) return 405;
  if (method !== 'GET' && method !== 'HEAD' && !url.startsWith('/api/')) return 405;
  if (Object.keys(headers).some((name) => STEERING.test(name) && !(dev && name.startsWith('x-nextjs-')))) return 400;
  return hosts === 1 ? 0 : 400;
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '');

/**
 * The client's address: what the nearest proxy of ours wrote, `hops` of them standing before us. A header that none of
 * them wrote counts for nothing, and a word that is no address neither.
 */
export function clientAddress(forwardedFor: string | readonly string[] | undefined, peer: string | undefined, hops: number): string {
  const said = (typeof forwardedFor === 'string' ? forwardedFor : (forwardedFor ?? []).join(',')).split(',').map((part) => part.trim());
  const written = hops > 0 ? said.at(-hops) : undefined;
  return plain(written !== undefined && isIP(written) !== 0 ? written : (peer ?? ''));
}

/** For answers that are no page: a page's own policy, with its nonce, stands in its place. */
export const BARE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What every answer carries. The key set of our cards is for everybody's verifiers; everything else is for our own pages. */
export const answerHeaders = (isOpen: boolean): Readonly<Record<string, string>> => ({
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  ...(isOpen ? {} : { 'Cross-Origin-Resource-Policy': 'same-origin' }),
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
});
