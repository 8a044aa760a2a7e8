import { CaseFrame } from '@/components/cases/case-frame';
import { CloseCase } from '@/components/cases/close-case';
import { SendTask } from '@/components/send/send-task';
import { EmptyState } from '@/components/ui/empty-state';
import { allowedOutcomes } from '@/lib/cases/outcomes';
import { findSend } from '@/lib/cases/queries/send';
import { openStep, stepTitle, type StepProps } from '../case-step';

export const generateMetadata = (props: StepProps) => stepTitle(props, 'send');

export default async function SendPage(props: StepProps) {
  const { actor, found, frame, offBecause } = await openStep(props, 'send');
  const send = await findSend(actor, found);
  const mine = found.claims[0]?.staff.id === actor.staffId;
  const outcomes = allowedOutcomes(found.state, actor.roles).filter((outcome) => outcome !== 'fixed' || send?.owed === true);
  return (
    <CaseFrame {...frame}>
      {send === null ? (
        <EmptyState title="A restricted record">A supervisor works on this case.</EmptyState>
      ) : (
        <SendTask send={send} supervises={actor.roles.includes('supervisor')} mine={mine} closed={found.state === 'closed'} offBecause={offBecause} />
      )}
      {mine && outcomes.length > 0 && <CloseCase caseId={found.publicId} number={found.number} outcomes={outcomes} />}
    </CaseFrame>
  );
}
