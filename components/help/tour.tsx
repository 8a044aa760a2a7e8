'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { post } from '@/components/forms/command-request';
import { Button } from '@/components/ui/button';
import type { Tour } from '@/lib/staff/schema';
import { TOUR_STOPS, type TourStop } from './tour-stops';

const tourOf = (path: string): Tour | null => (path.startsWith('/queue') ? 'queue' : path.startsWith('/cases/') ? 'case' : null);

/** Outlines what the sentence is about, as long as it stands there. */
function usePointer({ target }: TourStop): void {
  useEffect(() => {
    const shown = document.querySelector(target);
    shown?.classList.add('toured');
    return () => shown?.classList.remove('toured');
  }, [target]);
}

function Stops({ tour, onEnd }: { tour: Tour; onEnd: () => void }) {
  const stops = TOUR_STOPS[tour];
  const [at, setAt] = useState(0);
  const stop = stops[at] ?? { target: 'body', says: '' };
  usePointer(stop);
  const last = at === stops.length - 1;
  return (
    <section aria-label="First-day tour" data-bar className="flex flex-none flex-wrap items-center gap-x-4 gap-y-2 border-b border-accent bg-accent-tint px-4 py-1.5">
      <p role="status" className="min-w-0 flex-1">
        <span className="mr-3 text-ink-2">
          Tour, {at + 1} of {stops.length}
        </span>
        {stop.says}
      </p>
      {at > 0 && (
        <Button size="small" onClick={() => setAt(at - 1)}>
          Back
        </Button>
      )}
      <Button size="small" onClick={() => (last ? onEnd() : setAt(at + 1))}>
        {last ? 'Done' : 'Next'}
      </Button>
      {!last && (
        <Button size="small" kind="text" onClick={onEnd}>
          Skip the tour
        </Button>
      )}
    </section>
  );
}

/** Shows somebody round on the first day: a strip that covers nothing and holds no keyboard. Put away once, it stays away until Help starts it again. */
export function FirstDayTour({ fresh }: { fresh: readonly Tour[] }) {
  const again = useSearchParams()?.get('tour') === 'again';
  const tour = tourOf(usePathname() ?? '');
  const [ended, setEnded] = useState<readonly Tour[]>([]);
  if (tour === null || ended.includes(tour) || !(again || fresh.includes(tour))) return null;
  const end = () => {
    setEnded([...ended, tour]);
    void post('/api/commands/session.see_tour', JSON.stringify({ tour }), { key: crypto.randomUUID() });
  };
  return <Stops key={tour} tour={tour} onEnd={end} />;
}
