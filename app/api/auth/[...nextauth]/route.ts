/** The sign-in library's own routes: signIn and signOut behind its own token. */
import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { STAFF_COOKIE } from '@/app/(staff)/session';
import { attemptOf, options } from '../options';

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const attempt = await attemptOf(request.headers, request.cookies.get(STAFF_COOKIE)?.value);
  return NextAuth(request, context, options(attempt)) as Promise<Response>;
}

export { answer as GET, answer as POST };
