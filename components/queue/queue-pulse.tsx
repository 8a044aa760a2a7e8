'use client';

import { useRouter } from 'next/navigation';
import { createContext, startTransition, useContext, useEffect, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Count, QueueCounts } from '@/lib/cases/queries/queue-counts';
import { paths } from '@/lib/paths';

type Heard = { readonly counts: QueueCounts; readonly arrivals: Count };
const NONE: Count = { count: 0, capped: false };
const Pulse = createContext<Heard | null>(null);
const POLL_MS = 30_000;

type Props = { /** Filters and view of the page, without its place. */ query: string; counts: QueueCounts; children: ReactNode };

/** Keeps the counts of an open page fresh. Rows never move by themselves: new ones are announced, and shown when asked for. */
export function QueuePulse({ query, counts, children }: Props) {
  const [heard, setHeard] = useState<(Heard & { of: QueueCounts }) | null>(null);
  useEffect(() => {
    const ask = () => {
      if (document.hidden) return;
      void fetch(`${paths.queuePulse}?${query}${query === '' ? '' : '&'}newest=${counts.newest}`, { cache: 'no-store' })
        .then((answer) => (answer.ok ? (answer.json() as Promise<Heard>) : null))
        .then((answer) => answer && setHeard({ ...answer, of: counts }))
        .catch(() => undefined); // the network is away: the next poll asks again
    };
    const timer = setInterval(ask, POLL_MS);
    return () => clearInterval(timer);
  }, [query, counts]);
  // What was heard for an older page says nothing of this one.
  const fresh = heard?.of === counts ? heard : { counts, arrivals: NONE };
  return <Pulse.Provider value={fresh}>{children}</Pulse.Provider>;
}

export const useCounts = (initial: QueueCounts): QueueCounts => useContext(Pulse)?.counts ?? initial;

/** `3 new cases since you opened this page.` */
export function Arrivals({ href }: { href: string }) {
  const router = useRouter();
  const { count, capped } = useContext(Pulse)?.arrivals ?? NONE;
  const show = () =>
    startTransition(() => {
      router.push(href);
      router.refresh();
    });
  return (
    <div role="status">
      {count > 0 && (
        <div className="px-4 pb-2">
          <Notice title={`${count}${capped ? '+' : ''} new ${count === 1 ? 'case' : 'cases'} since you opened this page.`}>
            <Button size="small" onClick={show}>
              Show them
            </Button>
          </Notice>
        </div>
      )}
    </div>
  );
}
