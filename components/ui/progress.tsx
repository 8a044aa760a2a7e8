import type { ReactNode } from 'react';
import { classes } from './classes';

type Props = { label: string; done: number; of: number; children?: ReactNode };

const BAR =
  'block h-3 w-full appearance-none overflow-hidden rounded-1 border border-ctl-line bg-surface [&::-moz-progress-bar]:bg-accent-fill [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:bg-accent-fill';

/** How far a long job is: a bar, with count, percent and time left in words beside it. */
export function Progress({ label, done, of, children }: Props) {
  const percent = of > 0 ? Math.floor((done / of) * 100) : 0;
  return (
    <div>
      <div className="mb-1 flex justify-between gap-3">
        <span className="font-medium">{label}</span>
        <span className="font-medium">{percent}%</span>
      </div>
      <progress aria-label={label} max={of} value={done} className={BAR} />
      {children && <div className="mt-1 flex justify-between gap-3 text-small text-ink-2">{children}</div>}
    </div>
  );
}

/** Passed so far out of the few that are needed, as boxes with the words beside them. */
export function Steps({ done, of, children }: { done: number; of: number; children: ReactNode }) {
  return (
    <div className="flex items-center gap-3 rounded-2 border border-line-strong bg-surface-2 px-3 py-[9px]">
      <span aria-hidden="true" className="flex gap-[3px]">
        {Array.from({ length: of }, (_, at) => (
          <span key={at} data-shape className={classes('block h-2.5 w-[22px] border', at < done ? 'border-done bg-done' : 'border-ctl-line')} />
        ))}
      </span>
      <span>{children}</span>
    </div>
  );
}
