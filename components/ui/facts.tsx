import type { ReactNode } from 'react';
import { classes } from './classes';

export type Fact = { term: ReactNode; value: ReactNode };

/** A definition list: what, and its value. `compact` leaves the hairlines out. */
export function Facts({ facts, compact = false, className }: { facts: readonly Fact[]; compact?: boolean; className?: string }) {
  return (
    <dl className={classes('grid grid-cols-[minmax(96px,auto)_1fr]', !compact && 'border-t border-line-strong', className)}>
      {facts.map(({ term, value }, at) => (
        <div key={at} className={classes('col-span-2 grid grid-cols-subgrid gap-x-4', compact ? 'py-0.5' : 'border-b py-2')}>
          <dt className="text-ink-2">{term}</dt>
          <dd className="min-w-0 font-medium break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
