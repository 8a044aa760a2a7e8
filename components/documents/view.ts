'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

/** How a document is looked at: page, size, turn, light. */
export type View = { readonly at: number; readonly zoom: number; readonly turn: number; readonly brightness: number; readonly contrast: number };
export const FIT: View = { at: 0, zoom: 1, turn: 0, brightness: 100, contrast: 100 };
export const ZOOMS = [1, 1.25, 1.5, 2, 3, 4] as const;

export function nextZoom(zoom: number, by: 1 | -1): number {
  const at = ZOOMS.findIndex((step) => step >= zoom);
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + by))] ?? 1;
}

/** How each document was left, as long as the page lives: a step later it stands as it stood. Nothing of it is kept in the browser's storage. */
const left = new Map<string, View>();

/** Between the windows of one desk: a random id and how it is looked at, nothing of anybody. */
type Word = { readonly says: 'view'; readonly documentId: string; readonly view: View } | { readonly says: 'ask'; readonly documentId: string } | { readonly says: 'show'; readonly href: string };
const CHANNEL = 'record-desk-paper';

/** A paper alone, of our own making: no other address is followed. */
const PAPER = /^\/cases\/C-\d+\/paper\?document=[A-Za-z0-9_-]{22}$/;

type Say = (word: Word) => void;

/** `hear` gets each word of the other windows, and the way to answer it. */
function useChannel(hear: (word: Word, say: Say) => void) {
  const channel = useRef<BroadcastChannel | null>(null);
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    const opened = new BroadcastChannel(CHANNEL);
    opened.onmessage = ({ data }: MessageEvent<Word>) => latest.current(data, (word) => opened.postMessage(word));
    channel.current = opened;
    return () => opened.close();
  }, []);
  return channel;
}

/** Keeps two windows in step: what one dials, the other shows; the second window follows to the paper that the desk shows. */
export function useView(documentId: string, windowHref: string | undefined, follows: boolean) {
  const router = useRouter();
  const [view, setView] = useState(() => left.get(documentId) ?? FIT);
  const keep = (next: View) => {
    left.set(documentId, next);
    setView(next);
  };
  const channel = useChannel((word, say) => {
    if (word.says === 'show') {
      if (follows && PAPER.test(word.href) && !word.href.endsWith(`=${documentId}`)) router.replace(word.href);
    } else if (word.documentId === documentId) {
      if (word.says === 'view') keep(word.view);
      else say({ says: 'view', documentId, view: left.get(documentId) ?? FIT });
    }
  });
  useEffect(() => {
    if (windowHref !== undefined) channel.current?.postMessage({ says: 'show', href: windowHref } satisfies Word);
    else if (follows) channel.current?.postMessage({ says: 'ask', documentId } satisfies Word);
  }, [channel, documentId, windowHref, follows]);
  const change = (part: Partial<View>) => {
    const next = { ...(left.get(documentId) ?? view), ...part };
    keep(next);
    channel.current?.postMessage({ says: 'view', documentId, view: next } satisfies Word);
  };
  return [view, change] as const;
}
