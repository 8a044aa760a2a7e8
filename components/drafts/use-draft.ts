'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { Draft } from '@/lib/drafts/rules';
import type { DraftKey } from '@/lib/drafts/schema';
import { useDraftSay } from './draft-board';
import { DraftSaver, flushDrafts } from './draft-saver';

let listening = false;

/** Once for the page: what is typed goes when the window loses the eye, when the network is back, and when the screen is unlocked. */
function listen(): void {
  if (listening) return;
  listening = true;
  const now = () => void flushDrafts();
  const leaving = () => void flushDrafts(true);
  window.addEventListener('blur', now);
  window.addEventListener('online', now);
  window.addEventListener('session-opened', now);
  window.addEventListener('pagehide', leaving);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leaving());
}

/** The same state reads the same, whatever order its fields came in. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));

type Input<T> = { key: DraftKey; value: T; /** The form with nothing typed. */ pristine: T; /** What the page came with. */ kept: Draft<T> | null; /** The form may be closed with words in it and opened again on this page. */ aside?: boolean };

/** Keeps `value` as this person's draft within two seconds of the last change. `forget` once it is saved for good. */
export function useDraft<T>({ key, value, pristine, kept, aside = false }: Input<T>): { forget: () => Promise<void> } {
  const say = useDraftSay();
  const start = useRef({ pristine: asText(pristine), kept: kept === null ? null : { text: asText(kept.value), mark: kept.mark } });
  const saver = useRef<DraftSaver | null>(null);
  useEffect(() => {
    listen();
    const mine = DraftSaver.take(key, start.current.pristine, start.current.kept, say);
    saver.current = mine;
    return () => mine.stop({ aside });
  }, [key, say, aside]);
  const body = asText(value);
  useEffect(() => saver.current?.change(body), [body]);
  const forget = useCallback(async () => {
    await saver.current?.forget();
    start.current.kept = null;
  }, []);
  return { forget };
}
