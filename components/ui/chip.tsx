import type { ReactNode } from 'react';
import { Icon } from './icon';
import { TextLink } from './link';
import { VisuallyHidden } from './visually-hidden';

/** A filter that is on, with its way out. */
export function FilterChip({ href, remove = 'take this filter off', children }: { href: string; remove?: string; children: ReactNode }) {
  return (
    <TextLink
      href={href}
      bare
      className="inline-flex min-h-6 items-center gap-1.5 rounded-2 border border-accent-line bg-accent-tint px-2 text-small font-medium whitespace-nowrap text-ink"
    >
      {children}
      <VisuallyHidden>, {remove}</VisuallyHidden>
      <Icon name="close" className="size-[9px]" />
    </TextLink>
  );
}
