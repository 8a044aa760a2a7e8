import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { LANGUAGE_COOKIE, asLanguage } from '@/components/shell/preferences';
import { TextLink } from '@/components/ui/link';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Not found' };

const words = {
  staff: { title: 'This page is not here', what: 'The address may be mistyped, or the page is not for your role.', back: 'Go to the queue', href: paths.queue() },
  en: { title: 'This page is not here', what: 'Check the address, or start again.', back: 'Ask for your immunization record', href: paths.request },
  es: { title: 'Esta página no existe', what: 'Revise la dirección o empiece de nuevo.', back: 'Pida su registro de vacunación', href: paths.request },
} as const;

export default async function NotFound() {
  const language = asLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value);
  const say = words[process.env.SURFACE === 'public' ? language : 'staff'];
  return (
    <main id="main" className="mx-auto max-w-[640px] px-4 py-12">
      <h1 className="mb-2 text-title font-semibold">{say.title}</h1>
      <p className="mb-4 text-body">{say.what}</p>
      <TextLink href={say.href}>{say.back}</TextLink>
    </main>
  );
}
