import { cookies } from 'next/headers';
import { Suspense, type ReactNode } from 'react';
import { PageHelpText } from '@/components/help/page-help';
import { FirstDayTour } from '@/components/help/tour';
import { OpenGlassBanner } from '@/components/restricted/open-glass';
import { DeskPalette } from '@/components/session/desk-palette';
import { LockButton } from '@/components/session/lock-button';
import { ProofDialog } from '@/components/session/proof-dialog';
import { SessionWatch } from '@/components/session/session-watch';
import { SignInNotices } from '@/components/session/sign-in-notices';
import { UserMenu } from '@/components/session/user-menu';
import { SINGLE_KEYS_COOKIE } from '@/components/shell/preferences';
import { StaffFrame } from '@/components/shell/staff-frame';
import { TopBar } from '@/components/shell/top-bar';
import { TextLink } from '@/components/ui/link';
import { can, type StaffActor } from '@/lib/access/actor';
import { pages, type PagePath } from '@/lib/access/pages';
import { rolesInWords } from '@/lib/access/roles';
import { VIEW_WORDS } from '@/lib/cases/queue-labels';
import { QUEUE_VIEWS } from '@/lib/cases/views';
import { paths } from '@/lib/paths';
import { officeNow } from '@/lib/cases/queries/case';
import { countToReview, listOpenGlass } from '@/lib/cases/queries/glass';
import { countMentions } from '@/lib/cases/queries/mentions';
import { signInNoticeLine } from '@/lib/staff/labels';
import { listNewTours, listSignInNotices } from '@/lib/staff/queries';
import { requireStaff } from '../session';

type DeskPage = { readonly href: PagePath; readonly words: string; readonly also?: readonly string[] };

/** The pages of the bar, each behind its own permission. */
const BAR: readonly DeskPage[] = [
  { href: '/queue', words: 'Queue', also: ['/cases'] },
  { href: '/scan-in', words: 'Scan in' },
  { href: '/dispatch', words: 'Print and fax' },
  { href: '/phone', words: 'Phone desk' },
  { href: '/calendar', words: 'Calendar' },
  { href: '/audit', words: 'Audit' },
  { href: '/admin/staff', words: 'Staff', also: ['/admin'] },
];

/** What the palette opens besides, each behind its own permission too. */
const BESIDE: readonly DeskPage[] = [
  { href: '/mentions', words: 'Mentions' },
  { href: '/restricted', words: 'Restricted records opened' },
  { href: '/destruction', words: 'Documents to destroy' },
  { href: '/admin/files', words: 'Files that wait' },
  { href: '/admin/permissions', words: 'Who may do what' },
  { href: '/account', words: 'Your sessions and account' },
  { href: '/help', words: 'Help' },
  { href: '/help/how-a-case-moves', words: 'How a case moves' },
];

function pagesOf(actor: StaffActor, list: readonly DeskPage[]): readonly DeskPage[] {
  return list.filter(({ href }) => {
    const { permission } = pages[href];
    return permission === null || can(actor, permission);
  });
}

/** The queue's views, so that the palette opens them by name. */
const viewsOf = (actor: StaffActor) => (can(actor, 'queue.view') ? QUEUE_VIEWS.map((view) => ({ id: `view ${view}`, words: `Queue: ${VIEW_WORDS[view]}`, href: paths.queue(view) })) : []);

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff();
  const bar = pagesOf(actor, BAR);
  const jar = await cookies();
  const [mentions, fresh, openings, open, notices] = await Promise.all([can(actor, 'case.view') ? countMentions(actor) : 0, listNewTours(actor), countToReview(actor), listOpenGlass(actor), listSignInNotices(actor)]);
  const person = { name: actor.name, role: rolesInWords(actor.roles) };
  return (
    <StaffFrame
      singleKeys={jar.get(SINGLE_KEYS_COOKIE)?.value !== 'off'}
      top={
        <TopBar
          home={bar[0]?.href ?? paths.queue()}
          nav={bar}
          now={officeNow()}
          person={person}
          menu={<UserMenu {...person} />}
          lock={<LockButton />}
          waiting={
            <>
              {openings > 0 && <TextLink href={paths.restricted}>{openings === 1 ? '1 opening to review' : `${openings} openings to review`}</TextLink>}
              {mentions > 0 && <TextLink href={paths.mentions}>{mentions === 1 ? '1 mention' : `${mentions} mentions`}</TextLink>}
            </>
          }
        />
      }
      help={<PageHelpText />}
      strip={
        <>
          <OpenGlassBanner open={open} />
          <SignInNotices lines={notices.map(signInNoticeLine)} />
          <Suspense>
            <FirstDayTour fresh={fresh} />
          </Suspense>
        </>
      }
      overlays={
        <>
          <DeskPalette items={[...bar.map(({ href, words }) => ({ id: href, words, href })), ...viewsOf(actor), ...pagesOf(actor, BESIDE).map(({ href, words }) => ({ id: href, words, href }))]} />
          <ProofDialog signsInBy={actor.signsInBy} />
          <SessionWatch person={{ id: actor.publicId, name: actor.name, signsInBy: actor.signsInBy }} signInHref={paths.signIn()} />
        </>
      }
    >
      {children}
    </StaffFrame>
  );
}
