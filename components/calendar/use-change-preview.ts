'use client';

import { useCallback, useRef, useState } from 'react';
import { takeLook } from '@/components/forms/take-look';
import type { ClosurePreview } from '@/lib/cases/queries/closure-preview';
import type { Problem } from '@/lib/platform/outcome';
import type { ChangeCause } from '@/lib/policies/promise-moves';

export type Previewed =
  | { readonly kind: 'none' }
  | { readonly kind: 'counting' }
  | { readonly kind: 'counted'; readonly preview: ClosurePreview }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'away' };

/** What a change of the calendar would do, asked as soon as its day is known. The answer to the last question counts. */
export function useChangePreview(cause: ChangeCause) {
  const [previewed, setPreviewed] = useState<Previewed>({ kind: 'none' });
  const asked = useRef<AbortController | null>(null);
  const ask = useCallback(
    async (onDate: string) => {
      asked.current?.abort();
      if (onDate === '') return setPreviewed({ kind: 'none' });
      const { signal } = (asked.current = new AbortController());
      setPreviewed({ kind: 'counting' });
      const outcome = await takeLook('closure.preview', { onDate, cause }, signal);
      if (signal.aborted) return;
      const [problem] = outcome.ok ? [] : outcome.problems;
      setPreviewed(outcome.ok ? { kind: 'counted', preview: outcome.value } : problem === undefined ? { kind: 'away' } : { kind: 'problem', problem });
    },
    [cause],
  );
  return { previewed, ask };
}
