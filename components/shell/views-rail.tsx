import type { ReactNode } from 'react';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { TextLink } from '../ui/link';

export type View = { href: string; words: string; count?: number | string; tone?: 'overdue' | 'today'; current?: boolean };

/** Views of a list with their counts. */
export function ViewsRail({ title, views, small = false }: { title: string; views: readonly View[]; small?: boolean }) {
  return (
    <nav aria-label={title} className="py-1">
      <h2 className="mb-1 px-4 text-small font-medium text-ink-3">{title}</h2>
      <ul>
        {views.map(({ href, words, count, tone, current }) => (
          <li key={href}>
            <TextLink
              href={href}
              bare
              aria-current={current ? 'page' : undefined}
              className={classes('flex items-center justify-between px-4 hover:bg-surface-3 focus-visible:-outline-offset-2', small ? 'h-6 text-ink-2' : 'h-7', current && 'bg-accent-tint font-semibold text-ink shadow-[inset_3px_0_var(--accent)]')}
            >
              {words}
              <span className={classes(tone === 'overdue' && 'font-semibold text-overdue', tone === 'today' && 'font-semibold text-today', !tone && !current && 'text-ink-2')}>
                {tone && <Icon name={tone} className="mr-1.5 size-2.5" />}
                {count}
              </span>
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The column that holds views, filters and a note at its foot. */
export function SideRail({ label, children, foot }: { label: string; children: ReactNode; foot?: ReactNode }) {
  return (
    <aside data-rail="views" aria-label={label} className="flex flex-col gap-1 border-line-strong bg-surface-2 pt-2.5 max-lg:border-b lg:w-rail lg:flex-none lg:border-r desk:overflow-y-auto">
      {children}
      {foot && <div className="mt-auto border-t px-4 pt-2.5 pb-3 text-small text-ink-2">{foot}</div>}
    </aside>
  );
}
