'use client';

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import type { KeptDrafts } from '@/lib/drafts/rules';
import type { DraftState } from './draft-saver';

type Board = { readonly state: DraftState; readonly say: (state: DraftState) => void; readonly kept: KeptDrafts };

const NONE: KeptDrafts = new Map();

const Shared = createContext<Board | null>(null);

/** Where the forms of a page say how their drafts stand, and find what the page came with; `since` is when the newest of them was kept. */
export function DraftBoard({ since, kept = NONE, children }: { since: string | null; kept?: KeptDrafts; children: ReactNode }) {
  const [state, setState] = useState<DraftState>(since === null ? { kind: 'quiet' } : { kind: 'saved', at: since });
  // A trouble stands until something is saved; "saving" flickers otherwise with every word.
  const say = useCallback((next: DraftState) => setState((before) => (next.kind === 'saving' && before.kind !== 'quiet' ? before : next)), []);
  const board = useMemo(() => ({ state, say, kept }), [state, say, kept]);
  return <Shared.Provider value={board}>{children}</Shared.Provider>;
}

const silent = () => undefined;
/** What this person had begun when the page was read. */
export const useKeptDrafts = (): KeptDrafts => useContext(Shared)?.kept ?? NONE;
export const useDraftSay = (): Board['say'] => useContext(Shared)?.say ?? silent;

/** The foot's left end: `Draft saved 10:47:52`, or why not yet. */
export function DraftStatus() {
  const state = useContext(Shared)?.state ?? { kind: 'quiet' };
  return (
    <span role="status" aria-label="Draft" className="empty:absolute">
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
      {state.kind === 'others' && (
        <Status kind="ask">
          Another tab has words here that are not saved.{' '}
          <Button kind="text" size="small" onClick={() => window.location.reload()}>
            Show them
          </Button>
        </Status>
      )}
      {state.kind === 'refused' && <Status kind="blocked">{state.why === 'too_long' ? 'This draft is not kept: too long' : 'This draft is not kept: you have 500 others'}</Status>}
    </span>
  );
}
