import { TextLink } from '@/components/ui/link';
import type { Count } from '@/lib/cases/queries/queue-counts';
import type { QueuePage } from '@/lib/cases/queries/queue';
import { changed, queueParams, type QueuePlace, type QueueState } from '@/lib/cases/views';
import { paths } from '@/lib/paths';
import { PageKeys } from './page-keys';

export const countWords = ({ count, capped }: Count): string => `${count}${capped ? '+' : ''}`;

const hrefAt = (state: QueueState, place: QueuePlace): string => paths.queueAt(queueParams(changed(state, { place })));

/** `1 to 19 of 71`; deep inside a long list nobody counts, so it says that instead. */
function placeWords({ rows, before }: QueuePage, total: Count | null): string {
  if (before.capped) return `${rows.length} cases, more than ${before.count} before them`;
  const said = `${before.count + 1} to ${before.count + rows.length}`;
  return total === null ? said : `${said} of ${countWords(total)}`;
}

/** Which rows these are, and the pages before and after. */
export function QueueFoot({ state, page, total, size }: { state: QueueState; page: QueuePage; total: Count | null; size: number }) {
  const left = total === null || total.capped ? size : Math.max(1, Math.min(size, total.count - page.before.count - page.rows.length));
  const [previous, next] = [page.previous && hrefAt(state, page.previous), page.next && hrefAt(state, page.next)];
  return (
    <nav aria-label="Pages" className="ml-auto flex items-center gap-3">
      <span>{placeWords(page, total)}</span>
      {previous && <TextLink href={previous}>Previous {size}</TextLink>}
      {next && <TextLink href={next}>Next {left}</TextLink>}
      <PageKeys previous={previous} next={next} />
    </nav>
  );
}
