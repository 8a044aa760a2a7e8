'use client';

import { useRouter } from 'next/navigation';
import { LANGUAGE_COOKIE, remember, type Language } from './preferences';

/** The page in the other language, named in that language. What is written stays. */
export function LanguageSwitch({ language }: { language: Language }) {
  const router = useRouter();
  const other: Language = language === 'en' ? 'es' : 'en';
  const change = () => {
    remember(LANGUAGE_COOKIE, other);
    document.documentElement.lang = other;
    router.refresh();
  };
  return (
    <button type="button" lang={other} onClick={change} className="link min-h-11 whitespace-nowrap">
      {other === 'es' ? 'Español' : 'English'}
    </button>
  );
}
