/**
 * What an address of the queue says: view, filters, order, columns, place. Random ids and codes only, never a name.
 * An address is typed by hand, kept for months and sent around, so whatever it says wrongly is left out and named.
 */
import { z } from 'zod';
import { CASE_KINDS, type CaseKind } from '@/lib/policies/case-kinds';
import { asCalendarDate, calendarDateOf, type CalendarDate } from '@/lib/platform/dates';

export const QUEUE_VIEWS = ['mine', 'unassigned', 'due_today', 'overdue', 'waiting', 'others', 'second_review', 'failed', 'snoozed', 'all', 'closed'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];
export const OPEN_VIEWS = QUEUE_VIEWS.filter((view): view is Exclude<QueueView, 'closed'> => view !== 'closed');

export const QUEUE_CHANNELS = ['form', 'mail', 'fax', 'phone'] as const;
export type QueueChannel = (typeof QUEUE_CHANNELS)[number];
export const QUEUE_LANGUAGES = ['en', 'es'] as const;
/** Columns that may be left out; case, kind and due always stand. */
export const QUEUE_COLUMNS = ['about', 'by', 'documents', 'received', 'deadline', 'holder'] as const;
export type QueueColumn = (typeof QUEUE_COLUMNS)[number];

type KeyKind = 'instant' | 'rank' | 'day' | 'number';
/** The columns of each order, ending with one that no two cases share: a page begins after the last row of the one before. */
export const QUEUE_ORDERS = {
  due: [['due_order', 'instant'], ['deadline_rank', 'rank'], ['deadline_order', 'day'], ['number', 'number']],
  received: [['received_at', 'instant'], ['number', 'number']],
  deadline: [['deadline_order', 'day'], ['due_order', 'instant'], ['number', 'number']],
  number: [['number', 'number']],
  closed: [['closed_at', 'instant'], ['number', 'number']],
} as const satisfies Record<string, readonly (readonly [string, KeyKind])[]>;
export type QueueOrder = keyof typeof QUEUE_ORDERS;

/** A place between two rows: the values of the order's columns. `x` is "none", which stands after every time and day. */
export type QueuePlace = { readonly way: 'after' | 'before'; readonly keys: readonly string[] };

export type QueueState = {
  readonly view: QueueView;
  readonly dueBy: CalendarDate | null;
  readonly kinds: readonly CaseKind[];
  readonly channels: readonly QueueChannel[];
  /** `me`, `nobody`, or a colleague's public id. */
  readonly holder: string | null;
  readonly toReview: boolean;
  readonly language: (typeof QUEUE_LANGUAGES)[number] | null;
  readonly deadlineBy: CalendarDate | null;
  readonly order: QueueOrder;
  readonly descending: boolean;
  /** Null: as the person last chose. */
  readonly hidden: readonly QueueColumn[] | null;
  readonly place: QueuePlace | null;
};

const KEY: Readonly<Record<KeyKind, (text: string) => boolean>> = {
  instant: (text) => /^(x|\d{1,15})$/.test(text),
  rank: (text) => /^[0-2]$/.test(text),
  day: (text) => text === 'x' || asCalendarDate(text) !== null,
  number: (text) => /^\d{1,9}$/.test(text),
};

/** `1732550400000.1.2026-12-01.2041`, or null when it is no place of this order. */
function keysOf(text: string, order: QueueOrder): readonly string[] | null {
  const [parts, columns] = [text.split('.'), QUEUE_ORDERS[order]];
  return parts.length === columns.length && columns.every(([, kind], at) => KEY[kind](parts[at] ?? '')) ? parts : null;
}

const someOf = <const T extends readonly string[]>(known: T) =>
  z.string().max(300).transform((text) => [...new Set(text.split('.'))]).pipe(z.array(z.enum(known)).min(1)) as z.ZodType<T[number][]>;
const day = z.string().max(10).transform((text, context) => asCalendarDate(text) ?? (context.addIssue('not_a_day'), z.NEVER));
const place = z.string().max(60);

/** The parameters of the address, each read on its own: one that is wrong does not take the others with it. */
const PARAMS = {
  view: z.enum(QUEUE_VIEWS),
  due: day,
  kind: someOf(CASE_KINDS),
  by: someOf(QUEUE_CHANNELS),
  holder: z.union([z.enum(['me', 'nobody']), z.string().regex(/^[A-Za-z0-9_-]{22}$/)]),
  papers: z.literal('to_review'),
  language: z.enum(QUEUE_LANGUAGES),
  deadline: day,
  order: z.enum(Object.keys(QUEUE_ORDERS) as [QueueOrder, ...QueueOrder[]]),
  way: z.enum(['up', 'down']),
  hide: z.union([z.literal('none').transform((): QueueColumn[] => []), someOf(QUEUE_COLUMNS)]),
  after: place,
  before: place,
} as const;
type Param = keyof typeof PARAMS;
type Said = { -readonly [P in Param]?: z.output<(typeof PARAMS)[P]> };
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** History is read from its newest end; open work from its oldest promise. */
const usualOrder = (view: QueueView): QueueOrder => (view === 'closed' ? 'closed' : 'due');
const usuallyDown = (order: QueueOrder): boolean => order === 'closed';
/** Only orders with an index of their own: a closed case has no promise, an open one no end. */
const orderFits = (view: QueueView, order: QueueOrder): boolean => order === 'number' || (view === 'closed') === (order === 'closed');

