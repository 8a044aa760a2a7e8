'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect } from 'react';
import { Progress } from '@/components/ui/progress';

export type Moving = { readonly id: string; readonly day: string; readonly seen: number; readonly cases: number | null; readonly moved: number };

const REFRESH_MS = 1_500;

/** The walk under way: how far it is. The page looks again while it lasts; leaving the page does not stop it. */
export function MovingPromises({ moving }: { moving: readonly Moving[] }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => startTransition(() => router.refresh()), REFRESH_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div role="status" className="grid gap-2 px-4 pb-3">
      {moving.map(({ id, day, seen, cases, moved }) => (
        <Progress key={id} label={`Moving promises for ${day}`} done={seen} of={cases ?? 0}>
          <span>{cases === null ? 'Counting the open promises' : `${seen.toLocaleString('en-US')} of ${cases.toLocaleString('en-US')} looked at, ${moved.toLocaleString('en-US')} moved`}</span>
          <span>It goes on when you leave this page. To undo it, take the day off again.</span>
        </Progress>
      ))}
    </div>
  );
}
