/** One look at the link a request, whoever of the layout, the title and the page asks for it. */
import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { visitorOf } from '@/app/(public)/visitor';
import { LANGUAGE_COOKIE, asLanguage } from '@/components/shell/preferences';
import { readUploadLink } from '@/lib/documents/asking/queries';

export type LinkProps = { params: Promise<{ token: string }> };

const linkOf = cache(async (token: string) => readUploadLink(visitorOf(await headers(), undefined), token));

/** The language that was chosen here before, else the one of the request that waits. */
export async function openLink({ params }: LinkProps) {
  if (process.env.SURFACE !== 'public') notFound();
  const { token } = await params;
  const link = await linkOf(token);
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  return { token, link, language: chosen === undefined ? (link?.language ?? 'en') : asLanguage(chosen) };
}
