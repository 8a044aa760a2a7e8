/**
 * How the sign-in library is used: password with a second factor, and the identity provider where one is set up. Its token
 * carries the session id alone; the row decides. State, nonce, PKCE and the id token are the library's own checks.
 */
import type { AuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { sidOf, STAFF_COOKIE } from '@/app/(staff)/session';
import { required } from '@/lib/platform/config';
import { log } from '@/lib/platform/log';
import { paths } from '@/lib/paths';
import { providerSettings, signInWithProvider, type ProviderSettings } from '@/lib/staff/provider';
import { signIn, signOut, type Attempt } from '@/lib/staff/sign-in';

const cookie = (name: string) => ({ name: `__Host-staff-${name}`, options: { httpOnly: true, secure: true, sameSite: 'lax' as const, path: '/' } });
export const PROVIDER = 'provider';
const UNAVAILABLE = 'unavailable';

const atProvider = ({ issuer, clientId, clientSecret }: ProviderSettings): OAuthConfig<{ sub: string }> => ({
  id: PROVIDER,
  name: 'Identity provider',
  type: 'oauth',
  wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  issuer,
  clientId,
  clientSecret,
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  authorization: { params: { scope: 'openid email groups', prompt: 'login' } },
  profile: ({ sub }) => ({ id: sub }),
});

/** The library quotes the message of an error in an address and in its answer: only a word of ours goes that far. */
async function orUnavailable<T>(signing: Promise<T>): Promise<T> {
  try {
    return await signing;
  } catch (error) {
    log.failure('sign_in.failed', error);
    throw new Error(UNAVAILABLE);
  }
}

const withPassword = (attempt: Attempt) =>
  Credentials({
    credentials: { email: {}, password: {}, code: {} },
    authorize: async (fields) => {
      const sid = await orUnavailable(signIn({ email: fields?.email, password: fields?.password, code: fields?.code }, attempt));
      return sid === null ? null : { id: sid };
    },
  });

export async function attemptOf(headers: Headers, sessionCookie: string | undefined): Promise<Attempt> {
  return {
    requestId: headers.get('x-record-desk-request') ?? 'none',
    address: headers.get('x-record-desk-address') ?? '',
    userAgent: headers.get('user-agent') ?? '',
    previousSid: await sidOf(sessionCookie),
  };
}

/** The library's own messages quote what it choked on, so only their codes are kept. */
const quiet: AuthOptions['logger'] = {
  error: (code) => log.warn('sign_in.refused_by_library', { code }),
  warn: (code) => log.warn('sign_in.library_warns', { code }),
  debug: () => undefined,
};

export function options(attempt: Attempt): AuthOptions {
  const settings = providerSettings();
  return {
    secret: required('NEXTAUTH_SECRET'),
    session: { strategy: 'jwt', maxAge: 12 * 3600 },
    pages: { signIn: paths.signIn(), error: paths.signIn() },
    cookies: {
      sessionToken: { ...cookie('session'), name: STAFF_COOKIE },
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
      pkceCodeVerifier: cookie('pkce'),
      state: cookie('state'),
      nonce: cookie('nonce'),
    },
    logger: quiet,
    providers: [withPassword(attempt), ...(settings === null ? [] : [atProvider(settings)])],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== PROVIDER || settings === null) return true;
        const decided = await orUnavailable(signInWithProvider(profile, settings, attempt));
        if ('refused' in decided) return paths.refusedAtProvider(decided.refused);
        user.id = decided.sid;
        return true;
      },
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
