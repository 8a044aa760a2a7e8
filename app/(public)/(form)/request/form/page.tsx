import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { RequestForm } from '@/components/request/request-form';
import { startWords } from '@/components/request/start-words';
import { LANGUAGE_COOKIE, asLanguage } from '@/components/shell/preferences';
import { formDay } from '@/lib/submissions/queries';

const languageOfVisitor = async () => asLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value);

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: startWords[await languageOfVisitor()].title } };
}

export default async function RequestFormPage() {
  if (process.env.SURFACE !== 'public') notFound();
  return <RequestForm language={await languageOfVisitor()} today={formDay()} />;
}
