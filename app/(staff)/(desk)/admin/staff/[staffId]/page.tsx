import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SessionList } from '@/components/account/session-list';
import { MainPane, PageFrame, PageHead, Section, SidePane } from '@/components/shell/page-frame';
import { AccountActions } from '@/components/staff/account-actions';
import { AccountFacts } from '@/components/staff/account-facts';
import { RolesForm } from '@/components/staff/roles-form';
import { TextLink } from '@/components/ui/link';
import { rolesInWords } from '@/lib/access/roles';
import { paths } from '@/lib/paths';
import { getStaffPage } from '@/lib/staff/queries';
import { requireStaff } from '../../../../session';

export const metadata: Metadata = { title: 'Account' };

export default async function StaffMemberPage({ params }: { params: Promise<{ staffId: string }> }) {
  const actor = await requireStaff('staff.view');
  const person = await getStaffPage(actor, (await params).staffId);
  if (person === null) notFound();
  const { id, name, version, roles, sessions, isOneself, fromProvider } = person;
  return (
    <PageFrame>
      <MainPane>
        <PageHead title={name} about={rolesInWords(roles)}>
          <TextLink href={paths.staffList}>All staff</TextLink>
        </PageHead>
        <Section title="Account">
          <AccountFacts person={person} />
        </Section>
        <Section title="Signed in now" className="pb-4">
          {sessions.length === 0 ? <p className="text-ink-2">Nowhere.</p> : <SessionList caption={`Sessions of ${name}`} sessions={sessions} command="staff.end_session" />}
        </Section>
      </MainPane>
      <SidePane label="Change this account" className="lg:w-96 lg:flex-none">
        <Section title="What they may do">{isOneself || fromProvider ? <p className="text-ink-2">{isOneself ? 'Nobody changes their own roles.' : 'The identity provider’s groups give the roles, anew at each sign-in.'}</p> : <RolesForm key={version} staff={id} name={name} version={version} roles={roles} />}</Section>
        <Section title="Access" className="mt-4 border-t border-line-strong pb-4">
          <AccountActions person={person} />
        </Section>
      </SidePane>
    </PageFrame>
  );
}
