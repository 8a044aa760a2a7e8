'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { PublicHead } from '../shell/public-frame';

/** The head of a page of the form. A new page takes the focus, so that it is read from its top; the first one does not. */
export function StepHead({ step, children, quiet = false }: { step?: ReactNode; children: string; quiet?: boolean }) {
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = children;
  }, [children]);
  useEffect(() => {
    if (!quiet) head.current?.focus();
  }, [quiet]);
  return (
    <div ref={head} tabIndex={-1} className="focus-visible:outline-none">
      <PublicHead step={step}>{children}</PublicHead>
    </div>
  );
}
