import type { Metadata } from 'next';
import { CloseWindow } from '@/components/session/close-window';
import { requireStaff } from '../session';

export const metadata: Metadata = { title: 'Signed in' };

/** Where a window ends that was opened to sign in again at the identity provider. */
export default async function SignedInPage() {
  await requireStaff();
  return (
    <main id="main" className="mx-auto mt-[12vh] w-full max-w-[360px] border border-line-strong bg-surface px-6 py-6">
      <h1 className="mb-2 text-title font-semibold">You are signed in</h1>
      <p className="mb-4 text-ink-2">Your work is open in the other window, where you left it. You can close this one.</p>
      <CloseWindow />
    </main>
  );
}
