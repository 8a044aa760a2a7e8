import { closureToldWords } from '@/lib/policies/calendar-labels';
import type { ClosureTold } from '@/lib/policies/closures';

/** The closure that comes next, at the foot of the queue's views. */
export function ClosureNotice({ told }: { told: ClosureTold }) {
  const { head, body } = closureToldWords(told);
  return (
    <>
      <p className="font-semibold text-ink">{head}</p>
      <p>{body}</p>
    </>
  );
}
