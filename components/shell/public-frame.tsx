import type { ReactNode } from 'react';
import { SkipLink } from '../ui/skip-link';
import { LanguageSwitch } from './language-switch';
import type { Language } from './preferences';

const words = {
  en: {
    skip: 'Skip to content',
    brand: 'Immunization records',
    agency: 'Connecticut Public Health',
    help: 'Need help?',
    call: 'Call',
    hours: 'Monday to Friday, 8:30 to 4:30, except state holidays',
    mail: 'We never ask for your documents by e-mail.',
    foot: 'Immunization Program, 410 Capitol Ave, MS #11 MUN, Hartford, CT 06134. This service is free.',
  },
  es: {
    skip: 'Ir al contenido',
    brand: 'Registro de vacunación',
    agency: 'Salud Pública de Connecticut',
    help: '¿Necesita ayuda?',
    call: 'Llame al',
    hours: 'De lunes a viernes, de 8:30 a 4:30, excepto los feriados estatales',
    mail: 'Nunca le pediremos documentos por correo electrónico.',
    foot: 'Programa de Inmunización, 410 Capitol Ave, MS #11 MUN, Hartford, CT 06134. Este servicio es gratis.',
  },
} as const;

const WIDTH = 'mx-auto max-w-[1088px] px-4 min-[900px]:px-8';

function Help({ language }: { language: Language }) {
  const say = words[language];
  return (
    <aside aria-labelledby="help" className="mt-6 self-start border-t pt-3.5 text-[16px]/[24px] min-[900px]:mt-1.5 min-[900px]:border-t-2 min-[900px]:border-ink min-[900px]:pt-3">
      <h2 id="help" className="mb-1 text-[17px]/[24px]">
        {say.help}
      </h2>
      <p>
        {say.call}{' '}
        <a href="tel:+18605097929" className="link whitespace-nowrap">
          (860) 509-7929
        </a>
        <br />
        {say.hours}
      </p>
      <p className="mt-2.5">{say.mail}</p>
    </aside>
  );
}

type Props = { language: Language; /** A note in the head and foot, as that this is a demonstration. */ note?: ReactNode; children: ReactNode };

/** The frame of every public page: brand, the other language, help, and the office's address. */
export function PublicFrame({ language, note, children }: Props) {
  const say = words[language];
  return (
    <div lang={language} className="flex min-h-dvh flex-col bg-surface">
      <SkipLink>{say.skip}</SkipLink>
      <header data-bar className="border-b">
        <div className={`${WIDTH} flex min-h-16 items-center justify-between gap-3`}>
          <p className="text-[15px]/[20px] text-ink-2">
            <b className="block text-ink">{say.brand}</b>
            {say.agency} {note}
          </p>
          <LanguageSwitch language={language} />
        </div>
      </header>
      <div className={`${WIDTH} w-full flex-1 pt-[18px] pb-8 min-[900px]:grid min-[900px]:grid-cols-[minmax(0,640px)_272px] min-[900px]:gap-x-28 min-[900px]:pt-9 min-[900px]:pb-12`}>
        <main id="main" tabIndex={-1} className="focus-visible:outline-none">
          {children}
        </main>
        <Help language={language} />
      </div>
      <footer className="border-t bg-surface-2">
        <div className={`${WIDTH} space-y-2.5 pt-3.5 pb-5 text-[15px]/[22px] text-ink-2`}>
          {note && <p>{note}</p>}
          <p>{say.foot}</p>
        </div>
      </footer>
    </div>
  );
}

/** The head of a public page: which step, and one question or statement. */
export function PublicHead({ step, children }: { step?: ReactNode; children: ReactNode }) {
  return (
    <>
      {step && <p className="mb-1 text-[15px]/[20px] text-ink-2">{step}</p>}
      <h1 className="mb-2.5 text-title tracking-[-0.01em] min-[900px]:mb-3">{children}</h1>
    </>
  );
}
