'use client';

import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';

/** Reasons that are given again and again, one key each. What is picked stands in the box and can be changed there. */
export function ReasonPicks({ label, reasons, onPick }: { label: string; reasons: readonly string[]; onPick: (reason: string) => void }) {
  useKeys(reasons.map((reason, at) => ({ keys: String(at + 1), words: reason, group: label, run: () => onPick(reason) })));
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1.5">
      {reasons.map((reason, at) => (
        <Button key={reason} size="small" keyCap={String(at + 1)} onClick={() => onPick(reason)}>
          {reason}
        </Button>
      ))}
    </div>
  );
}
