import type { ReactNode } from 'react';

/** The foot of a page of work: what is saved and the keys at the left, the buttons at the right, the one that goes on last. */
export function ActionBar({ start, children }: { start?: ReactNode; children: ReactNode }) {
  return (
    <footer data-bar className="flex min-h-bar-action flex-none flex-wrap items-center gap-x-4 gap-y-2 border-t border-line-strong bg-surface px-4 py-1.5">
      {start && <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2 [&>button]:-ml-1">{start}</div>}
      <div className="ml-auto flex flex-wrap items-center justify-end gap-3">{children}</div>
    </footer>
  );
}
