import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/link';
import type { OpeningView } from '@/lib/cases/queries/glass';
import { paths } from '@/lib/paths';
import { ReviewOpening } from './review-opening';

function Review({ opening: { openingId, by, own, review }, mayReview }: { opening: OpeningView; mayReview: boolean }) {
  if (review !== null) {
    return (
      <p>
        <Status kind={review.finding === 'justified' ? 'done' : 'overdue'}>{review.says}</Status> <span className="break-words">“{review.words}”</span> <span className="text-small text-ink-3">{review.by}, {review.at}</span>
      </p>
    );
  }
  if (own) return <p className="text-ink-2">Your own: another supervisor reviews it.</p>;
  return mayReview ? <ReviewOpening openingId={openingId} of={by} /> : <Status kind="waiting">Waits for a supervisor</Status>;
}

/** Who opened which restricted record, why, and what was found of it. Nobody is named but staff. */
export function Openings({ openings, mayReview }: { openings: readonly OpeningView[]; mayReview: boolean }) {
  return (
    <ul className="border-t border-line-strong">
      {openings.map((opening) => (
        <li key={opening.openingId} className="grid gap-x-6 gap-y-2 border-b px-4 py-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <div className="min-w-0">
            <p>
              <b className="font-semibold">{opening.by}</b> opened the record of <TextLink href={paths.case(opening.number)}>C-{opening.number}</TextLink>: {opening.what}
            </p>
            <p className="mt-1">
              {opening.reason}. <span className="break-words">“{opening.words}”</span>
            </p>
            <p className="mt-1 text-small text-ink-3">
              {opening.openedAt}, {opening.stands}
            </p>
          </div>
          <Review opening={opening} mayReview={mayReview} />
        </li>
      ))}
    </ul>
  );
}
