import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

export type NoticeKind = 'info' | 'done' | 'warn' | 'error';

const looks: Record<NoticeKind, { icon: IconName; edge: string; ink: string }> = {
  info: { icon: 'info', edge: 'border-l-accent', ink: 'text-accent' },
  done: { icon: 'done', edge: 'border-l-done', ink: 'text-done' },
  warn: { icon: 'ask', edge: 'border-l-today', ink: 'text-today' },
  error: { icon: 'blocked', edge: 'border-l-overdue', ink: 'text-overdue' },
};

type Props = {
  kind?: NoticeKind;
  title: ReactNode;
  children?: ReactNode;
  /** Spoken when it appears: `alert` at once, `status` when there is a pause. Leave out for what was there from the start. */
  live?: 'alert' | 'status';
};

/** Something to know, where it matters. It stays until its cause is gone. */
export function Notice({ kind = 'info', title, children, live }: Props) {
  const { icon, edge, ink } = looks[kind];
  return (
    <div role={live} className={classes('flex gap-2 border border-l-[3px] border-line-strong bg-surface-2 py-2 pr-3 pl-2.5 public:border-y-0 public:border-r-0 public:border-l-[5px] public:py-3', edge)}>
      <Icon name={icon} className={classes('mt-[3px] size-3 public:hidden', ink)} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold public:text-section public:font-bold">{title}</p>
        {children && <div className="mt-1 text-ink-2 public:mt-0 public:text-ink">{children}</div>}
      </div>
    </div>
  );
}
