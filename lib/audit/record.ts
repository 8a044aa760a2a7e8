/** Writes audit entries, inside the transaction of a change or, for a look, before any row leaves. */
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/platform/clock';
import { db, type Db, type Tx } from '@/lib/platform/db';
import { auditEvents, type AuditEntry } from './events';

const kindOf = (actor: Actor): 'staff' | 'visitor' | 'worker' => (actor.kind === 'locked_staff' ? 'staff' : actor.kind);
const staffIdOf = (actor: Actor): string | null => ('staffId' in actor ? actor.staffId : null);

/** Throws when the details do not fit the event or the database refuses: no audit, no data. */
export async function appendAudit(tx: Tx | Db, actor: Actor, entry: AuditEntry): Promise<void> {
  const details = JSON.stringify(auditEvents[entry.event].parse(entry.details));
  await tx.$executeRaw`SELECT append_audit(
    ${now()}, ${kindOf(actor)}::"ActorKind", ${staffIdOf(actor)}::uuid, ${entry.event}, ${entry.caseId ?? null}::uuid, ${entry.patientId ?? null}::uuid,
    ${entry.documentId ?? null}::uuid, ${entry.submissionId ?? null}::uuid, ${details}::jsonb, ${actor.requestId}, ${actor.address})`;
}

/** For reads: the entry is committed before the caller hands out what it read. */
export const recordLook = (actor: Actor, entry: AuditEntry): Promise<void> => appendAudit(db(), actor, entry);
