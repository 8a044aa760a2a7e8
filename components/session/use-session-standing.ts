'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { SeatedStanding } from '@/lib/access/sessions';
import type { Standing } from '@/lib/access/standing';

const POLL_MS = 5_000;
const OPEN: Standing = { state: 'open', locksInMs: Infinity, endsInMs: Infinity };

/** How the session of this browser stands; null when nobody answers. */
export async function askStanding(): Promise<SeatedStanding | null> {
  const answer = await fetch('/api/session', { cache: 'no-store' }).catch(() => null); // the network is away: the next poll asks again, and nothing typed is lost meanwhile
  const said = (await answer?.json().catch(() => null)) as SeatedStanding | { state: 'unknown' } | null | undefined;
  return said === null || said === undefined || said.state === 'unknown' ? null : said;
}

/** A page that was opened by one person is not another's, whoever has signed in in this browser since. */
const seenBy = (said: SeatedStanding, personId: string): Standing => (said.person === undefined || said.person === personId ? said : { state: 'signed_out', because: 'somebody_else' });

/** How the session stands, asked every few seconds; a poll never keeps it alive. `again` asks at once. */
export function useSessionStanding(personId: string): { standing: Standing; opened: () => void; again: () => void } {
  const [standing, setStanding] = useState<Standing>(OPEN);
  const again = useCallback(() => void askStanding().then((said) => said && setStanding(seenBy(said, personId))), [personId]);
  useEffect(() => {
    const locked = () => setStanding({ state: 'locked', locksInMs: 0, endsInMs: Infinity });
    const ended = () => {
      setStanding({ state: 'signed_out', because: null });
      again();
    };
    const timer = setInterval(again, POLL_MS);
    window.addEventListener('focus', again);
    window.addEventListener('session-locked', locked);
    window.addEventListener('session-ended', ended);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', again);
      window.removeEventListener('session-locked', locked);
      window.removeEventListener('session-ended', ended);
    };
  }, [again]);
  // Drafts that met the lock are kept now, wherever it was opened: here, in another window, or by a new session.
  const was = useRef(standing.state);
  useEffect(() => {
    if (was.current !== 'open' && standing.state === 'open') window.dispatchEvent(new Event('session-opened'));
    was.current = standing.state;
  }, [standing.state]);
  return { standing, opened: useCallback(() => setStanding(OPEN), []), again };
}

const WAITING_MS = 1_000;

/** Waits for another session than `before` to be open in this browser; null waits for none. */
export function useNewSession(before: string | null, then: () => void): void {
  const call = useRef(then);
  useEffect(() => void (call.current = then), [then]);
  useEffect(() => {
    if (before === null) return;
    const timer = setInterval(() => void askStanding().then((said) => said?.state === 'open' && said.session !== before && call.current()), WAITING_MS);
    return () => clearInterval(timer);
  }, [before]);
}
