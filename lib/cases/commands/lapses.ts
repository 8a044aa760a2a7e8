import { z } from 'zod';
import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { releaseLapsed } from '../lapses';

/** Each minute: what nobody works on goes back to the queue. */
export const lapseClaims = command({
  name: 'case.lapse_claims',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({}),
  subject: () => ({}),
  run: async ({ tx, now, record }) => {
    const lapsed = await releaseLapsed(tx, now);
    for (const entry of lapsed) record(entry);
    return lapsed.length === 0 ? refuse('nothing_lapsed') : done({ lapsed: lapsed.length });
  },
});