function readParams(asked: Asked): { said: Said; ignored: string[] } {
  const said: Record<string, unknown> = {};
  const ignored: string[] = [];
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined) continue;
    const read = Object.hasOwn(PARAMS, name) ? PARAMS[name as Param].safeParse(value) : null;
    if (read?.success) said[name] = read.data;
    else ignored.push(name);
  }
  return { said: said as Said, ignored };
}

/** Reads an address. `ignored` names what it said that means nothing here. */
export function readQueue(asked: Asked): { state: QueueState; ignored: readonly string[] } {
  const { said, ignored } = readParams(asked);
  const view = said.view ?? 'all';
  const fits = said.order === undefined || orderFits(view, said.order);
  const order = fits ? (said.order ?? usualOrder(view)) : usualOrder(view);
  const way = said.after !== undefined ? 'after' : 'before';
  const at = said[way];
  const keys = at === undefined ? null : keysOf(at, order);
  const state: QueueState = {
    view,
    dueBy: said.due ?? null,
    kinds: said.kind ?? [],
    channels: said.by ?? [],
    holder: said.holder ?? null,
    toReview: said.papers !== undefined,
    language: said.language ?? null,
    deadlineBy: said.deadline ?? null,
    order,
    descending: said.way === undefined ? usuallyDown(order) : said.way === 'down',
    hidden: said.hide ?? null,
    place: keys === null ? null : { way, keys },
  };
  return { state, ignored: [...ignored, ...(fits ? [] : ['order']), ...(at !== undefined && keys === null ? [way] : [])] };
}

/** The address's parameters; what is usual is left unsaid, so that equal states have one address. */
export function queueParams(state: QueueState): URLSearchParams {
  const said: readonly (readonly [Param, string | null])[] = [
    ['view', state.view === 'all' ? null : state.view],
    ['due', state.dueBy],
    ['kind', state.kinds.join('.') || null],
    ['by', state.channels.join('.') || null],
    ['holder', state.holder],
    ['papers', state.toReview ? 'to_review' : null],
    ['language', state.language],
    ['deadline', state.deadlineBy],
    ['order', state.order === usualOrder(state.view) ? null : state.order],
    ['way', state.descending === usuallyDown(state.order) ? null : state.descending ? 'down' : 'up'],
    ['hide', state.hidden === null ? null : state.hidden.join('.') || 'none'],
    ['after', state.place?.way === 'after' ? state.place.keys.join('.') : null],
    ['before', state.place?.way === 'before' ? state.place.keys.join('.') : null],
  ];
  return new URLSearchParams(said.filter((pair): pair is [Param, string] => pair[1] !== null));
}

/** Another address from this one. Every change but of the place itself begins at the first page. */
export const changed = (state: QueueState, change: Partial<QueueState>): QueueState => ({ ...state, place: null, ...change });

/** Stands in an address for a day that somebody still writes. */
export const ANY_DAY = calendarDateOf('1000-01-01');

export const NO_FILTERS = { dueBy: null, kinds: [], channels: [], holder: null, toReview: false, language: null, deadlineBy: null } as const satisfies Partial<QueueState>;
export const isFiltered = (state: QueueState): boolean => queueParams({ ...state, view: 'all', order: 'due', descending: false, hidden: null, place: null }).size > 0;

/** Another view from this one: filters and columns stay, the order where it fits. */
export function inView(state: QueueState, view: QueueView): QueueState {
  const order = orderFits(view, state.order) ? state.order : usualOrder(view);
  return changed(state, { view, order, descending: order === state.order ? state.descending : usuallyDown(order) });
}

/** A state as saved under a name or watched from an open page: without the place in it. */
export const queueQuery = (state: QueueState): string => queueParams(changed(state, {})).toString();

/** The state of a stored query; whatever it says wrongly is left out. */
export const stateOfQuery = (query: string): QueueState => readQueue(Object.fromEntries(new URLSearchParams(query))).state;

type Keyed = { readonly dueAt: Date | null; readonly deadlineOn: CalendarDate | null; readonly deadlineProven: boolean; readonly receivedAt: Date; readonly closedAt: Date | null; readonly number: number };
const instantKey = (at: Date | null): string => (at === null ? 'x' : String(at.getTime()));

/** Where a row stands in an order, as the address carries it: times, days and case numbers, nothing of a person. */
export function keysOfRow(row: Keyed, order: QueueOrder): readonly string[] {
  const keys: Record<(typeof QUEUE_ORDERS)[QueueOrder][number][0], string> = {
    due_order: instantKey(row.dueAt),
    deadline_rank: row.deadlineProven ? '0' : row.deadlineOn !== null ? '1' : '2',
    deadline_order: row.deadlineOn ?? 'x',
    received_at: instantKey(row.receivedAt),
    closed_at: instantKey(row.closedAt),
    number: String(row.number),
  };
  return QUEUE_ORDERS[order].map(([column]) => keys[column]);
}
