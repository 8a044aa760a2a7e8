/**
 * Before any page: which surface a path belongs to, a fresh nonce, the content policy. It decides no permission.
 * The upload route is not matched: bodies over 10 MB would be cut silently; that route guards itself.
 */
import { type NextRequest, NextResponse } from 'next/server';
import { surfaceOf } from '@/lib/paths';

export const config = { matcher: ['/((?!_next/static/|favicon.ico|api/uploads$|api/scans$).*)'] };

/** SHA-256 of the fixed style attributes that react-aria's hidden inputs are rendered with; held by a test over every screen. */
const STYLE_HASHES = [] as readonly string[];

function contentPolicy(nonce: string, dev: boolean): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${dev ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    ...(dev || STYLE_HASHES.length === 0 ? [] : [`style-src-attr 'unsafe-hashes' ${STYLE_HASHES.map((hash) => `'sha256-${hash}'`).join(' ')}`]),
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'${dev ? ' ws://127.0.0.1:*' : ''}`,
    `frame-src 'self' blob:`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    `manifest-src 'self'`,
  ].join('; ');
}

/** The same for every path that is no page of this surface, whatever it is elsewhere. */
const NOTHING_HERE = 'There is no page at this address. Check how it is written, or go back.\n';

export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  const surface = process.env.SURFACE === 'public' ? 'public' : 'staff';
  if (request.headers.has('next-action')) return new NextResponse(null, { status: 400 });
  if (request.method !== 'GET' && request.method !== 'HEAD' && !pathname.startsWith('/api/')) return new NextResponse(null, { status: 405 });
  if (pathname === '/') return NextResponse.redirect(new URL(surface === 'staff' ? '/queue' : '/request', process.env[surface === 'staff' ? 'STAFF_ORIGIN' : 'PUBLIC_ORIGIN']));
  if (!surfaceOf(pathname).includes(surface)) return new NextResponse(NOTHING_HERE, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'no-store');
  return response;
}
