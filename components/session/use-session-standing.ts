'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Standing } from '@/lib/access/standing';

const POLL_MS = 5_000;
const OPEN: Standing = { state: 'open', locksInMs: Infinity, endsInMs: Infinity };

const ask = async (): Promise<Standing | null> => {
  const answer = await fetch('/api/session', { cache: 'no-store' }).catch(() => null); // the network is away: the next poll asks again, and nothing typed is lost meanwhile
  const said = (await answer?.json().catch(() => null)) as Standing | { state: 'unknown' } | null | undefined;
  return said === null || said === undefined || said.state === 'unknown' ? null : said;
};

/** How the session stands, asked every few seconds; a poll never keeps it alive. `again` asks at once. */
export function useSessionStanding(): { standing: Standing; opened: () => void; again: () => void } {
  const [standing, setStanding] = useState<Standing>(OPEN);
  const again = useCallback(() => void ask().then((said) => said && setStanding(said)), []);
  useEffect(() => {
    const locked = () => setStanding({ state: 'locked', locksInMs: 0, endsInMs: Infinity });
    const ended = () => {
      setStanding({ state: 'signed_out', because: null });
      again();
    };
    const timer = setInterval(again, POLL_MS);
    window.addEventListener('session-locked', locked);
    window.addEventListener('session-ended', ended);
    return () => {
      clearInterval(timer);
      window.removeEventListener('session-locked', locked);
      window.removeEventListener('session-ended', ended);
    };
  }, [again]);
  return { standing, opened: useCallback(() => setStanding(OPEN), []), again };
}
