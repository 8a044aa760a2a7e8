import { StepsRail, type RailStep } from '@/components/shell/steps-rail';
import { TextLink } from '@/components/ui/link';
import type { CaseView, Sibling } from '@/lib/cases/queries/case';
import { STEP_WORDS } from '@/lib/cases/labels';
import { stepLines, type StepLine } from '@/lib/cases/readiness';
import type { CaseFacts, CaseStepName } from '@/lib/cases/types';
import { documentWords } from '@/lib/cases/words';
import { KindPicture } from '@/components/documents/kind-picture';
import { asDocumentKind, type ReviewFacts } from '@/lib/documents/checklists';
import { JUDGED_WORDS } from '@/lib/documents/labels';
import { paths } from '@/lib/paths';
import { CameIn } from './came-in';
import { LiveNote } from './foot';
import { mendHref } from './mend-href';
import { MendLink } from './mend-link';

export type CaseDocument = CaseView['submission']['documents'][number];

/** The review that stands for this case; a sibling's case has its own. */
export const reviewOf = (document: CaseDocument, caseId: string) => document.reviews.find((review) => review.caseId === caseId);

/** What was said of a paper in the case of a brother or sister: whose it is, so that nobody takes it for this child's. */
function elsewhere({ reviews }: CaseDocument): string | null {
  const [review] = reviews;
  if (review === undefined) return null;
  const { holder } = review.facts as ReviewFacts;
  return `To review here. ${review.decision === 'accepted' ? 'Accepted' : 'Returned'} in C-${review.case.number}, ${holder === 'subject' ? 'for that child' : 'for who asks'}`;
}

function documentState(document: CaseDocument, caseId: string): string {
  const review = reviewOf(document, caseId);
  if (document.destroyedAt !== null) return 'Destroyed: its time was over';
  if (review !== undefined) return `${JUDGED_WORDS[review.decision]} by ${review.by.name}`;
  if (document.state === 'ready') return elsewhere(document) ?? 'To review';
  return document.state === 'refused' ? 'Refused file' : 'Being checked';
}

/** Whose paper it is, where the request names several people: told by the link it came by, or by who judged it. */
function whose(document: CaseDocument, found: CaseView): string | null {
  if (found.submission.cases.length < 2) return null;
  const holder = (reviewOf(document, found.id)?.facts as ReviewFacts | undefined)?.holder;
  if (holder === 'requester') return 'Of who asks';
  if (document.subjectId === null) return holder === 'subject' ? `For ${found.subject.given}` : null;
  return document.subjectId === found.subjectId ? `For ${found.subject.given}` : 'For another person of this request';
}

/** A rail is narrow: what is missing beyond this stands on the step itself. */
const MOST_SAID = 3;
const small = (words: string): string => (/^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words);

/** What a step still lacks, each a link to where it is mended; a finished step says in one line what was decided. */
function StepNote({ found, line }: { found: CaseView; line: StepLine }) {
  if (line.lacks.length === 0) return line.words;
  const more = line.lacks.length - MOST_SAID;
  return (
    <>
      Missing:{' '}
      {line.lacks.slice(0, MOST_SAID).map((lack, at) => (
        <span key={`${lack.code} ${lack.field ?? ''}`}>
          {at > 0 && ', '}
          <MendLink href={mendHref(found, lack)}>{small(lack.words)}</MendLink>
        </span>
      ))}
      {more > 0 && `, and ${more} more`}
    </>
  );
}

function noteOf(found: CaseView, line: StepLine, present: boolean) {
  const note = <StepNote found={found} line={line} />;
  return present ? <LiveNote>{note}</LiveNote> : note;
}

function steps(found: CaseView, facts: CaseFacts, current: CaseStepName): RailStep[] {
  const closed = found.state === 'closed';
  return stepLines(facts).map((line) => ({
    id: line.step,
    words: STEP_WORDS[line.step],
    href: paths.caseStep(found.number, line.step),
    state: line.step === current ? 'now' : line.state === 'now' ? 'later' : line.state,
    note: closed && line.lacks.length > 0 ? undefined : noteOf(found, line, line.step === current),
  }));
}

/** The documents of the case as links; the one shown is marked. */
export function DocumentLinks({ found, step, current }: { found: CaseView; step: CaseStepName; current: string | undefined }) {
  return (
    <ul>
      {found.submission.documents.map((document) => (
        <li key={document.publicId}>
          <TextLink
            href={`${paths.caseStep(found.number, step)}?document=${document.publicId}`}
            bare
            aria-current={document.publicId === current ? 'true' : undefined}
            className={`flex items-start gap-2.5 px-4 py-1.5 font-medium hover:bg-surface-3 ${document.publicId === current ? 'bg-accent-tint shadow-[inset_3px_0_var(--accent)]' : ''}`}
          >
            <KindPicture kind={asDocumentKind(document.kind)} />
            <span className="min-w-0">
              {documentWords(document.kind)}
              <span className="block text-small font-normal text-ink-3">{[whose(document, found), documentState(document, found.id)].filter(Boolean).join('. ')}</span>
            </span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

/** Steps of the work, the documents to look at, how it all came in, and the way to its history. */
export function CaseRail({ found, facts, step, current, pauses, siblings }: { found: CaseView; facts: CaseFacts; step: CaseStepName; current: string | undefined; pauses: readonly string[]; siblings: readonly Sibling[] }) {
  return (
    <StepsRail steps={steps(found, facts, step)}>
      <section aria-labelledby="documents" className="mt-3 border-t pt-3 max-wide:hidden">
        <h2 id="documents" className="mb-1 px-4 text-small font-medium text-ink-3">
          Documents, {found.submission.documents.length}
        </h2>
        <DocumentLinks found={found} step={step} current={current} />
      </section>
      <CameIn found={found} pauses={pauses} siblings={siblings} />
    </StepsRail>
  );
}
