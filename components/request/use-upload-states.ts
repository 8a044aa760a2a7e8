'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import { paths } from '@/lib/paths';

const stateSchema = z.object({ documentId: z.string(), state: z.enum(['checking', 'ready', 'refused']), reason: z.string().nullable() });
const answerSchema = z.object({ ok: z.literal(true), value: z.array(stateSchema) });
export type UploadStates = Readonly<Record<string, z.output<typeof stateSchema> | undefined>>;

const POLL_MS = 2_000;
/** Longer than a check takes while all is well; whoever waits longer is told by letter. */
const MOST_POLLS = 45;

/** What became of the files that have arrived: asked until each can be read, or cannot. */
export function useUploadStates(ids: readonly string[]): UploadStates {
  const [states, setStates] = useState<UploadStates>({});
  const asked = ids.join(' ');
  useEffect(() => {
    let left = asked === '' ? 0 : MOST_POLLS;
    const ask = async (): Promise<void> => {
      if (left <= 0 || document.hidden) return;
      left -= 1;
      const answer = answerSchema.safeParse(await (await fetch(paths.upload, { cache: 'no-store' })).json());
      if (!answer.success) return;
      setStates(Object.fromEntries(answer.data.value.map((one) => [one.documentId, one])));
      if (answer.data.value.every(({ state }) => state !== 'checking')) left = 0;
    };
    const timer = setInterval(() => void ask().catch(() => undefined), POLL_MS); // the network is away: the next poll asks again
    return () => clearInterval(timer);
  }, [asked]);
  return states;
}
