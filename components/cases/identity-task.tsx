import { AskAgain, Asked } from '@/components/review/ask-again';
import { AuthorityLine } from '@/components/review/authority-line';
import { DocumentReview, type Asking as WhoAsks } from '@/components/review/document-review';
import { Suspect } from '@/components/review/suspect';
import { TakeOver } from '@/components/review/take-over';
import { Section } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { ButtonLink } from '@/components/ui/button';
import type { ReviewFormDraft } from '@/lib/cases/drafts';
import type { Asking } from '@/lib/cases/queries/asking';
import type { CaseView } from '@/lib/cases/queries/case';
import type { CaseFacts } from '@/lib/cases/types';
import { relationWords } from '@/lib/cases/words';
import type { Draft } from '@/lib/drafts/rules';
import { asDocumentKind, type ChecklistItem, type ReviewFacts } from '@/lib/documents/checklists';
import { CHECKLIST_WORDS, DOCUMENT_KIND_WORDS, JUDGED_WORDS } from '@/lib/documents/labels';
import { servesHousehold } from '@/lib/documents/rules';
import { findReason } from '@/lib/documents/reasons';
import { paths } from '@/lib/paths';
import { officeDate, staffDate, type CalendarDate } from '@/lib/platform/dates';
import { DocumentLinks, reviewOf, type CaseDocument } from './case-rail';
import { Submitted } from './submitted';

/** What was decided about the document so far; reviewing again supersedes it. */
function Standing({ document, caseId }: { document: CaseDocument; caseId: string }) {
  const review = reviewOf(document, caseId);
  if (review === undefined) return null;
  const reasons = review.reasons.map((code) => findReason(code)?.en.wrong ?? code);
  const ticked = Object.entries(review.ticks as Partial<Record<ChecklistItem, boolean>>).filter(([, set]) => set);
  const said = ticked.map(([item]) => CHECKLIST_WORDS[item as ChecklistItem]).join(', ');
  return (
    <Notice kind={review.decision === 'accepted' ? 'done' : 'warn'} title={`${JUDGED_WORDS[review.decision]} by ${review.by.name}`}>
      {reasons.length > 0 ? reasons.join(' ') : said}
    </Notice>
  );
}

type Props = { found: CaseView; authority: CaseFacts['authority']; asking: Asking; /** Why the open question cannot be taken back by this person. */ notMine: string | undefined; maySuspect: boolean; shown: CaseDocument | undefined; today: CalendarDate; draft: Draft<ReviewFormDraft> | null; /** Where the work goes on. */ goOn: { words: string; href: string }; offBecause: string | undefined };

/** The next document that nobody has judged for this case, else the next step. */
function nextHref(found: CaseView, shown: CaseDocument, goOn: string): string {
  const next = found.submission.documents.find((document) => document !== shown && document.state === 'ready' && reviewOf(document, found.id) === undefined);
  return next === undefined ? goOn : `${paths.caseStep(found.number, 'identity')}?document=${next.publicId}`;
}

/** Who accepted this ID for a brother or sister, where it may serve here as well. */
function acceptedElsewhere(found: CaseView, { kind, reviews, submissionId }: CaseDocument, today: CalendarDate): string | null {
  // A paper of a joined request is judged anew: who sent it need not be the same person.
  if (submissionId !== found.submissionId) return null;
  const facts = (review: CaseDocument['reviews'][number]) => ({ ...review, holder: (review.facts as ReviewFacts).holder });
  const review = reviews.find((one) => one.caseId !== found.id && servesHousehold(asDocumentKind(kind), facts(one), today));
  return review === undefined ? null : `accepted by ${review.by.name} in C-${review.case.number}, on ${staffDate(officeDate(review.at))}`;
}

/** A parent, guardian or agent shows an ID of their own. */
function askingOf({ subject, submission }: CaseView): WhoAsks {
  if (submission.relation === 'self') return null;
  return { requester: `${submission.requesterGiven} ${submission.requesterFamily}`, relation: relationWords(submission.relation), subject: `${subject.given} ${subject.family}` };
}

/** The document in view is judged: ticks, its last day, accepted or returned. */
function Review({ found, shown, today, draft, goOn, offBecause }: Pick<Props, 'found' | 'shown' | 'today' | 'draft' | 'goOn' | 'offBecause'>) {
  if (shown === undefined) return <EmptyState title="No documents">Nothing was sent with this request.</EmptyState>;
  const kind = asDocumentKind(shown.kind);
  const title = DOCUMENT_KIND_WORDS[kind].full;
  const accepted = shown.state === 'ready' && reviewOf(shown, found.id) === undefined ? acceptedElsewhere(found, shown, today) : null;
  return (
    <Section title={`Review: ${title}`} className="pb-3">
      <div className="mb-3 empty:hidden">
        <Standing document={shown} caseId={found.id} />
      </div>
      {accepted !== null && <TakeOver caseId={found.publicId} documentId={shown.publicId} title={title} accepted={accepted} offBecause={offBecause} />}
      {shown.state === 'ready' ? (
        <DocumentReview key={shown.publicId} asking={askingOf(found)} caseId={found.publicId} documentId={shown.publicId} kind={kind} title={title} today={today} nextHref={nextHref(found, shown, goOn.href)} draft={draft} offBecause={offBecause} />
      ) : (
        <EmptyState title="Nothing to look at yet">The image must be made safe before anybody can judge it.</EmptyState>
      )}
    </Section>
  );
}

/** Identity and authority: who asks, and the papers that show it. */
export function IdentityTask(props: Props) {
  const { found, shown, goOn, authority, asking, notMine, maySuspect } = props;
  const { documents } = found.submission;
  const done = documents.every((document) => reviewOf(document, found.id) !== undefined);
  return (
    <>
      <Section title="May they have it?" className="pb-2">
        <AuthorityLine authority={authority} />
      </Section>
      <Review {...props} />
      {asking.open !== null && (
        <div className="px-4 py-2">
          <Asked caseId={found.publicId} open={asking.open} offBecause={notMine} />
        </div>
      )}
      {asking.open === null && asking.returned.length + asking.missing.length > 0 && (
        <Section title="Ask the requester" className="pb-3">
          <AskAgain key={asking.missing.map(({ kind }) => kind).join(' ')} caseId={found.publicId} asking={asking} offBecause={props.offBecause} />
        </Section>
      )}
      {maySuspect && shown?.state === 'ready' && found.state !== 'closed' && (
        <div className="px-4 py-2">
          <Suspect key={shown.publicId} caseId={found.publicId} documentId={shown.publicId} />
        </div>
      )}
      {documents.length > 1 && (
        <Section title="All documents" className="wide:hidden">
          <DocumentLinks found={found} step="identity" current={shown?.publicId} />
        </Section>
      )}
      {done && (
        <div className="px-4 py-2 text-right">
          <ButtonLink href={goOn.href}>{goOn.words}</ButtonLink>
        </div>
      )}
      <Submitted found={found} />
    </>
  );
}
