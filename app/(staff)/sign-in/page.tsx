import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { LockedForm, SignInForm } from '@/components/session/sign-in-form';
import { paths } from '@/lib/paths';
import { currentStaff } from '../session';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage() {
  if (process.env.SURFACE !== 'staff') notFound();
  const actor = await currentStaff();
  if (actor?.kind === 'staff') redirect(paths.queue());
  return (
    <main id="main" className="mx-auto mt-[12vh] w-full max-w-[360px] border border-line-strong bg-surface px-6 py-6">
      <p className="text-small text-ink-3">Connecticut Immunization Program</p>
      <h1 className="mb-4 text-title font-semibold">{actor === null ? 'Sign in to Record Desk' : 'Unlock Record Desk'}</h1>
      {actor === null ? <SignInForm home={paths.queue()} /> : <LockedForm home={paths.queue()} />}
    </main>
  );
}
