import type { ReactNode } from 'react';
import { TextLink } from '../ui/link';
import { FindBox } from './find-box';
import { NavLinks, type NavItem } from './nav-links';

type Props = {
  home: string;
  /** What this role may open. */
  nav: readonly NavItem[];
  /** `Tue Nov 24, 10:48 AM`, in the office's zone. */
  now: ReactNode;
  person: { name: string; role: string };
  /** In place of the person's name: a menu of their own. */
  menu?: ReactNode;
  /** The button that locks the screen. */
  lock: ReactNode;
  /** Links to what waits for this person, while something does: notes that call them, openings to review. */
  waiting?: ReactNode;
};

/** Brand, pages, the find box, the time, who is signed in, and the lock. */
export function TopBar({ home, nav, now, person, menu, lock, waiting }: Props) {
  return (
    <header data-bar className="flex min-h-bar-top flex-none flex-wrap items-stretch border-b border-line-strong bg-surface pl-4">
      <TextLink href={home} bare className="flex min-h-[calc(var(--bar-top)-1px)] items-center gap-[9px] pr-4 text-section font-semibold whitespace-nowrap lg:w-[calc(var(--rail)-16px)] lg:pr-0">
        <span aria-hidden="true" className="block h-3.5 w-[9px] border-[1.5px] border-t-4 border-ink" />
        Record Desk
      </TextLink>
      <NavLinks items={nav} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1 pr-4 text-ink-2 lg:ml-auto">
        <FindBox />
        <span className="hidden wide:inline">{now}</span>
        {menu ?? (
          <span>
            <b className="font-medium text-ink">{person.name}</b>, {person.role}
          </span>
        )}
        {waiting}
        {lock}
      </div>
    </header>
  );
}
