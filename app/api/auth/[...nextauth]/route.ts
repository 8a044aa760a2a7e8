/** The sign-in library's own routes. Its token carries the session id alone; the row decides. */
import NextAuth, { type AuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import type { NextRequest } from 'next/server';
import { STAFF_COOKIE } from '@/app/(staff)/session';
import { required } from '@/lib/platform/config';
import { signIn, signOut } from '@/lib/staff/sign-in';

const cookie = (name: string) => ({ name, options: { httpOnly: true, secure: true, sameSite: 'lax' as const, path: '/' } });

function options(headers: Headers): AuthOptions {
  const attempt = {
    requestId: headers.get('x-record-desk-request') ?? 'none',
    address: headers.get('x-record-desk-address') ?? '',
    userAgent: headers.get('user-agent') ?? '',
  };
  return {
    secret: required('NEXTAUTH_SECRET'),
    session: { strategy: 'jwt', maxAge: 12 * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: cookie(STAFF_COOKIE), csrfToken: cookie('__Host-staff-csrf'), callbackUrl: cookie('__Host-staff-callback') },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, code: {} },
        authorize: async (fields) => {
          const sid = await signIn({ email: fields?.email, password: fields?.password, code: fields?.code }, attempt);
          return sid === null ? null : { id: sid };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      session: () => ({ expires: '' }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token.sid === 'string') await signOut(token.sid, attempt);
      },
    },
  };
}

type Context = { params: Promise<{ nextauth: string[] }> };
const answer = (request: NextRequest, context: Context): Promise<Response> => NextAuth(request, context, options(request.headers)) as Promise<Response>;

export { answer as GET, answer as POST };
