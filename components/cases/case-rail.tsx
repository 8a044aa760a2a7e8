import { StepsRail, type RailStep } from '@/components/shell/steps-rail';
import { TextLink } from '@/components/ui/link';
import type { CaseView } from '@/lib/cases/queries/case';
import { documentWords } from '@/lib/cases/words';
import { paths } from '@/lib/paths';

type Document = CaseView['submission']['documents'][number];

function documentState(document: Document): string {
  const review = document.reviews[0];
  if (review !== undefined) return review.decision === 'accepted' ? `Accepted by ${review.by.name}` : `Returned by ${review.by.name}`;
  if (document.state === 'ready') return 'To review';
  return document.state === 'refused' ? 'Refused file' : 'Being checked';
}

function steps(found: CaseView): RailStep[] {
  const reviewed = found.submission.documents.every((document) => document.reviews.length > 0);
  return [
    { id: 'identity', words: 'Identity', state: reviewed ? 'done' : 'now', note: reviewed ? 'Every document judged' : 'Missing: judge the documents' },
    { id: 'match', words: 'Match', state: found.patientId !== null ? 'done' : reviewed ? 'now' : 'later' },
    { id: 'correct', words: 'Correct', state: 'later' },
    { id: 'doses', words: 'Doses', state: 'later' },
    { id: 'send', words: 'Send', state: 'later' },
  ];
}

/** Steps of the work, and the documents to look at. */
export function CaseRail({ found, current }: { found: CaseView; current: string | undefined }) {
  return (
    <StepsRail steps={steps(found)}>
      <section aria-labelledby="documents" className="mt-3 border-t pt-3 max-wide:hidden">
        <h2 id="documents" className="mb-1 px-4 text-small font-medium text-ink-3">
          Documents, {found.submission.documents.length}
        </h2>
        <ul>
          {found.submission.documents.map((document) => (
            <li key={document.publicId}>
              <TextLink
                href={`${paths.case(found.number)}?document=${document.publicId}`}
                bare
                aria-current={document.publicId === current ? 'true' : undefined}
                className={`block px-4 py-1.5 font-medium hover:bg-surface-3 ${document.publicId === current ? 'bg-accent-tint shadow-[inset_3px_0_var(--accent)]' : ''}`}
              >
                {documentWords(document.kind)}
                <span className="block text-small font-normal text-ink-3">{documentState(document)}</span>
              </TextLink>
            </li>
          ))}
        </ul>
      </section>
    </StepsRail>
  );
}
