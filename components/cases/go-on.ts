import { STEP_WORDS } from '@/lib/cases/labels';
import { stepLines } from '@/lib/cases/readiness';
import { STEPS, type CaseFacts, type Step } from '@/lib/cases/types';
import { paths } from '@/lib/paths';

/** The next step after this one that is asked for: the work goes on there. */
export function goOnFrom(number: number, facts: CaseFacts, from: Step): { words: string; href: string } {
  const after = stepLines(facts).filter(({ step, state }) => STEPS.indexOf(step) > STEPS.indexOf(from) && state !== 'not_asked');
  const next = after.find(({ state }) => state !== 'done')?.step ?? 'send';
  return { words: `Go on to ${STEP_WORDS[next]}`, href: paths.caseStep(number, next) };
}
