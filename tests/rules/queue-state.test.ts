import fc from 'fast-check';
import { CASE_KINDS } from '@/lib/policies/case-kinds';
import { calendarDateOf, type CalendarDate } from '@/lib/platform/dates';
import { chipsOf } from '@/lib/cases/queue-labels';
import { changed, inView, isFiltered, keysOfRow, NO_FILTERS, queueParams, queueQuery, QUEUE_CHANNELS, QUEUE_COLUMNS, QUEUE_ORDERS, QUEUE_VIEWS, readQueue, stateOfQuery, type QueueOrder, type QueueState } from '@/lib/cases/views';

const plain = readQueue({}).state;
const said = (query: string) => readQueue(Object.fromEntries(new URLSearchParams(query)));

describe('an address of the queue is read', () => {
  test.each<[string, Partial<QueueState>]>([
    ['', { view: 'all', order: 'due', descending: false, place: null }],
    ['view=mine', { view: 'mine' }],
    ['view=closed', { view: 'closed', order: 'closed', descending: true }],
    ['due=2026-12-01', { dueBy: calendarDateOf('2026-12-01') }],
    ['kind=record_not_found.missing_doses', { kinds: ['record_not_found', 'missing_doses'] }],
    ['kind=other.other', { kinds: ['other'] }],
    ['by=fax.mail', { channels: ['fax', 'mail'] }],
    ['holder=nobody', { holder: 'nobody' }],
    ['holder=AAAAAAAAAAAAAAAAAAAAAA', { holder: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['papers=to_review&language=es&deadline=2026-12-24', { toReview: true, language: 'es', deadlineBy: calendarDateOf('2026-12-24') }],
    ['order=received&way=down', { order: 'received', descending: true }],
    ['hide=received.deadline', { hidden: ['received', 'deadline'] }],
    ['hide=none', { hidden: [] }],
    ['after=1732550400000.1.2026-12-01.2041', { place: { way: 'after', keys: ['1732550400000', '1', '2026-12-01', '2041'] } }],
    ['before=x.2.x.2041', { place: { way: 'before', keys: ['x', '2', 'x', '2041'] } }],
    ['order=number&after=2041', { order: 'number', place: { way: 'after', keys: ['2041'] } }],
  ])('%s', (query, expected) => {
    const { state, ignored } = said(query);
    expect(state).toMatchObject(expected);
    expect(ignored).toEqual([]);
  });
});

describe('what an address says wrongly is left out and named', () => {
  test.each([
    ['view=everything', ['view']],
    ['name=Nowak', ['name']],
    ['kind=record_not_found.nonsense', ['kind']],
    ['kind=', ['kind']],
    ['due=2026-02-30', ['due']],
    ['due=tomorrow', ['due']],
    ["holder=' OR 1=1", ['holder']],
    ['holder=Dana Whitfield', ['holder']],
    ['order=name', ['order']],
    ['order=closed', ['order']],
    ['view=closed&order=due', ['order']],
    ['way=sideways', ['way']],
    ['hide=case', ['hide']],
    ['papers=yes', ['papers']],
    ['after=1732550400000.1.2026-12-01', ['after']],
    ['after=1732550400000.1.2026-13-01.2041', ['after']],
    ['after=1732550400000.9.x.2041', ['after']],
    ['order=number&after=-1', ['after']],
    ['after=9999999999999999.1.x.1', ['after']],
    ['__proto__=1&constructor=2', ['__proto__', 'constructor']],
  ])('%s', (query, expected) => {
    const { state, ignored } = said(query);
    expect(ignored).toEqual(expected);
    expect(isFiltered(state)).toBe(false);
    expect(state.place).toBeNull();
  });

  test('a parameter said twice is said by nobody', () => {
    expect(readQueue({ view: ['mine', 'all'] })).toMatchObject({ state: { view: 'all' }, ignored: ['view'] });
  });

  test('one wrong value does not take the others with it', () => {
    expect(said('view=overdue&kind=nonsense&language=es')).toMatchObject({ state: { view: 'overdue', kinds: [], language: 'es' }, ignored: ['kind'] });
  });
});

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10) as CalendarDate);
const key = { instant: fc.oneof(fc.constant('x'), fc.nat().map(String)), rank: fc.constantFrom('0', '1', '2'), day: fc.oneof(fc.constant('x'), day), number: fc.nat(999_999_999).map(String) };

