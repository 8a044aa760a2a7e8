import { AuditDays } from '@/components/audit/audit-days';
import { CaseFrame } from '@/components/cases/case-frame';
import { RestrictedRecord } from '@/components/restricted/restricted-record';
import { Section } from '@/components/shell/page-frame';
import { findHistory } from '@/lib/cases/queries/history';
import { openStep, stepTitle, type StepProps } from '../case-step';

export const generateMetadata = (props: StepProps) => stepTitle(props, 'history');

export default async function HistoryPage(props: StepProps) {
  const { actor, found, frame, restricted } = await openStep(props, 'history');
  const lines = await findHistory(actor, found);
  return (
    <CaseFrame {...frame}>
      <Section title="What happened" aside={lines === null ? undefined : `${lines.length} entries, newest first`} className="pb-2">
        {lines === null && <RestrictedRecord {...restricted} />}
      </Section>
      {lines !== null && <AuditDays lines={lines} />}
    </CaseFrame>
  );
}
