import type { ReactNode } from 'react';
import { MainPane, PageHead } from '@/components/shell/page-frame';
import type { Rows } from '@/components/shell/preferences';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { BulkActionId } from '@/lib/cases/bulk';
import { QUEUE_PAGE, type QueuePage } from '@/lib/cases/queries/queue';
import type { Count } from '@/lib/cases/queries/queue-counts';
import type { Colleague, SavedView } from '@/lib/cases/queries/saved-views';
import { EMPTY_WORDS, ORDER_WORDS, VIEW_NOTES, VIEW_WORDS } from '@/lib/cases/queue-labels';
import { changed, NO_FILTERS, queueParams, queueQuery, type QueueColumn, type QueueState } from '@/lib/cases/views';
import { paths } from '@/lib/paths';
import { queueColumns, shownCells } from './queue-columns';
import { ColumnsMenu, RowsSwitch } from './queue-display';
import { QueueFilters } from './queue-filters';
import { countWords, QueueFoot } from './queue-foot';
import { queueLine } from './queue-line';
import { Arrivals } from './queue-pulse';
import { QueueTable } from './queue-table';
import { TakeNext } from './take-next';

type Props = {
  state: QueueState;
  ignored: readonly string[];
  page: QueuePage;
  /** Whether any filter is on. */
  filtered: boolean;
  /** How many the view has without filters; null where nobody counts (history). */
  inView: Count | null;
  /** How many it has with them. */
  total: Count | null;
  saved: readonly SavedView[];
  colleagues: readonly Colleague[];
  me: string;
  may: { takeNext: boolean; note: boolean; bulk: readonly BulkActionId[] };
  rows: Rows;
  hidden: readonly QueueColumn[];
};

/** `71 of 96 cases, oldest promise first`. */
function aboutWords({ state, inView, total }: Props): string {
  const order = ORDER_WORDS[state.order][state.descending ? 'down' : 'up'];
  const note = VIEW_NOTES[state.view];
  const whole = inView && `${countWords(inView)} ${inView.count === 1 ? 'case' : 'cases'}`;
  const many = total === null ? whole : whole === null ? `${countWords(total)} cases` : `${countWords(total)} of ${whole}`;
  return [many, order, note].filter(Boolean).join(', ');
}

function Empty({ state, filtered }: Props): ReactNode {
  const { title, next } = EMPTY_WORDS[state.view];
  if (!filtered && state.place === null) return <EmptyState title={title}>{next}</EmptyState>;
  const here = state.place !== null;
  return (
    <EmptyState title={here ? 'Nothing further on' : 'No case matches these filters'}>
      <TextLink href={paths.queueAt(queueParams(changed(state, here ? {} : NO_FILTERS)))}>{here ? 'To the first page' : 'Clear'}</TextLink>
    </EmptyState>
  );
}

/** Only names that could be ours are repeated; an address can hold anything. */
const ignoredWords = (names: readonly string[]): string => [...new Set(names.map((name) => (/^[a-z]{1,12}$/.test(name) ? name : 'something else')))].join(', ');

/** A view of the queue: head, filters, rows. */
export function QueueBody(props: Props) {
  const { state, ignored, page, total, inView, saved, colleagues, me, may, rows, hidden } = props;
  const cells = shownCells(hidden);
  const lines = page.rows.map((row) => queueLine({ row, today: page.today, me }, cells));
  return (
    <MainPane className="scroll-pt-9 scroll-pb-36">
      <div className="flex min-h-full flex-col">
        <PageHead title={VIEW_WORDS[state.view]} about={aboutWords(props)}>
          <RowsSwitch rows={rows} />
          <ColumnsMenu state={state} hidden={hidden} />
          {may.takeNext && <TakeNext />}
        </PageHead>
        <QueueFilters state={state} colleagues={colleagues} saved={saved} today={page.today} />
        {ignored.length > 0 && (
          <div className="px-4 pb-2">
            <Notice kind="warn" title={`The link said something this page does not know: ${ignoredWords(ignored)}. It is shown without it.`} />
          </div>
        )}
        <Arrivals href={paths.queueAt(queueParams(changed(state, {})))} />
        {lines.length === 0 ? (
          <Empty {...props} />
        ) : (
          <QueueTable
            key={`${queueQuery(state)} ${state.place?.keys.join('.') ?? ''}`}
            label={VIEW_WORDS[state.view]}
            columns={queueColumns(state, cells)}
            {...{ lines, colleagues, today: page.today, density: rows, actions: state.view === 'closed' ? [] : may.bulk, mayNote: may.note }}
            foot={<QueueFoot state={state} page={page} total={total ?? inView} size={QUEUE_PAGE} />}
          />
        )}
      </div>
    </MainPane>
  );
}
