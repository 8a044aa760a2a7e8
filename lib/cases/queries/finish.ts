/** What finishing means for a case as it stands this moment, and not as a screen last saw it. */
import { z } from 'zod';
import { look } from '@/lib/look';
import { done, refuse } from '@/lib/platform/outcome';
import { caseNumber } from '../schema';
import { asCaseNumber, findFinish } from './case';

/** Asked at the press of `e`: a save of a moment ago, one's own or a colleague's, may not have reached the page yet. */
export const finishNow = look({
  name: 'case.finish',
  input: z.strictObject({ case: caseNumber }),
  unlogged: true,
  run: async (actor, input) => {
    const number = asCaseNumber(input.case);
    const finish = number === null ? null : await findFinish(actor, number);
    return { outcome: finish === null ? refuse('not_found') : done(finish), entries: [] };
  },
});
