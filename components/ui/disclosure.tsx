import type { ReactNode } from 'react';
import { Icon } from './icon';

/** A line that opens. Works without script. */
export function Disclosure({ summary, children, open = false }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details open={open} className="group/open border-t border-line-strong">
      <summary className="flex min-h-[34px] cursor-pointer list-none items-center justify-between gap-2 font-medium public:min-h-11 [&::-webkit-details-marker]:hidden">
        <span>{summary}</span>
        <Icon name="down" className="size-3 text-ink-3 group-open/open:rotate-180" />
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  );
}
