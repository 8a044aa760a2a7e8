'use client';

import { useEffect } from 'react';
import { post } from '@/components/forms/command-request';
import { BEAT_MS } from '@/lib/cases/presence';
import { paths } from '@/lib/paths';

/** Who typed so lately is editing; who stopped is looking. */
const TYPING_MS = 120_000;

/** Tells colleagues that this person has the case open, while the page can be seen. */
export function useBeats(caseId: string): void {
  useEffect(() => {
    let typedAt = -Infinity;
    let editing = false;
    const send = (leaving: boolean): void => {
      if (document.visibilityState === 'hidden' && !leaving) return;
      editing = Date.now() - typedAt < TYPING_MS;
      void post(paths.command('presence.beat'), JSON.stringify({ caseId, editing, leaving }), { key: crypto.randomUUID() });
    };
    const beat = (): void => send(false);
    const typed = (): void => {
      typedAt = Date.now();
      if (!editing) beat();
    };
    const timer = setInterval(beat, BEAT_MS);
    document.addEventListener('input', typed);
    document.addEventListener('visibilitychange', beat);
    beat();
    return () => {
      clearInterval(timer);
      document.removeEventListener('input', typed);
      document.removeEventListener('visibilitychange', beat);
      send(true);
    };
  }, [caseId]);
}
