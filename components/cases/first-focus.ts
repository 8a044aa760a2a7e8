'use client';

import { useEffect } from 'react';
import { focusField } from '@/components/forms/error-summary';

/** Gives the keyboard to what is to be decided next, once the step is on the screen; a hand that is elsewhere already is left alone. */
export function useFirstFocus(id: string | null): void {
  useEffect(() => {
    if (id === null || window.location.hash.startsWith('#field-')) return;
    // The button at the foot appears a moment after the form.
    const timer = setTimeout(() => document.activeElement === document.body && focusField(id), 0);
    return () => clearTimeout(timer);
  }, [id]);
}

/** Moves on to the next thing after this change is on the screen. */
export const focusSoon = (id: string): void => void setTimeout(() => focusField(id), 0);
