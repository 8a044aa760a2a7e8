import { CaseFrame } from '@/components/cases/case-frame';
import { RestrictedRecord } from '@/components/restricted/restricted-record';
import { goOnFrom } from '@/components/cases/go-on';
import { MatchTask } from '@/components/match/match-task';
import { UndoLink } from '@/components/match/undo-link';
import { matchDraft, reasonDraft } from '@/lib/cases/drafts';
import { findLinked, listCandidates } from '@/lib/cases/queries/match';
import { recordInQuestion } from '@/lib/cases/readiness';
import { readDraft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import { openStep, stepTitle, type StepProps } from '../case-step';

export const generateMetadata = (props: StepProps) => stepTitle(props, 'match');

export default async function MatchPage(props: StepProps) {
  const { actor, found, gathered: { facts, drafts }, frame, restricted, offBecause } = await openStep(props, 'match');
  if (found.patientId === null) {
    return (
      <CaseFrame {...frame}>
        <MatchTask caseId={found.publicId} number={found.number} candidates={await listCandidates(actor, found)} draft={readDraft(drafts, caseDraft(found.publicId, 'match'), matchDraft)} inQuestion={recordInQuestion(facts)} goOn={goOnFrom(found.number, facts, 'match').href} restrictedOff={restricted.offBecause} offBecause={offBecause} />
      </CaseFrame>
    );
  }
  const linked = await findLinked(actor, found);
  return (
    <CaseFrame {...frame}>
      {linked === null ? <RestrictedRecord {...restricted} /> : <UndoLink caseId={found.publicId} number={found.number} name={linked.name} draft={readDraft(drafts, caseDraft(found.publicId, 'unlink'), reasonDraft)} offBecause={offBecause} />}
    </CaseFrame>
  );
}
