/** Signs out by the sign-in library's own form, then leads to its page. What was written is kept by then. */
import { flushDrafts } from '@/components/drafts/draft-saver';
import { paths } from '@/lib/paths';

export async function signOut(): Promise<void> {
  await flushDrafts();
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  await fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, callbackUrl: paths.signIn(), json: 'true' }) });
  window.location.assign(paths.signIn());
}
