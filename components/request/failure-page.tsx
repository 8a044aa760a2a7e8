'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '../ui/button';

const words = {
  en: { title: 'Something went wrong', next: 'It was our fault. Try again. If it happens again, call us.', number: 'Say this reference number:', retry: 'Try again' },
  es: { title: 'Algo salió mal', next: 'La falla es nuestra. Intente otra vez. Si vuelve a pasar, llámenos.', number: 'Diga este número de referencia:', retry: 'Intentar otra vez' },
} as const;

const never = () => () => undefined;

/** The page in place of one that failed: nothing of the cause but a number that finds it in our log. */
export function FailurePage({ reference, retry }: { reference: string | undefined; retry: () => void }) {
  // The page that knew the language has failed; the document still says it.
  const language = useSyncExternalStore(never, () => (document.documentElement.lang === 'es' ? 'es' : 'en'), () => 'en' as const);
  const say = words[language];
  return (
    <main id="main" lang={language} className="mx-auto max-w-[640px] px-4 py-12">
      <h1 className="mb-2 text-title font-semibold">{say.title}</h1>
      <p className="mb-4 text-body">
        {say.next}
        {/* What fails in the browser alone has no number in our log. */}
        {reference !== undefined && (
          <>
            {' '}
            {say.number} <b className="break-all">{reference}</b>
          </>
        )}
      </p>
      <Button kind="primary" size="large" onClick={retry}>
        {say.retry}
      </Button>
    </main>
  );
}
