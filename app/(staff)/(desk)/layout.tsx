import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { DeskPalette } from '@/components/session/desk-palette';
import { LockButton } from '@/components/session/lock-button';
import { SessionWatch } from '@/components/session/session-watch';
import { SINGLE_KEYS_COOKIE } from '@/components/shell/preferences';
import { StaffFrame } from '@/components/shell/staff-frame';
import { TopBar } from '@/components/shell/top-bar';
import { can, type StaffActor } from '@/lib/access/actor';
import { pages, type PagePath } from '@/lib/access/pages';
import { roleLabels } from '@/lib/access/roles';
import { VIEW_WORDS } from '@/lib/cases/queue-labels';
import { QUEUE_VIEWS } from '@/lib/cases/views';
import { paths } from '@/lib/paths';
import { officeNow } from '@/lib/cases/queries/case';
import { requireStaff } from '../session';

/** The pages of the bar, each behind its own permission. */
const BAR: readonly { href: PagePath; words: string }[] = [
  { href: '/queue', words: 'Queue' },
  { href: '/dispatch', words: 'Print and fax' },
  { href: '/phone', words: 'Phone desk' },
  { href: '/audit', words: 'Audit' },
];

function pagesOf(actor: StaffActor) {
  return BAR.filter(({ href }) => {
    const { permission } = pages[href];
    return permission === null || can(actor, permission);
  });
}

/** The queue's views, so that the palette opens them by name. */
const viewsOf = (actor: StaffActor) => (can(actor, 'queue.view') ? QUEUE_VIEWS.map((view) => ({ id: `view ${view}`, words: `Queue: ${VIEW_WORDS[view]}`, href: paths.queue(view) })) : []);

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff();
  const bar = pagesOf(actor);
  const jar = await cookies();
  return (
    <StaffFrame
      singleKeys={jar.get(SINGLE_KEYS_COOKIE)?.value !== 'off'}
      top={
        <TopBar
          home={bar[0]?.href ?? paths.queue()}
          nav={bar}
          now={officeNow()}
          person={{ name: actor.name, role: actor.roles.map((role) => roleLabels[role]).join(', ') }}
          lock={<LockButton />}
        />
      }
      overlays={
        <>
          <DeskPalette items={[...bar.map(({ href, words }) => ({ id: href, words, href })), ...viewsOf(actor)]} />
          <SessionWatch name={actor.name} signInHref={paths.signIn()} />
        </>
      }
    >
      {children}
    </StaffFrame>
  );
}
