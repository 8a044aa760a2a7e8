import { CaseFrame } from '@/components/cases/case-frame';
import { RestrictedRecord } from '@/components/restricted/restricted-record';
import { SendTask } from '@/components/send/send-task';
import { sendDraft } from '@/lib/cases/drafts';
import { findSend } from '@/lib/cases/queries/send';
import { readDraft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import { openStep, stepTitle, type StepProps } from '../case-step';

export const generateMetadata = (props: StepProps) => stepTitle(props, 'send');

export default async function SendPage(props: StepProps) {
  const { actor, found, gathered, frame, mine, restricted, offBecause } = await openStep(props, 'send');
  const send = await findSend(actor, found, gathered);
  const draft = readDraft(gathered.drafts, caseDraft(found.publicId, 'send'), sendDraft);
  return (
    <CaseFrame {...frame}>
      {send === null ? (
        <RestrictedRecord {...restricted} />
      ) : (
        <SendTask send={send} supervises={actor.roles.includes('supervisor')} mine={mine} closed={found.state === 'closed'} draft={draft} offBecause={offBecause} />
      )}
    </CaseFrame>
  );
}
