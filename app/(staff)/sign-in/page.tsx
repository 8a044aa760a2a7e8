import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ProviderButton } from '@/components/session/provider-button';
import { LockedForm, SignInForm } from '@/components/session/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/paths';
import { providerRefusalWords } from '@/lib/staff/labels';
import { providerSettings } from '@/lib/staff/provider';
import { currentStaff } from '../session';

export const metadata: Metadata = { title: 'Sign in' };

type Asked = { searchParams: Promise<{ refused?: string | string[]; error?: string | string[] }> };

/** Why somebody came back from the identity provider without a session. */
function refusalOf({ refused, error }: Awaited<Asked['searchParams']>): string | null {
  if (typeof refused === 'string') return providerRefusalWords[refused] ?? null;
  return error === undefined ? null : 'Signing in at the identity provider did not work. Try again from here.';
}

export default async function SignInPage({ searchParams }: Asked) {
  if (process.env.SURFACE !== 'staff') notFound();
  const actor = await currentStaff();
  if (actor?.kind === 'staff') redirect(paths.queue());
  const refusal = refusalOf(await searchParams);
  return (
    <main id="main" className="mx-auto mt-[12vh] w-full max-w-[360px] border border-line-strong bg-surface px-6 py-6">
      <p className="text-small text-ink-3">Connecticut Immunization Program</p>
      <h1 className="mb-4 text-title font-semibold">{actor === null ? 'Sign in to Record Desk' : 'Unlock Record Desk'}</h1>
      {refusal !== null && (
        <div className="mb-4">
          <Notice kind="error" title={refusal} />
        </div>
      )}
      {actor === null ? <SignInForm home={paths.queue()} /> : <LockedForm home={paths.queue()} signsInBy={actor.signsInBy} />}
      {providerSettings() !== null && (
        <div className="mt-4 border-t border-line-strong pt-4">
          <ProviderButton />
        </div>
      )}
    </main>
  );
}
