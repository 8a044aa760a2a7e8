/** One page of the queue: a statement for the rows, the look recorded with what it showed before they are handed out. */
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { recordLook } from '@/lib/audit/record';
import type { CaseKind } from '@/lib/policies/case-kinds';
import { promise, type Promised } from '@/lib/policies/promise';
import { listClosures } from '@/lib/policies/queries';
import type { RecordKind } from '@/lib/policies/evidence';
import { now } from '@/lib/platform/clock';
import { asCalendarDate, officeDate, type CalendarDate } from '@/lib/platform/dates';
import { db, Prisma } from '@/lib/platform/db';
import type { FoundPatient } from '@/lib/patients/queries';
import type { CaseOutcome } from '../schema';
import type { CaseState } from '../types';
import { keysOfRow, type QueuePlace, type QueueState } from '../views';
import { capped, type Count } from './queue-counts';
import { armsOf, beyond, countOf, pageIdsOf } from './queue-sql';

export const QUEUE_PAGE = 25;
/** A presence not heard of for longer is somebody who has gone. */
const PRESENT_SECONDS = 45;

type Wait = { state: CaseState; reason: string; stops: boolean; from: string; until: string | null; wake: CalendarDate | null };
type Raw = {
  public_id: string;
  number: number;
  kind: CaseKind;
  state: CaseState;
  received_at: Date;
  received_on: CalendarDate;
  target_days: number;
  due_at: Date | null;
  deadline_on: CalendarDate | null;
  deadline_reason: string | null;
  deadline_proven: boolean;
  closed_at: Date | null;
  outcome: CaseOutcome | null;
  relation: string;
  organization: string | null;
  requester: string;
  delivery: 'mail' | 'fax' | 'portal';
  wants: RecordKind[];
  name: string;
  birth_on: string | null;
  patient_id: string | null;
  restriction: FoundPatient['restriction'];
  candidates: number;
  escalated: boolean;
  documents: { kind: string; state: string; decision: 'accepted' | 'returned' | null }[] | null;
  holder: { id: string; name: string } | null;
  waits: Wait[] | null;
  present: { id: string; name: string; editing: boolean; since: string }[] | null;
};

/** The page's rows with everything a line and its peek say, in one statement. */
export function pageSql(state: QueueState, actor: StaffActor, at: Date): Prisma.Sql {
  return Prisma.sql`WITH page AS MATERIALIZED (${pageIdsOf(state, actor, at, QUEUE_PAGE)})
    SELECT c.public_id, c.number, c.kind::text, c.state::text, c.received_at, c.received_on::text, c.target_days, c.due_at, c.deadline_on::text, c.deadline_reason,
      c.deadline_proven_at IS NOT NULL AS deadline_proven, c.closed_at, CASE WHEN c.state = 'closed' THEN (SELECT k.outcome::text FROM case_closures k WHERE k.case_id = c.id AND k.undone_at IS NULL ORDER BY k.at DESC LIMIT 1) END AS outcome,
      s.relation, s.organization, concat_ws(' ', s.requester_given, s.requester_family) AS requester, s.delivery::text, s.wants::text[],
      concat_ws(' ', u.given, u.family) AS name, u.birth_on, c.patient_id, p.restriction::text,
      (SELECT count(*)::int FROM match_candidates m WHERE m.case_id = c.id) AS candidates,
      EXISTS (SELECT 1 FROM case_escalations e WHERE e.case_id = c.id AND e.answered_at IS NULL) AS escalated,
      (SELECT json_agg(json_build_object('kind', d.kind, 'state', d.state, 'decision', r.decision) ORDER BY d.received_at, d.id)
        FROM documents d LEFT JOIN document_reviews r ON r.document_id = d.id AND r.case_id = c.id AND r.superseded_at IS NULL
        WHERE d.submission_id = c.submission_id AND d.removed_at IS NULL) AS documents,
      (SELECT json_build_object('id', h.public_id, 'name', h.name) FROM staff h WHERE h.id = c.holder_id) AS holder,
      (SELECT json_agg(json_build_object('state', w.state, 'reason', w.reason, 'stops', w.stops_clock, 'from', w.from_at, 'until', w.until_at, 'wake', w.wake_on)) FROM case_waits w WHERE w.case_id = c.id) AS waits,
      (SELECT json_agg(json_build_object('id', h.public_id, 'name', h.name, 'editing', x.editing, 'since', x.since_at) ORDER BY x.since_at)
        FROM case_presences x JOIN staff h ON h.id = x.staff_id WHERE x.case_id = c.id AND x.seen_at > ${new Date(at.getTime() - PRESENT_SECONDS * 1000)}) AS present
    FROM page JOIN cases c ON c.id = page.id JOIN submissions s ON s.id = c.submission_id JOIN submission_subjects u ON u.id = c.subject_id LEFT JOIN patients p ON p.id = c.patient_id
    ORDER BY page.place`;
}

