import { StepsRail, type RailStep } from '@/components/shell/steps-rail';
import { TextLink } from '@/components/ui/link';
import type { CaseView } from '@/lib/cases/queries/case';
import { STEP_WORDS } from '@/lib/cases/labels';
import { STEPS, type Step } from '@/lib/cases/types';
import { documentWords } from '@/lib/cases/words';
import { paths } from '@/lib/paths';

export type CaseDocument = CaseView['submission']['documents'][number];

/** The review that stands for this case; a sibling's case has its own. */
export const reviewOf = (document: CaseDocument, caseId: string) => document.reviews.find((review) => review.caseId === caseId);

function documentState(document: CaseDocument, caseId: string): string {
  const review = reviewOf(document, caseId);
  if (review !== undefined) return review.decision === 'accepted' ? `Accepted by ${review.by.name}` : `Returned by ${review.by.name}`;
  if (document.state === 'ready') return 'To review';
  return document.state === 'refused' ? 'Refused file' : 'Being checked';
}

const count = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`;

/** One line for each step: what was decided, or what is missing. */
function notes(found: CaseView): Partial<Record<Step, { done: boolean; words: string }>> {
  const { documents } = found.submission;
  const open = documents.filter((document) => document.state === 'ready' && reviewOf(document, found.id) === undefined).length;
  const linked = found.patientId !== null;
  const asked = found.state === 'needs_second_review';
  return {
    identity: { done: open === 0 && documents.length > 0, words: open > 0 ? `Missing: review ${count(open, 'document', 'documents')}` : documents.length === 0 ? 'No documents were sent' : 'Every document reviewed' },
    match: { done: linked, words: linked ? 'Linked to a patient' : 'Missing: choose a patient' },
    correct: { done: false, words: asked ? 'A second person has yet to decide' : linked ? 'Choose values, rehearse the portal' : 'After the match' },
  };
}

function steps(found: CaseView, current: Step): RailStep[] {
  const said = notes(found);
  return STEPS.map((step) => ({
    id: step,
    words: STEP_WORDS[step],
    href: paths.caseStep(found.number, step),
    state: step === current ? 'now' : said[step]?.done === true ? 'done' : 'later',
    note: said[step]?.words,
  }));
}

/** The documents of the case as links; the one shown is marked. */
export function DocumentLinks({ found, step, current }: { found: CaseView; step: Step; current: string | undefined }) {
  return (
    <ul>
      {found.submission.documents.map((document) => (
        <li key={document.publicId}>
          <TextLink
            href={`${paths.caseStep(found.number, step)}?document=${document.publicId}`}
            bare
            aria-current={document.publicId === current ? 'true' : undefined}
            className={`block px-4 py-1.5 font-medium hover:bg-surface-3 ${document.publicId === current ? 'bg-accent-tint shadow-[inset_3px_0_var(--accent)]' : ''}`}
          >
            {documentWords(document.kind)}
            <span className="block text-small font-normal text-ink-3">{documentState(document, found.id)}</span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

/** Steps of the work, and the documents to look at. */
export function CaseRail({ found, step, current }: { found: CaseView; step: Step; current: string | undefined }) {
  return (
    <StepsRail steps={steps(found, step)}>
      <section aria-labelledby="documents" className="mt-3 border-t pt-3 max-wide:hidden">
        <h2 id="documents" className="mb-1 px-4 text-small font-medium text-ink-3">
          Documents, {found.submission.documents.length}
        </h2>
        <DocumentLinks found={found} step={step} current={current} />
      </section>
    </StepsRail>
  );
}
