'use client';

import { useRef, useState } from 'react';
import { takeLook } from '@/components/forms/take-look';
import type { Choices } from '@/lib/cases/schema';

type State = { passes: boolean; words: string } | 'failed' | null;
export type Rehearsal = { state: State; busy: boolean };

/** Asks the portal's own predicate what it would find; an answer that a later choice has overtaken is dropped. */
export function useRehearsal(caseId: string) {
  const under = useRef<AbortController | null>(null);
  const [rehearsal, setRehearsal] = useState<Rehearsal>({ state: null, busy: false });
  const run = async (patientId: string, choices: Choices): Promise<void> => {
    under.current?.abort();
    const mine = (under.current = new AbortController());
    setRehearsal(({ state }) => ({ state, busy: true }));
    const outcome = await takeLook('case.rehearse', { caseId, patientId, choices }, mine.signal);
    if (under.current !== mine) return;
    setRehearsal({ busy: false, state: outcome.ok ? { passes: outcome.value.passes, words: outcome.value.words } : 'failed' });
  };
  const forget = (): void => {
    under.current?.abort();
    under.current = null;
    setRehearsal({ state: null, busy: false });
  };
  return { rehearsal, run, forget };
}
