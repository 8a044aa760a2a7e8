/**
 * The statements of the queue. A page is one row comparison along one index per arm (keyset, never offset);
 * a count stops at what people read. Every arm names `state <> 'closed'` or `= 'closed'`, which is what its partial index asks.
 */
import type { StaffActor } from '@/lib/access/actor';
import { Prisma } from '@/lib/platform/db';
import { officeDate, officeInstant, type CalendarDate } from '@/lib/platform/dates';
import { QUEUE_ORDERS, type QueuePlace, type QueueState, type QueueView } from '../views';

/** Nobody reads a count beyond this; counting on would cost more than the page. */
export const MOST_COUNTED = 999;

const { sql, join, raw, empty } = Prisma;
type Sql = Prisma.Sql;

const OPEN = sql`c.state <> 'closed'`;
const endOf = (on: CalendarDate): Date => officeInstant(on, 23, 59);

const heldBy = (staff: Sql): Sql => sql`c.holder_id = ${staff}`;
const nobodys = sql`c.holder_id IS NULL`;
// As an array it is read first and once; as a join the planner may walk all open cases and ask for each.
const escalated = sql`c.id = ANY (ARRAY(SELECT e.case_id FROM case_escalations e WHERE e.answered_at IS NULL))`;
const snoozed = sql`EXISTS (SELECT 1 FROM case_waits w WHERE w.case_id = c.id AND w.until_at IS NULL AND w.wake_on IS NOT NULL)`;
/** A snooze hides a case from those who work it until the worker brings it back; it stands in its own view and in "All open". */
// Asked of the held ones alone: as EXISTS the planner reads every snooze of the office for each count.
const awake = sql`NOT (c.state = 'on_hold' AND (SELECT true FROM case_waits w WHERE w.case_id = c.id AND w.until_at IS NULL AND w.wake_on IS NOT NULL LIMIT 1) IS NOT NULL)`;
const inState = (state: string): Sql => sql`c.state = ${raw(`'${state}'`)} AND ${OPEN}`;

/** A view as the parts of it that each lie on one index; no case is in two. */
function armsOfView(view: QueueView, actor: StaffActor, at: Date): Sql[] {
  switch (view) {
    case 'mine':
      return [sql`${OPEN} AND ${heldBy(sql`${actor.staffId}::uuid`)} AND ${awake}`];
    case 'unassigned':
      return [sql`${OPEN} AND ${nobodys} AND ${awake}`];
    case 'due_today':
      return [sql`${OPEN} AND c.due_order >= ${at} AND c.due_order <= ${endOf(officeDate(at))}`];
    case 'overdue':
      return [sql`${OPEN} AND c.due_order < ${at}`];
    case 'waiting':
      return [inState('waiting_on_requester')];
    case 'others':
      return [inState('waiting_on_provider'), inState('waiting_on_registry')];
    case 'second_review':
      return [inState('needs_second_review'), sql`${OPEN} AND c.state <> 'needs_second_review' AND ${escalated}`];
    case 'failed':
      return [sql`${OPEN} AND c.delivery_failed_at IS NOT NULL`];
    case 'snoozed':
      return [sql`${inState('on_hold')} AND ${snoozed}`];
    case 'all':
      return [OPEN];
    case 'closed':
      return [sql`c.state = 'closed'`];
  }
}

function holderCondition(holder: string, actor: StaffActor): Sql {
  if (holder === 'nobody') return nobodys;
  return heldBy(holder === 'me' ? sql`${actor.staffId}::uuid` : sql`(SELECT s.id FROM staff s WHERE s.public_id = ${holder})`);
}

const kindIs = (kind: string): Sql => sql`c.kind = ${kind}::"CaseKind"`;

