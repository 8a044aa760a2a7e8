import type { ReactNode } from 'react';

/** Nothing here: says what would be, and what to do next. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="px-4 py-10 text-center">
      <p className="text-section font-semibold">{title}</p>
      {children && <div className="mx-auto mt-1 max-w-[60ch] text-body text-ink-2">{children}</div>}
    </div>
  );
}