/** Any state that a page can be in. */
const states = fc.constantFrom(...QUEUE_VIEWS).chain((view) =>
  fc.constantFrom<QueueOrder>(...(view === 'closed' ? (['closed', 'number'] as const) : (['due', 'received', 'deadline', 'number'] as const))).chain((order) =>
    fc.record<QueueState>({
      view: fc.constant(view),
      order: fc.constant(order),
      descending: fc.boolean(),
      dueBy: fc.option(day),
      deadlineBy: fc.option(day),
      kinds: fc.uniqueArray(fc.constantFrom(...CASE_KINDS)),
      channels: fc.uniqueArray(fc.constantFrom(...QUEUE_CHANNELS)),
      holder: fc.constantFrom(null, 'me', 'nobody', 'abcdefghijklmnopqrstuv'),
      toReview: fc.boolean(),
      language: fc.constantFrom(null, 'en', 'es'),
      hidden: fc.option(fc.uniqueArray(fc.constantFrom(...QUEUE_COLUMNS))),
      place: fc.option(fc.record({ way: fc.constantFrom('after', 'before'), keys: fc.tuple(...QUEUE_ORDERS[order].map(([, kind]) => key[kind])) })),
    }),
  ),
);

test('every state has an address that says exactly it', () => {
  fc.assert(fc.property(states, (state) => expect(said(queueParams(state).toString())).toEqual({ state, ignored: [] })));
});

test('whatever an address says, reading it never throws and never yields what is not known', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (asked) => {
      const { state } = readQueue(asked);
      expect(QUEUE_VIEWS).toContain(state.view);
      expect(readQueue(Object.fromEntries(queueParams(state)))).toEqual({ state, ignored: [] });
    }),
  );
});

test('a view under a name keeps filters, order and columns, and forgets the place', () => {
  fc.assert(fc.property(states, (state) => expect(stateOfQuery(queueQuery(state))).toEqual({ ...state, place: null })));
});

test('a change begins at the first page; another view keeps the filters and an order it has', () => {
  const state = said('view=overdue&language=es&order=received&after=1.2041').state;
  expect(changed(state, { holder: 'me' })).toMatchObject({ place: null, holder: 'me', language: 'es' });
  expect(inView(state, 'mine')).toMatchObject({ view: 'mine', language: 'es', order: 'received', place: null });
  expect(inView(state, 'closed')).toMatchObject({ order: 'closed', descending: true });
});

test('each filter that is on has a chip, and the chip takes off that one alone', () => {
  const state = said('due=2026-12-01&kind=other&by=fax&holder=abcdefghijklmnopqrstuv&papers=to_review&language=es&deadline=2026-12-24').state;
  const chips = chipsOf(state, [{ id: 'abcdefghijklmnopqrstuv', name: 'Kofi Mensah' }]);
  expect(chips.map(({ words }) => words)).toEqual(['Due: by Tue Dec 1', 'Kind: Other', 'Came by: Fax', 'Has it: Kofi Mensah', 'Documents to review', 'Language: Spanish', 'Their deadline: by Thu Dec 24']);
  expect(chips.map(({ without }) => chipsOf(without, []).length)).toEqual(chips.map(() => chips.length - 1));
  expect(chipsOf(changed(state, NO_FILTERS), [])).toEqual([]);
});

test('a row knows its place in every order; a stopped clock and no deadline stand last', () => {
  const row = { dueAt: null, deadlineOn: null, deadlineProven: false, receivedAt: new Date(5), closedAt: null, number: 2041 };
  expect(keysOfRow(row, 'due')).toEqual(['x', '2', 'x', '2041']);
  expect(keysOfRow({ ...row, dueAt: new Date(9), deadlineOn: calendarDateOf('2026-12-02'), deadlineProven: true }, 'due')).toEqual(['9', '0', '2026-12-02', '2041']);
  expect(keysOfRow(row, 'received')).toEqual(['5', '2041']);
  expect(readQueue({ after: keysOfRow(row, 'due').join('.') }).state.place).not.toBeNull();
  expect(plain.place).toBeNull();
});
