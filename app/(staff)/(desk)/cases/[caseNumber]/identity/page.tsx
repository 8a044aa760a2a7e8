import { CaseFrame } from '@/components/cases/case-frame';
import { IdentityTask } from '@/components/cases/identity-task';
import { openStep, stepTitle, type StepProps } from '../case-step';

export const generateMetadata = (props: StepProps) => stepTitle(props, 'identity');

export default async function IdentityPage(props: StepProps) {
  const { found, frame, offBecause } = await openStep(props, 'identity');
  return (
    <CaseFrame {...frame}>
      <IdentityTask found={found} shown={frame.shown} today={frame.promised.today} offBecause={offBecause} />
    </CaseFrame>
  );
}
