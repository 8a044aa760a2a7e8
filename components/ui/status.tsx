import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

export type StatusKind = 'overdue' | 'today' | 'later' | 'waiting' | 'done' | 'refused' | 'restricted' | 'ask' | 'blocked';

const looks: Record<StatusKind, { icon: IconName; className: string }> = {
  overdue: { icon: 'overdue', className: 'text-overdue font-semibold' },
  today: { icon: 'today', className: 'text-today font-semibold' },
  later: { icon: 'later', className: 'text-ink-2' },
  waiting: { icon: 'waiting', className: 'text-waiting font-medium' },
  done: { icon: 'done', className: 'text-done font-medium' },
  refused: { icon: 'refused', className: 'text-refused font-medium' },
  restricted: { icon: 'restricted', className: 'text-restricted font-medium' },
  ask: { icon: 'ask', className: 'text-today font-semibold' },
  blocked: { icon: 'blocked', className: 'text-overdue font-semibold' },
};

/** Word, shape and colour together; the words alone must say it all. */
export function Status({ kind, children, className }: { kind: StatusKind; children: ReactNode; className?: string }) {
  const { icon, className: look } = looks[kind];
  return (
    <span className={classes('inline-flex items-baseline gap-1.5', look, className)}>
      <Icon name={icon} className="size-3 translate-y-px self-baseline" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}
