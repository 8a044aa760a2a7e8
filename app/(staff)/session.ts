/** The session gate: who is asking, from the cookie and the row. Pages call `requireStaff`, routes `staffOf`. */
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { can, type LockedStaff, type StaffActor } from '@/lib/access/actor';
import type { Permission } from '@/lib/access/permissions';
import { actorOfSession } from '@/lib/access/sessions';
import { required } from '@/lib/platform/config';
import { paths } from '@/lib/paths';

export const STAFF_COOKIE = '__Host-staff-session';

type Asked = { requestId: string; address: string };
const asked = (list: Headers): Asked => ({ requestId: list.get('x-record-desk-request') ?? 'none', address: list.get('x-record-desk-address') ?? '' });

/** The session id inside a cookie of the sign-in library, or null. */
export async function sidOf(cookie: string | undefined): Promise<string | null> {
  if (cookie === undefined) return null;
  const token = await decode({ token: cookie, secret: required('NEXTAUTH_SECRET') }).catch(() => null); // a token that does not decode is no token
  return typeof token?.sid === 'string' ? token.sid : null;
}

/** For routes: read once and pass on. `counts` is false for polls, which must not keep a session alive. */
export async function staffOf(list: Headers, cookie: string | undefined, counts = true): Promise<StaffActor | LockedStaff | null> {
  const sid = await sidOf(cookie);
  return sid === null ? null : actorOfSession(sid, asked(list), counts);
}

/** For pages: one read a request. */
export const currentStaff = cache(async (): Promise<StaffActor | LockedStaff | null> => staffOf(await headers(), (await cookies()).get(STAFF_COOKIE)?.value));

/** The person behind a page, or no page: another surface and a missing permission are both "not found". */
export async function requireStaff(permission?: Permission): Promise<StaffActor> {
  if (process.env.SURFACE !== 'staff') notFound();
  const actor = await currentStaff();
  if (actor === null || actor.kind === 'locked_staff') redirect(paths.signIn());
  if (permission !== undefined && !can(actor, permission)) notFound();
  return actor;
}
