'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import type { OpenGlass } from '@/lib/cases/queries/glass';
import { paths } from '@/lib/paths';
import { GLASS_REFUSAL_WORDS } from '@/lib/patients/glass';

const TICK_MS = 10_000;

const minutesWords = (ms: number): string => {
  const minutes = Math.max(0, Math.ceil(ms / 60_000));
  return minutes <= 1 ? 'less than a minute left' : `${minutes} minutes left`;
};

/** Milliseconds left, counted here from what the server said; at the end the page is read anew and shows nothing any more. */
function useTimeLeft(msLeft: number): number {
  const router = useRouter();
  const [left, setLeft] = useState(msLeft);
  useEffect(() => {
    const began = performance.now();
    const over = setTimeout(() => startTransition(() => router.refresh()), msLeft + 500);
    const tick = setInterval(() => setLeft(msLeft - (performance.now() - began)), TICK_MS);
    return () => {
      clearTimeout(over);
      clearInterval(tick);
    };
  }, [msLeft, router]);
  return left;
}

function OneOpen({ glass: { openingId, number, why, msLeft } }: { glass: OpenGlass }) {
  const left = useTimeLeft(msLeft);
  const end = useCommand('patient.end_glass');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1">
      <Icon name="restricted" className="size-3 text-restricted" />
      <span>
        You have the restricted record of <TextLink href={paths.case(number)}>C-{number}</TextLink> open: {why}. <b className="font-semibold">{minutesWords(left)}</b>
      </span>
      <Button size="small" busy={end.busy} onClick={() => void end.run({ openingId })} className="ml-auto">
        End now
      </Button>
      <CommandNotice reason={end.reason} words={GLASS_REFUSAL_WORDS} />
    </li>
  );
}

/** Over every page while a restricted record is open to whoever sits here. */
export function OpenGlassBanner({ open }: { open: readonly OpenGlass[] }) {
  if (open.length === 0) return null;
  return (
    <section aria-label="Restricted records you have open" className="flex-none border-b border-line-strong bg-restricted-bg">
      <ul>
        {open.map((glass) => (
          <OneOpen key={`${glass.openingId} ${glass.msLeft}`} glass={glass} />
        ))}
      </ul>
    </section>
  );
}
