import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';
import { VisuallyHidden } from './visually-hidden';

export type BadgeState = 'accepted' | 'to_review' | 'returned' | 'asked';

const looks: Record<BadgeState, { icon?: IconName; words: string; className: string; iconClass?: string }> = {
  accepted: { icon: 'done', words: 'accepted', className: 'border-line-strong text-ink-2 bg-surface', iconClass: 'text-done' },
  to_review: { icon: 'dot', words: 'to review', className: 'border-ctl-line text-ink bg-surface' },
  returned: { icon: 'close', words: 'returned', className: 'border-line-strong text-ink-2 bg-surface' },
  asked: { words: 'asked for, not here yet', className: 'border-dashed border-ctl-line text-ink-3' },
};

/** What stands with one paper: tick accepted, dot to review, cross returned, dashed asked for. */
export function DocumentBadge({ state, children }: { state: BadgeState; children: ReactNode }) {
  const look = looks[state];
  return (
    <span className={classes('mr-1 inline-flex h-5 items-center gap-1 rounded-1 border px-[5px] text-small font-medium whitespace-nowrap', look.className)}>
      {look.icon && <Icon name={look.icon} className={classes('size-2.5', look.iconClass)} />}
      {children}
      <VisuallyHidden>, {look.words}</VisuallyHidden>
    </span>
  );
}
