import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';
import { VisuallyHidden } from './visually-hidden';

export type Agreement = 'agree' | 'similar' | 'conflict' | 'missing';

// The worse, the heavier the fill, so the marks still rank in greyscale.
const looks: Record<Agreement, { icon: IconName; words: string; mark: string; ink: string }> = {
  agree: { icon: 'equal', words: 'Agrees', mark: 'text-agree-fg bg-agree-fill border-agree-line', ink: 'text-ink-2' },
  similar: { icon: 'similar', words: 'Similar', mark: 'text-similar-fg bg-similar-fill border-similar-line', ink: 'text-similar-fg font-medium' },
  conflict: { icon: 'unequal', words: 'Different', mark: 'text-conflict-fg bg-conflict-fill border-conflict-line', ink: 'text-conflict-ink font-medium' },
  missing: { icon: 'missing', words: 'Missing on one side', mark: 'text-missing-fg border-missing-line border-dashed', ink: 'text-ink-3' },
};

/** How two values agree. The words beside the mark say what differs; without any, the mark speaks for itself. */
export function AgreementMark({ level, children }: { level: Agreement; children?: ReactNode }) {
  const look = looks[level];
  return (
    <span className="inline-flex items-baseline gap-2">
      <span data-shape className={classes('inline-grid size-[18px] flex-none translate-y-[3px] place-items-center rounded-1 border', look.mark)}>
        <Icon name={look.icon} />
      </span>
      {children ? <span className={look.ink}>{children}</span> : <VisuallyHidden>{look.words}</VisuallyHidden>}
    </span>
  );
}
