import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Authenticator } from '@/components/account/authenticator';
import { ChoosePassword } from '@/components/account/choose-password';
import { JoinForm } from '@/components/account/join-form';
import { QrPicture } from '@/components/account/qr-picture';
import { Notice } from '@/components/ui/notice';
import { readLink } from '@/lib/staff/queries';

export const metadata: Metadata = { title: 'Set up your account' };

const HEADS = { join: 'Welcome to Record Desk', password: 'Choose a new password', second_factor: 'Set up a new authenticator' } as const;

/** Where a link by mail leads. Looking changes nothing; what is asked here goes by command. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  if (process.env.SURFACE !== 'staff') notFound();
  const { token } = await params;
  const link = await readLink(token);
  return (
    <main id="main" className="mx-auto my-[6vh] w-full max-w-[560px] border border-line-strong bg-surface px-6 py-6">
      <p className="text-small text-ink-3">Connecticut Immunization Program</p>
      <h1 className="mb-1 text-title font-semibold">{link === null ? 'This link does not work' : HEADS[link.purpose]}</h1>
      {link === null ? (
        <Notice kind="warn" title="It was used, it ran out after 72 hours, or a newer one took its place.">
          Ask an administrator of the desk to send you a new link.
        </Notice>
      ) : (
        <>
          <p className="mb-4 text-ink-2">
            {link.name}, {link.email}
          </p>
          {link.enrolment === null ? (
            <ChoosePassword token={token} />
          ) : (
            <JoinForm
              command={link.purpose === 'join' ? 'account.join' : 'account.enrol'}
              token={token}
              offer={link.enrolment.offer}
              authenticator={<Authenticator picture={<QrPicture text={link.enrolment.uri} words="Picture to scan with an authenticator app" />} secret={link.enrolment.secret} />}
            />
          )}
        </>
      )}
    </main>
  );
}
