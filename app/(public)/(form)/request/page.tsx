import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { StartPage } from '@/components/request/start-page';
import { startWords } from '@/components/request/start-words';
import { LANGUAGE_COOKIE, asLanguage } from '@/components/shell/preferences';

const languageOfVisitor = async () => asLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value);

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: startWords[await languageOfVisitor()].title } };
}

export default async function RequestPage() {
  if (process.env.SURFACE !== 'public') notFound();
  return <StartPage language={await languageOfVisitor()} />;
}
