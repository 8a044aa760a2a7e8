import { CaseFrame } from '@/components/cases/case-frame';
import { RestrictedRecord } from '@/components/restricted/restricted-record';
import { goOnFrom } from '@/components/cases/go-on';
import { reviewOf } from '@/components/cases/case-rail';
import { choicesFrom } from '@/components/match/choices-text';
import { CorrectTask } from '@/components/match/correct-task';
import { SecondReview } from '@/components/match/second-review';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { correctDraft } from '@/lib/cases/drafts';
import type { CaseView } from '@/lib/cases/queries/case';
import { findLinked, listReviews } from '@/lib/cases/queries/match';
import { documentWords } from '@/lib/cases/words';
import { readDraft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import { paths } from '@/lib/paths';
import { openStep, stepTitle, type StepProps } from '../case-step';

export const generateMetadata = (props: StepProps) => stepTitle(props, 'correct');

const acceptedDocuments = (found: CaseView) =>
  found.submission.documents.filter((document) => reviewOf(document, found.id)?.decision === 'accepted').map(({ publicId, kind }) => ({ documentId: publicId, words: documentWords(kind) }));

export default async function CorrectPage(props: StepProps) {
  const { actor, found, asked, gathered, frame, restricted, offBecause } = await openStep(props, 'correct');
  const person = await findLinked(actor, found);
  const supervises = actor.roles.includes('supervisor');
  const [review] = person === null ? [] : await listReviews(found.id);
  const own = review?.requestedById === actor.staffId ? 'You asked for this yourself: another supervisor decides.' : undefined;
  const draft = readDraft(gathered.drafts, caseDraft(found.publicId, 'correct'), correctDraft);
  return (
    <CaseFrame {...frame}>
      {review !== undefined && <SecondReview caseId={found.publicId} asked={review.shown} mayDecide={supervises} offBecause={own} />}
      {person !== null && <CorrectTask key={person.patientId} caseId={found.publicId} person={person} documents={acceptedDocuments(found)} chosen={choicesFrom(asked)} draft={draft} goOn={goOnFrom(found.number, gathered.facts, 'correct')} offBecause={offBecause} />}
      {person === null && found.patientId !== null && <RestrictedRecord {...restricted} />}
      {found.patientId === null && (
        <EmptyState title="Nobody to correct yet">
          <ButtonLink href={paths.caseStep(found.number, 'match')}>Choose a patient first</ButtonLink>
        </EmptyState>
      )}
    </CaseFrame>
  );
}
