'use client';

import { usePathname } from 'next/navigation';
import { classes } from '../ui/classes';
import { TextLink } from '../ui/link';

export type NavItem = { href: string; words: string; /** Other first segments that belong here, as cases do to the queue. */ also?: readonly string[] };

const begins = (path: string, start: string): boolean => path === start || path.startsWith(`${start}/`);

/** The pages of a role, the present one marked. */
export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname() ?? '';
  const isHere = ({ href, also = [] }: NavItem) => [href.split('?')[0] ?? href, ...also].some((start) => begins(path, start));
  return (
    <nav aria-label="Main" className="flex flex-wrap gap-x-5">
      {items.map((item) => (
        <TextLink
          key={item.href}
          href={item.href}
          bare
          aria-current={isHere(item) ? 'page' : undefined}
          className={classes('block pt-[2px] leading-[39px] font-medium hover:text-ink focus-visible:-outline-offset-2', isHere(item) ? 'border-b-2 border-accent text-ink' : 'pb-[2px] text-ink-2')}
        >
          {item.words}
        </TextLink>
      ))}
    </nav>
  );
}