type Present = { readonly id: string; readonly name: string; readonly editing: boolean; readonly since: Date };
/** What of a row is about people; a restricted person's is for whoever opened their record. */
type Person = {
  readonly name: string;
  readonly birthOn: CalendarDate | null;
  readonly relation: string;
  readonly requester: string;
  readonly documents: readonly { readonly kind: string; readonly state: string; readonly decision: 'accepted' | 'returned' | null }[];
  readonly candidates: number;
};
export type QueueRow = {
  readonly id: string;
  readonly number: number;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly receivedAt: Date;
  readonly receivedOn: CalendarDate;
  readonly dueAt: Date | null;
  readonly deadlineOn: CalendarDate | null;
  readonly deadlineReason: string | null;
  readonly deadlineProven: boolean;
  readonly closedAt: Date | null;
  readonly outcome: CaseOutcome | null;
  readonly delivery: 'mail' | 'fax' | 'portal';
  readonly wants: readonly RecordKind[];
  readonly linked: boolean;
  readonly escalated: boolean;
  readonly wakeOn: CalendarDate | null;
  readonly promised: Promised;
  readonly holder: { readonly id: string; readonly name: string } | null;
  readonly present: readonly Present[];
  readonly person: Person | null;
};

type Clock = { readonly at: Date; readonly closures: Awaited<ReturnType<typeof listClosures>> };

function promiseOfRow({ received_at, target_days, waits }: Raw, { at, closures }: Clock): Promised {
  const pauses = (waits ?? []).filter(({ stops }) => stops).map(({ from, until, reason }) => ({ from: new Date(from), until: until === null ? null : new Date(until), reason }));
  return promise({ receivedAt: received_at, targetDays: target_days, closures, pauses, now: at });
}

const personOf = (raw: Raw): Person => ({
  name: raw.name,
  birthOn: raw.birth_on === null ? null : asCalendarDate(raw.birth_on),
  relation: raw.relation,
  requester: raw.organization ?? raw.requester,
  documents: raw.documents ?? [],
  candidates: raw.candidates,
});

function rowOf(raw: Raw, actor: StaffActor, clock: Clock): QueueRow {
  const hidden = !maySee(actor, { id: raw.patient_id, restriction: raw.restriction });
  return {
    id: raw.public_id,
    number: raw.number,
    kind: raw.kind,
    state: raw.state,
    receivedAt: raw.received_at,
    receivedOn: raw.received_on,
    dueAt: raw.due_at,
    deadlineOn: hidden ? null : raw.deadline_on,
    deadlineReason: hidden ? null : raw.deadline_reason,
    deadlineProven: raw.deadline_proven,
    closedAt: raw.closed_at,
    outcome: raw.outcome,
    delivery: raw.delivery,
    wants: raw.wants,
    linked: raw.patient_id !== null,
    escalated: raw.escalated,
    wakeOn: raw.waits?.find(({ until, wake }) => until === null && wake !== null && wake > officeDate(clock.at))?.wake ?? null,
    promised: promiseOfRow(raw, clock),
    holder: raw.holder,
    present: (raw.present ?? []).filter(({ id }) => id !== actor.publicId).map((one) => ({ ...one, since: new Date(one.since) })),
    person: hidden ? null : personOf(raw),
  };
}

export type QueuePage = {
  readonly rows: readonly QueueRow[];
  /** How many rows of this state stand before the first one here. */
  readonly before: Count;
  readonly previous: QueuePlace | null;
  readonly next: QueuePlace | null;
  readonly today: CalendarDate;
};

const keyed = (raw: Raw, state: QueueState) =>
  keysOfRow({ dueAt: raw.due_at, deadlineOn: raw.deadline_on, deadlineProven: raw.deadline_proven, receivedAt: raw.received_at, closedAt: raw.closed_at, number: raw.number }, state.order);

async function countBefore(actor: StaffActor, state: QueueState, first: Raw, at: Date): Promise<Count> {
  const arms = armsOf(state, actor, at).map((arm) => Prisma.sql`${arm} AND ${beyond(state, { way: 'before', keys: keyed(first, state) })}`);
  const [row] = await db().$queryRaw<{ count: number }[]>(Prisma.sql`SELECT ${countOf(arms)} AS count`);
  return capped(row?.count ?? 0);
}

/** A page, turned the right way round, and whether rows lie on either side of it. */
function turned(found: readonly Raw[], state: QueueState): { rows: readonly Raw[]; more: { previous: boolean; next: boolean } } {
  const [page, more] = [found.slice(0, QUEUE_PAGE), found.length > QUEUE_PAGE];
  const backwards = state.place?.way === 'before';
  return { rows: backwards ? page.reverse() : page, more: { previous: backwards ? more : state.place !== null, next: backwards || more } };
}

/** One page of a state of the queue. The look is logged with what it showed before the rows are handed out. */
export async function listQueue(actor: StaffActor, state: QueueState): Promise<QueuePage> {
  const at = now();
  const [found, closures] = await Promise.all([db().$queryRaw<Raw[]>(pageSql(state, actor, at)), listClosures(db())]);
  const { rows, more } = turned(found, state);
  const [first, last] = [rows[0], rows.at(-1)];
  const before = state.place === null || first === undefined ? capped(0) : await countBefore(actor, state, first, at);
  await recordLook(actor, { event: 'queue.viewed', details: { view: state.view, shown: rows.map(({ number }) => `C-${number}`) } });
  return {
    rows: rows.map((raw) => rowOf(raw, actor, { at, closures })),
    before,
    previous: more.previous && first !== undefined ? { way: 'before', keys: keyed(first, state) } : null,
    next: more.next && last !== undefined ? { way: 'after', keys: keyed(last, state) } : null,
    today: officeDate(at),
  };
}
