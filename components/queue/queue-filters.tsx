import { FilterChip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/link';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import type { Colleague, SavedView } from '@/lib/cases/queries/saved-views';
import { CHANNEL_WORDS, chipsOf, LANGUAGE_WORDS } from '@/lib/cases/queue-labels';
import { CASE_KIND_WORDS } from '@/lib/cases/labels';
import { ANY_DAY, changed, NO_FILTERS, queueParams, queueQuery, QUEUE_CHANNELS, QUEUE_LANGUAGES, type QueueState } from '@/lib/cases/views';
import { CASE_KINDS } from '@/lib/policies/case-kinds';
import { shortDay } from '@/lib/policies/labels';
import { addDays, type CalendarDate } from '@/lib/platform/dates';
import { paths } from '@/lib/paths';
import { MoreFilters, type DayFilter } from './more-filters';
import { SaveView } from './saved-views';

const to = (state: QueueState, change: Partial<QueueState>): string => paths.queueAt(queueParams(changed(state, change)));
const toggled = <T,>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one]);

const kindEntries = (state: QueueState): MenuEntry[] =>
  CASE_KINDS.map((kind) => ({ id: kind, words: CASE_KIND_WORDS[kind], href: to(state, { kinds: toggled(state.kinds, kind) }), current: state.kinds.includes(kind) }));

const channelEntries = (state: QueueState): MenuEntry[] =>
  QUEUE_CHANNELS.map((channel) => ({ id: channel, words: CHANNEL_WORDS[channel], href: to(state, { channels: toggled(state.channels, channel) }), current: state.channels.includes(channel) }));

function holderEntries(state: QueueState, colleagues: readonly Colleague[]): MenuEntry[] {
  const people = [{ id: 'anyone', name: 'Anyone' }, { id: 'me', name: 'Me' }, { id: 'nobody', name: 'Nobody' }, ...colleagues];
  return people.map(({ id, name }) => ({ id, words: name, href: to(state, { holder: id === 'anyone' ? null : id }), current: (state.holder ?? 'anyone') === id }));
}

const DUE_IN = [0, 1, 2, 7] as const;
const DEADLINE_IN = [7, 14, 30] as const;

function otherEntries(state: QueueState, today: CalendarDate): MenuEntry[] {
  return [
    ...DUE_IN.map((days) => addDays(today, days)).map((on) => ({ id: `due-${on}`, words: `Due: by ${shortDay(on)}`, href: to(state, { dueBy: on }), current: state.dueBy === on })),
    ...DEADLINE_IN.map((days) => addDays(today, days)).map((on) => ({ id: `deadline-${on}`, words: `Their deadline: by ${shortDay(on)}`, href: to(state, { deadlineBy: on }), current: state.deadlineBy === on })),
    { id: 'papers', words: 'Documents to review', href: to(state, { toReview: !state.toReview }), current: state.toReview },
    ...QUEUE_LANGUAGES.map((language) => ({ id: language, words: `Language: ${LANGUAGE_WORDS[language]}`, href: to(state, { language: state.language === language ? null : language }), current: state.language === language })),
  ];
}

const dayFilters = (state: QueueState): DayFilter[] => [
  { id: 'due-any', words: 'Due: by another day…', title: 'Due by a day', href: to(state, { dueBy: ANY_DAY }) },
  { id: 'deadline-any', words: 'Their deadline: by another day…', title: 'Their deadline by a day', href: to(state, { deadlineBy: ANY_DAY }) },
];

type Props = { state: QueueState; colleagues: readonly Colleague[]; saved: readonly SavedView[]; today: CalendarDate };

/** The filters that are on, each with its way out, and the menus of those that could be. */
export function QueueFilters({ state, colleagues, saved, today }: Props) {
  const chips = chipsOf(state, colleagues);
  const query = queueQuery(state);
  const savable = query !== '' && !/^view=\w+$/.test(query) && !saved.some((view) => view.own && view.query === query);
  return (
    <div role="group" aria-label="Filters" className="flex flex-wrap items-center gap-x-1.5 gap-y-2 px-4 pb-2">
      {chips.map(({ id, words, without }) => (
        <FilterChip key={id} href={paths.queueAt(queueParams(without))}>
          {words}
        </FilterChip>
      ))}
      <Menu words="Kind" entries={kindEntries(state)} />
      <Menu words="Came by" entries={channelEntries(state)} />
      <Menu words="Has it" entries={holderEntries(state, colleagues)} />
      <MoreFilters entries={otherEntries(state, today)} days={dayFilters(state)} today={today} />
      {chips.length > 0 && (
        <TextLink href={to(state, NO_FILTERS)} className="ml-1 inline-flex min-h-6 items-center text-small">
          Clear
        </TextLink>
      )}
      {savable && <SaveView query={query} />}
      <p className="ml-auto text-small text-ink-3">The link to this page keeps filters and order, never a name.</p>
    </div>
  );
}
