/** The words of the queue: its views, orders, columns and filters. */
import type { CaseKind } from '@/lib/policies/case-kinds';
import { shortDay } from '@/lib/policies/labels';
import type { CalendarDate } from '@/lib/platform/dates';
import { CASE_KIND_WORDS } from './labels';
import { changed, NO_FILTERS, type QueueChannel, type QueueColumn, type QueueOrder, type QueueState, type QueueView } from './views';

export const VIEW_WORDS: Readonly<Record<QueueView, string>> = {
  mine: 'My cases',
  unassigned: 'Unassigned',
  due_today: 'Due today',
  overdue: 'Overdue',
  waiting: 'Waiting on requester',
  others: 'Waiting on others',
  second_review: 'Needs second review',
  failed: 'Failed deliveries',
  snoozed: 'Snoozed',
  all: 'All open',
  closed: 'Closed',
};

/** What an empty view means, and what to do next. */
export const EMPTY_WORDS: Readonly<Record<QueueView, { readonly title: string; readonly next: string }>> = {
  mine: { title: 'You have no case', next: 'Take next gives you the oldest promise that nobody has.' },
  unassigned: { title: 'Every open case has somebody', next: 'New ones appear here as they come in.' },
  due_today: { title: 'Nothing more falls due today', next: 'Overdue and Unassigned show what waits longest.' },
  overdue: { title: 'No promise is late', next: 'Due today shows what would be next.' },
  waiting: { title: 'We wait on no requester', next: 'A case whose clock is stopped until the requester answers stands here.' },
  others: { title: 'We wait on no provider or registry', next: 'Their clocks run on, so look here for answers that are late.' },
  second_review: { title: 'Nothing waits for a second person', next: 'Risky changes and questions to a supervisor stand here.' },
  failed: { title: 'No delivery failed', next: 'A letter or fax that did not arrive stands here until another way is chosen.' },
  snoozed: { title: 'No case is snoozed', next: 'A snoozed case comes back by itself on its day.' },
  all: { title: 'No case is open', next: 'New requests appear here as they come in.' },
  closed: { title: 'No case has ended yet', next: 'Cases stand here, newest first, once they have their outcome.' },
};

/** What a view leaves out on purpose, said in its head. */
export const VIEW_NOTES: Readonly<Partial<Record<QueueView, string>>> = {
  mine: 'snoozed cases stand in Snoozed',
  unassigned: 'snoozed cases stand in Snoozed',
  second_review: 'with questions to a supervisor',
};

export const ORDER_WORDS: Readonly<Record<QueueOrder, { readonly up: string; readonly down: string }>> = {
  due: { up: 'oldest promise first', down: 'latest promise first' },
  received: { up: 'longest here first', down: 'newest first' },
  deadline: { up: 'nearest deadline first', down: 'farthest deadline first' },
  number: { up: 'lowest number first', down: 'highest number first' },
  closed: { up: 'first closed first', down: 'last closed first' },
};

export const CHANNEL_WORDS: Readonly<Record<QueueChannel, string>> = { form: 'Online form', mail: 'Mail', fax: 'Fax', phone: 'Phone' };
export const LANGUAGE_WORDS = { en: 'English', es: 'Spanish' } as const;
export const COLUMN_WORDS: Readonly<Record<QueueColumn, string>> = { about: 'About, age', by: 'Asked by', documents: 'Documents', received: 'Received', deadline: 'Their deadline', holder: 'Who has it' };

/** Kinds as the rail groups them. */
export const KIND_GROUPS: readonly { readonly words: string; readonly kinds: readonly CaseKind[] }[] = [
  ...(['record_not_found', 'missing_doses', 'out_of_state_update', 'record_request', 'third_party_release', 'record_correction'] as const).map((kind) => ({ words: CASE_KIND_WORDS[kind], kinds: [kind] })),
  { words: 'Opt out, opt in', kinds: ['opt_out', 'opt_in'] },
  { words: CASE_KIND_WORDS.other, kinds: ['other'] },
];

/** `Nov 17`. */
export const monthDay = (on: CalendarDate): string => shortDay(on).slice(4);

export type Chip = { readonly id: string; readonly words: string; readonly without: QueueState };
type Colleagues = readonly { readonly id: string; readonly name: string }[];

function holderFilterWords(holder: string, colleagues: Colleagues): string {
  if (holder === 'me') return 'Has it: me';
  if (holder === 'nobody') return 'Has it: nobody';
  return `Has it: ${colleagues.find(({ id }) => id === holder)?.name ?? 'somebody who left'}`;
}

/** The filters that are on, each with the state without it. */
export function chipsOf(state: QueueState, colleagues: Colleagues): readonly Chip[] {
  const { dueBy, kinds, channels, holder, toReview, language, deadlineBy } = state;
  const on: readonly (readonly [keyof typeof NO_FILTERS, string | null])[] = [
    ['dueBy', dueBy && `Due: by ${shortDay(dueBy)}`],
    ['kinds', kinds.length === 0 ? null : `Kind: ${kinds.map((kind) => CASE_KIND_WORDS[kind]).join(', ')}`],
    ['channels', channels.length === 0 ? null : `Came by: ${channels.map((channel) => CHANNEL_WORDS[channel]).join(', ')}`],
    ['holder', holder && holderFilterWords(holder, colleagues)],
    ['toReview', toReview ? 'Documents to review' : null],
    ['language', language && `Language: ${LANGUAGE_WORDS[language]}`],
    ['deadlineBy', deadlineBy && `Their deadline: by ${shortDay(deadlineBy)}`],
  ];
  return on.flatMap(([id, words]) => (words === null ? [] : [{ id, words, without: changed(state, { [id]: NO_FILTERS[id] }) }]));
}
