import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

export type TagKind = 'plain' | 'overdue' | 'today' | 'waiting' | 'done' | 'refused' | 'restricted';

const looks: Record<TagKind, string> = {
  plain: 'bg-surface-3 text-ink-2',
  overdue: 'bg-overdue-bg text-overdue',
  today: 'bg-today-bg text-today',
  waiting: 'bg-waiting-bg text-waiting',
  done: 'bg-done-bg text-done',
  refused: 'bg-refused-bg text-refused',
  restricted: 'bg-restricted-bg text-restricted',
};

/** A short word on a tint. */
export function Tag({ kind = 'plain', icon, children }: { kind?: TagKind; icon?: IconName; children: ReactNode }) {
  return (
    <span data-shape className={classes('inline-flex h-5 items-center gap-1.5 rounded-1 px-1.5 text-small font-medium whitespace-nowrap', looks[kind])}>
      {icon && <Icon name={icon} className="size-2.5" />}
      {children}
    </span>
  );
}
