/** Writes audit entries, inside the transaction of a change or, for a look, before any row leaves. */
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/platform/clock';
import { db, type Db, type Tx } from '@/lib/platform/db';
import { auditEvents, type AuditEntry } from './events';

const kindOf = (actor: Actor): 'staff' | 'visitor' | 'worker' => (actor.kind === 'locked_staff' ? 'staff' : actor.kind);
const staffIdOf = (actor: Actor): string | null => ('staffId' in actor ? actor.staffId : null);

const rowOf = ({ event, caseId = null, patientId = null, documentId = null, submissionId = null, details }: AuditEntry) =>
  ({ event, case_id: caseId, patient_id: patientId, document_id: documentId, submission_id: submissionId, details: auditEvents[event].parse(details) });

/** A look changes nothing, and is told to nobody. */
const LOOK = /\.(viewed|searched|rehearsed|fetched)$/;

/** Whoever has one of these cases open hears of it when the change is committed; a claim of theirs counts as touched. */
async function tellOfChanges(tx: Tx | Db, actor: Actor, entries: readonly AuditEntry[]): Promise<void> {
  const cases = new Set(entries.flatMap(({ event, caseId }) => (caseId === null || caseId === undefined || LOOK.test(event) ? [] : [caseId])));
  if (cases.size === 0) return;
  await tx.$executeRaw`SELECT tell_case_change(id, ${staffIdOf(actor)}::uuid, ${now()}) FROM unnest(${[...cases]}::uuid[]) AS id`;
}

/**
 * Many entries of one moment in one statement, in their order: a change of the calendar has a thousand of them.
 * Throws when details do not fit their event or the database refuses: no audit, no data.
 */
export async function appendAudits(tx: Tx | Db, actor: Actor, entries: readonly AuditEntry[]): Promise<void> {
  await tx.$executeRaw`INSERT INTO audit_append (at, actor_kind, staff_id, event, case_id, patient_id, document_id, submission_id, details, request_id, address)
    SELECT ${now()}, ${kindOf(actor)}::"ActorKind", ${staffIdOf(actor)}::uuid, e.event, e.case_id, e.patient_id, e.document_id, e.submission_id, e.details, ${actor.requestId}, ${actor.address}
    FROM jsonb_to_recordset(${JSON.stringify(entries.map(rowOf))}::jsonb) AS e (event text, case_id uuid, patient_id uuid, document_id uuid, submission_id uuid, details jsonb)`;
  await tellOfChanges(tx, actor, entries);
}

export const appendAudit = (tx: Tx | Db, actor: Actor, entry: AuditEntry): Promise<void> => appendAudits(tx, actor, [entry]);

/** Several looks that one reading is, in one statement. */
export const recordLooks = (actor: Actor, entries: readonly AuditEntry[]): Promise<void> => appendAudits(db(), actor, entries);

/** For reads: the entry is committed before the caller hands out what it read. */
export const recordLook = (actor: Actor, entry: AuditEntry): Promise<void> => appendAudit(db(), actor, entry);
