import { EmptyState } from '@/components/ui/empty-state';
import { BreakGlass } from './break-glass';

/** In place of everything that is a restricted person's own. */
export function RestrictedRecord({ caseId, offBecause }: { caseId: string; /** Why this person cannot open it, if so. */ offBecause: string | undefined }) {
  return (
    <EmptyState title="A restricted record">
      <p className="mb-3">Who it is about, their papers and their contacts are not shown. The case itself can be handed on, or wait, as it is.</p>
      <BreakGlass caseId={caseId} offBecause={offBecause} />
    </EmptyState>
  );
}