function filters(state: QueueState, actor: StaffActor): Sql {
  const { dueBy, channels, holder, toReview, language, deadlineBy } = state;
  const wanted = [
    dueBy !== null && sql`c.due_order <= ${endOf(dueBy)}`,
    deadlineBy !== null && sql`c.deadline_on <= ${deadlineBy}::date`,
    language !== null && sql`c.language = ${language}`,
    channels.length > 0 && sql`EXISTS (SELECT 1 FROM submissions s WHERE s.id = c.submission_id AND s.channel = ANY (${[...channels]}::"SubmissionChannel"[]))`,
    holder !== null && holderCondition(holder, actor),
    toReview &&
      sql`EXISTS (SELECT 1 FROM documents d WHERE d.submission_id = c.submission_id AND d.removed_at IS NULL AND d.state = 'ready'
        AND NOT EXISTS (SELECT 1 FROM document_reviews r WHERE r.document_id = d.id AND r.case_id = c.id AND r.superseded_at IS NULL))`,
  ].filter((one): one is Sql => one !== false);
  return wanted.length === 0 ? empty : sql` AND ${join(wanted, ' AND ')}`;
}

/** The state's arms. With kinds chosen each kind is an arm of its own, because the index of open kinds begins with the kind. */
export function armsOf(state: QueueState, actor: StaffActor, at: Date): Sql[] {
  const arms = armsOfView(state.view, actor, at).map((arm) => sql`${arm}${filters(state, actor)}`);
  return state.kinds.length === 0 ? arms : arms.flatMap((arm) => state.kinds.map((kind) => sql`${arm} AND ${kindIs(kind)}`));
}

/** How many, counted no further than one past the most. */
export function countOf(arms: readonly Sql[], most = MOST_COUNTED): Sql {
  const counted = arms.map((arm) => sql`SELECT 1 FROM (SELECT 1 FROM cases c WHERE ${arm} LIMIT ${most + 1}) arm`);
  return sql`(SELECT count(*)::int FROM (SELECT 1 FROM (${join(counted, ' UNION ALL ')}) counted LIMIT ${most + 1}) capped)`;
}

const KEY_CAST = { instant: 'timestamptz', rank: 'smallint', day: 'date', number: 'int' } as const;

function keyValue(text: string, kind: keyof typeof KEY_CAST): Sql {
  const cast = raw(`::${KEY_CAST[kind]}`);
  if (text === 'x') return sql`'infinity'${cast}`;
  return kind === 'instant' ? sql`${new Date(Number(text))}${cast}` : kind === 'day' ? sql`${text}${cast}` : sql`${Number(text)}${cast}`;
}

/** The rows on one side of a place, in an order that runs up or down. */
export function beyond(state: QueueState, { way, keys }: QueuePlace): Sql {
  const columns = QUEUE_ORDERS[state.order];
  const sign = raw((way === 'after') !== state.descending ? '>' : '<');
  return sql`(${raw(columns.map(([column]) => `c.${column}`).join(', '))}) ${sign} (${join(columns.map(([, kind], at) => keyValue(keys[at] ?? 'x', kind)))})`;
}

const orderBy = (state: QueueState, backwards: boolean): Sql =>
  raw(QUEUE_ORDERS[state.order].map(([column]) => `c.${column} ${state.descending !== backwards ? 'DESC' : 'ASC'}`).join(', '));

/** Ids of a page, one row more than fits. A page before a place is read backwards from it; the caller turns it round. */
export function pageIdsOf(state: QueueState, actor: StaffActor, at: Date, size: number): Sql {
  const order = orderBy(state, state.place?.way === 'before');
  const bound = state.place === null ? empty : sql` AND ${beyond(state, state.place)}`;
  const columns = raw(['id', ...QUEUE_ORDERS[state.order].map(([column]) => column)].map((column) => `c.${column}`).join(', '));
  const arms = armsOf(state, actor, at).map((arm) => sql`(SELECT ${columns} FROM cases c WHERE ${arm}${bound} ORDER BY ${order} LIMIT ${size + 1})`);
  return sql`SELECT c.id, row_number() OVER (ORDER BY ${order}) AS place FROM (${join(arms, ' UNION ALL ')}) c ORDER BY ${order} LIMIT ${size + 1}`;
}
