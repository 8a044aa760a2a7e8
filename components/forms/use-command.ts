'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useCallback, useRef, useState } from 'react';
import type { Commands } from '@/lib/commands';
import type { Problem, Refused } from '@/lib/platform/outcome';
import { post } from './command-request';

type Name = keyof Commands & string;
type OutcomeOf<N extends Name> = Commands[N]['outcome'] | Refused;

export type CommandState = {
  busy: boolean;
  problems: readonly Problem[];
  /** Why the last attempt was refused: a room's code, or `conflict`, `unavailable`, `session_locked`, … */
  reason: string | null;
};

const QUIET: CommandState = { busy: false, problems: [], reason: null };

/**
 * The one way from the browser to a write. A key stands for one intent: the same body sent again
 * keeps it, so a retry after a lost answer cannot act twice; another body, or a new submit after
 * a success, gets its own.
 */
export function useCommand<N extends Name>(name: N, { quiet = false }: { /** The page stays as it is after a success. */ quiet?: boolean } = {}) {
  const router = useRouter();
  const intent = useRef<{ body: string; key: string } | null>(null);
  const [state, setState] = useState<CommandState>(QUIET);

  const run = useCallback(
    async (input: Commands[N]['input']): Promise<OutcomeOf<N>> => {
      const body = JSON.stringify(input);
      if (intent.current?.body !== body) intent.current = { body, key: crypto.randomUUID() };
      setState({ ...QUIET, busy: true });
      const outcome = (await post(`/api/commands/${name}`, body, { key: intent.current.key })) as OutcomeOf<N>;
      if (outcome.ok) {
        intent.current = null;
        setState(QUIET);
        if (!quiet) startTransition(() => router.refresh());
      } else {
        setState({ busy: false, problems: outcome.problems, reason: outcome.reason });
      }
      return outcome;
    },
    [name, quiet, router],
  );

  const reset = useCallback(() => setState(QUIET), []);
  return { run, reset, ...state };
}
