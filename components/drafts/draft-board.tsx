'use client';

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import type { DraftState } from './draft-saver';

type Board = { readonly state: DraftState; readonly say: (state: DraftState) => void };

const Shared = createContext<Board | null>(null);

/** Where the forms of a page say how their drafts stand; `since` is the newest draft the page came with. */
export function DraftBoard({ since, children }: { since: string | null; children: ReactNode }) {
  const [state, setState] = useState<DraftState>(since === null ? { kind: 'quiet' } : { kind: 'saved', at: since });
  // A trouble stands until something is saved; "saving" flickers otherwise with every word.
  const say = useCallback((next: DraftState) => setState((before) => (next.kind === 'saving' && before.kind !== 'quiet' ? before : next)), []);
  const board = useMemo(() => ({ state, say }), [state, say]);
  return <Shared.Provider value={board}>{children}</Shared.Provider>;
}

const silent = () => undefined;
export const useDraftSay = (): Board['say'] => useContext(Shared)?.say ?? silent;

/** The foot's left end: `Draft saved 10:47:52`, or why not yet. */
export function DraftStatus() {
  const state = useContext(Shared)?.state ?? { kind: 'quiet' };
  return (
    <span role="status" aria-label="Draft">
      {state.kind === 'saving' && 'Saving the draft'}
      {state.kind === 'saved' && `Draft saved ${state.at}`}
      {state.kind === 'away' && <Status kind="ask">Not saved yet: no connection, trying again</Status>}
      {state.kind === 'locked' && <Status kind="ask">Not saved yet: it is saved when you are back</Status>}
      {state.kind === 'elsewhere' && (
        <Status kind="blocked">
          Not saved: another tab has other words here.{' '}
          <Button kind="text" size="small" onClick={state.insist}>
            Keep these instead
          </Button>
        </Status>
      )}
      {state.kind === 'refused' && <Status kind="blocked">{state.why === 'too_long' ? 'This draft is not kept: too long' : 'This draft is not kept: you have 500 others'}</Status>}
    </span>
  );
}
