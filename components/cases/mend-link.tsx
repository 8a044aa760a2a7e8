'use client';

import { useEffect, type MouseEvent, type ReactNode } from 'react';
import { focusField } from '@/components/forms/error-summary';
import { fieldId } from '@/components/forms/field';
import { TextLink } from '@/components/ui/link';

/** Leads to a field on this page and gives it the keyboard. */
export function FieldLink({ field, children }: { field: string; children: ReactNode }) {
  const go = (event: MouseEvent) => {
    event.preventDefault();
    focusField(fieldId(field));
  };
  return (
    <a href={`#${fieldId(field)}`} onClick={go} className="link">
      {children}
    </a>
  );
}

const focusHash = (): void => {
  const { hash } = window.location;
  if (hash.startsWith('#field-')) focusField(decodeURIComponent(hash.slice(1)));
};

/** What a link from another step promised: the field it names has the keyboard. */
export function FocusHash({ step }: { step: string }) {
  useEffect(() => {
    focusHash();
    window.addEventListener('hashchange', focusHash);
    return () => window.removeEventListener('hashchange', focusHash);
  }, [step]);
  return null;
}

/** A link to where something is mended: another step, or a field here. */
export function MendLink({ href, children }: { href: string; children: ReactNode }) {
  const here = (event: MouseEvent) => {
    const target = new URL(href, window.location.href);
    if (target.pathname !== window.location.pathname || !target.hash || target.search !== window.location.search) return;
    event.preventDefault();
    focusField(decodeURIComponent(target.hash.slice(1)));
  };
  return (
    <TextLink href={href} onClick={here}>
      {children}
    </TextLink>
  );
}
