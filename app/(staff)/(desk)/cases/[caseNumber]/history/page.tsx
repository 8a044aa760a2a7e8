import { AuditDays } from '@/components/audit/audit-days';
import { CaseFrame } from '@/components/cases/case-frame';
import { RestrictedRecord } from '@/components/restricted/restricted-record';
import { Section } from '@/components/shell/page-frame';
import { TextLink } from '@/components/ui/link';
import { can } from '@/lib/access/actor';
import { findHistory } from '@/lib/cases/queries/history';
import { paths } from '@/lib/paths';
import { openStep, stepTitle, type StepProps } from '../case-step';

export const generateMetadata = (props: StepProps) => stepTitle(props, 'history');

export default async function HistoryPage(props: StepProps) {
  const { actor, found, frame, restricted } = await openStep(props, 'history');
  const lines = await findHistory(actor, found);
  return (
    <CaseFrame {...frame}>
      <Section title="What happened" aside={lines === null ? undefined : `${lines.length} entries, newest first`} className="pb-2">
        {lines === null && <RestrictedRecord {...restricted} />}
        {found.patient !== null && can(actor, 'audit.view') && (
          <p>
            <TextLink href={paths.auditLooks(found.patient.publicId)}>Who looked at this record</TextLink>
          </p>
        )}
      </Section>
      {lines !== null && <AuditDays lines={lines} />}
    </CaseFrame>
  );
}
