import { Status, type StatusKind } from '@/components/ui/status';
import type { Promised } from '@/lib/policies/promise';

const kinds: Record<Promised['state'], StatusKind> = { overdue: 'overdue', due_today: 'today', later: 'later', stopped: 'waiting' };

/** The promise: word, shape and colour. */
export function Due({ promised }: { promised: Promised }) {
  return <Status kind={kinds[promised.state]}>{promised.words}</Status>;
}
