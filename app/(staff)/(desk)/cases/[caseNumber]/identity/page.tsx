import { goOnFrom } from '@/components/cases/go-on';
import { CaseFrame } from '@/components/cases/case-frame';
import { RestrictedRecord } from '@/components/restricted/restricted-record';
import { IdentityTask } from '@/components/cases/identity-task';
import { reviewFormDraft } from '@/lib/cases/drafts';
import { can } from '@/lib/access/actor';
import { findAsking } from '@/lib/cases/queries/asking';
import { readDraft } from '@/lib/drafts/rules';
import { reviewDraft } from '@/lib/drafts/schema';
import { openStep, stepTitle, type StepProps } from '../case-step';

export const generateMetadata = (props: StepProps) => stepTitle(props, 'identity');

export default async function IdentityPage(props: StepProps) {
  const { actor, found, gathered, frame, mine, restricted, offBecause } = await openStep(props, 'identity');
  const asking = await findAsking(actor, found, gathered.facts);
  const draft = frame.shown === undefined ? null : readDraft(gathered.drafts, reviewDraft(found.publicId, frame.shown.publicId), reviewFormDraft);
  return (
    <CaseFrame {...frame}>
      {found.withheld ? <RestrictedRecord {...restricted} /> : <IdentityTask found={found} maySuspect={can(actor, 'document.suspect')} authority={gathered.facts.authority} asking={asking} notMine={mine ? undefined : 'Assign the case to yourself first.'} shown={frame.shown} today={frame.promised.today} draft={draft} goOn={goOnFrom(found.number, gathered.facts, 'identity')} offBecause={offBecause} />}
    </CaseFrame>
  );
}
