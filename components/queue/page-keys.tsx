'use client';

import { useRouter } from 'next/navigation';
import { useKeys, type KeyBinding } from '@/components/ui/keys';

/** `[` and `]` turn the pages of the list, as they turn those of a document. */
export function PageKeys({ previous, next }: { previous: string | null; next: string | null }) {
  const router = useRouter();
  const turn = (keys: string, words: string, href: string | null): KeyBinding[] => (href === null ? [] : [{ keys, words, run: () => router.push(href) }]);
  useKeys([...turn('[', 'Page before', previous), ...turn(']', 'Page after', next)]);
  return null;
}
