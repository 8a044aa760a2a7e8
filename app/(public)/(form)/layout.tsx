import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { LANGUAGE_COOKIE, asLanguage } from '@/components/shell/preferences';
import { PublicFrame } from '@/components/shell/public-frame';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  if (process.env.SURFACE !== 'public') notFound();
  const language = asLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value);
  return <PublicFrame language={language}>{children}</PublicFrame>;
}
