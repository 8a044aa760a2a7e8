import { goOnFrom } from '@/components/cases/go-on';
import { NotAskedFor } from '@/components/cases/not-asked-for';
import { reviewOf, type CaseDocument } from '@/components/cases/case-rail';
import type { Paper } from '@/components/immunizations/card-fields';
import { CaseFrame } from '@/components/cases/case-frame';
import { RestrictedRecord } from '@/components/restricted/restricted-record';
import { DosesTask } from '@/components/immunizations/doses-task';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { dosesDraft } from '@/lib/cases/drafts';
import type { CaseView } from '@/lib/cases/queries/case';
import { findDoses } from '@/lib/cases/queries/doses';
import { documentWords } from '@/lib/cases/words';
import { readDraft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import { paths } from '@/lib/paths';
import { openStep, stepTitle, type StepProps } from '../case-step';

export const generateMetadata = (props: StepProps) => stepTitle(props, 'doses');

/** The paper to read: the one asked for, else an accepted proof of vaccination, else any proof. */
function paperShown({ id, submission: { documents } }: CaseView, asked: string | undefined): CaseDocument | undefined {
  const proofs = documents.filter(({ kind }) => kind === 'vaccination_proof');
  return documents.find(({ publicId }) => publicId === asked) ?? proofs.find((document) => reviewOf(document, id)?.decision === 'accepted') ?? proofs[0];
}

function evidence(shown: CaseDocument | undefined, caseId: string): Paper | null {
  if (shown === undefined || shown.state !== 'ready' || reviewOf(shown, caseId)?.decision !== 'accepted') return null;
  return { documentId: shown.publicId, words: documentWords(shown.kind), pages: shown.pages.length };
}

export default async function DosesPage(props: StepProps) {
  const { actor, found, asked, gathered, frame, restricted, offBecause } = await openStep(props, 'doses');
  const view = await findDoses(actor, found);
  const shown = paperShown(found, asked.document) ?? frame.shown;
  return (
    <CaseFrame {...frame} grid shown={shown}>
      {!gathered.facts.doses.asked && <NotAskedFor goOn={goOnFrom(found.number, gathered.facts, 'doses')} />}
      {view === null && found.patientId !== null && <RestrictedRecord {...restricted} />}
      {found.patientId === null && (
        <EmptyState title="Nobody to add doses to yet">
          <ButtonLink href={paths.caseStep(found.number, 'match')}>Choose a patient first</ButtonLink>
        </EmptyState>
      )}
      {view !== null && (
        <DosesTask caseId={found.publicId} view={view} today={frame.promised.today} paper={evidence(shown, found.id)} supervises={actor.roles.includes('supervisor')} draft={readDraft(gathered.drafts, caseDraft(found.publicId, 'doses'), dosesDraft)} offBecause={offBecause} />
      )}
    </CaseFrame>
  );
}
