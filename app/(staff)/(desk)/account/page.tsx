import type { Metadata } from 'next';
import { ChangePassword } from '@/components/account/change-password';
import { NewCodes } from '@/components/account/new-codes';
import { SessionList } from '@/components/account/session-list';
import { MainPane, PageFrame, PageHead, Section, SidePane } from '@/components/shell/page-frame';
import { Facts } from '@/components/ui/facts';
import { rolesInWords } from '@/lib/access/roles';
import { officeTime } from '@/lib/platform/dates';
import { readOwnAccount } from '@/lib/staff/queries';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Your sessions and account' };

export default async function AccountPage() {
  const actor = await requireStaff();
  const { email, passwordAt, hasPassword, codesLeft, sessions } = await readOwnAccount(actor);
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Your sessions and account" about="You can be signed in at two places at once." />
        <Section title="Signed in now">
          <SessionList caption="Your sessions" sessions={sessions} command="session.end" />
          <p className="py-2 text-small text-ink-3">A session you do not know? End it, then change your password. A screen locks after 15 idle minutes and a session ends after 12 hours.</p>
        </Section>
        <Section title="You" className="pb-4">
          <Facts
            facts={[
              { term: 'Name', value: actor.name },
              { term: 'Work e-mail', value: email },
              { term: 'Roles', value: rolesInWords(actor.roles) },
              { term: 'Password', value: hasPassword ? `Chosen ${passwordAt === null ? 'before this was noted' : officeTime(passwordAt)}` : 'Kept by the identity provider' },
            ]}
          />
        </Section>
      </MainPane>
      {hasPassword && (
        <SidePane label="Password and recovery codes" className="lg:w-96 lg:flex-none">
          <Section title="Change your password">
            <ChangePassword />
          </Section>
          <Section title="Recovery codes" className="mt-4 border-t border-line-strong pb-4">
            <NewCodes left={codesLeft} />
          </Section>
        </SidePane>
      )}
    </PageFrame>
  );
}
