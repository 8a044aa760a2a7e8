/**
 * Everything that can stand in the audit: past tense, `room.verbed`, with the shape of its details.
 * Checked when written and again when read.
 */
import { z } from 'zod';

const change = z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });
const text = z.string();
const words = z.array(z.string());

export const auditEvents = {
  // people of this office
  'staff.signed_in': z.strictObject({}),
  'staff.sign_in_refused': z.strictObject({ reason: text }),
  'staff.signed_out': z.strictObject({}),
  'staff.recovery_code_used': z.strictObject({ left: z.number() }),
  'staff.invited': z.strictObject({ person: text, name: text, roles: words }),
  'staff.link_asked': z.strictObject({ person: text, name: text, purpose: text }),
  'staff.link_sent': z.strictObject({ person: text, purpose: text }),
  'staff.link_failed': z.strictObject({ person: text, purpose: text, reason: text }),
  'staff.joined': z.strictObject({ person: text, name: text, how: z.enum(['link', 'provider']) }),
  'staff.password_chosen': z.strictObject({ person: text, name: text }),
  'staff.password_changed': z.strictObject({ sessionsEnded: z.number() }),
  'staff.second_factor_enrolled': z.strictObject({ person: text, name: text }),
  'staff.second_factor_reset': z.strictObject({ person: text, name: text, sessionsEnded: z.number() }),
  'staff.recovery_codes_made': z.strictObject({ person: text, count: z.number() }),
  'staff.roles_changed': z.strictObject({ person: text, name: text, changes: z.array(change), from: z.enum(['administrator', 'provider']) }),
  'staff.disabled': z.strictObject({ person: text, name: text, reason: text, sessionsEnded: z.number() }),
  'staff.enabled': z.strictObject({ person: text, name: text, reason: text }),
  'staff.viewed': z.strictObject({ shown: words }),
  'session.ended': z.strictObject({ person: text, name: text, session: text }),
  'session.locked': z.strictObject({}),
  'session.unlocked': z.strictObject({}),
  'session.proved': z.strictObject({}),
  'command.refused': z.strictObject({ command: text, reason: text, subject: z.record(z.string(), z.string()) }),
  // cases
  'submission.received': z.strictObject({ reference: text, kind: text, subjects: z.number(), documents: z.number() }),
  'case.opened': z.strictObject({ number: z.number(), kind: text, dueAt: text.nullable() }),
  'case.matched': z.strictObject({ candidates: z.array(z.strictObject({ patient: text, band: text })) }),
  'case.claimed': z.strictObject({ how: z.enum(['next', 'chosen', 'moved']), from: text.nullable() }),
  'case.claim_released': z.strictObject({ reason: text, of: text.optional() }),
  'case.reassigned': z.strictObject({ from: text.nullable(), to: text, reason: text }),
  'case.waited': z.strictObject({ state: text, reason: text, wakeOn: text.optional() }),
  'case.resumed': z.strictObject({ state: text, woke: z.boolean().optional() }),
  'case.escalated': z.strictObject({ reason: text, forReview: z.boolean() }),
  'case.answered': z.strictObject({ question: text, answer: text }),
  'case.joined': z.strictObject({ into: z.number(), joined: z.number(), reason: text }),
  'case.unjoined': z.strictObject({ from: z.number(), joined: z.number(), reason: text }),
  'case.join_declined': z.strictObject({ other: z.number() }),
  'case.bulk_done': z.strictObject({ action: text, done: words, left: words }),
  'case.noted': z.strictObject({ note: text }),
  'case.linked': z.strictObject({ registryNumber: z.number(), band: text, setAside: words, reason: text.nullable() }),
  'case.unlinked': z.strictObject({ registryNumber: z.number(), reason: text }),
  'case.closed': z.strictObject({ outcome: text, reason: text.nullable(), duplicateOf: text.optional() }),
  'case.reopened': z.strictObject({ reason: text }),
  'promise.moved': z.strictObject({ changes: z.array(change), cause: text, onDate: text }),
  'case.deadline_set': z.strictObject({ changes: z.array(change), proven: z.boolean() }),
  'case.deadline_removed': z.strictObject({ changes: z.array(change), reason: text }),
  'case.deadline_proven': z.strictObject({ on: text, proof: text }),
  'case.deadline_proof_withdrawn': z.strictObject({ on: text, proof: text, reason: text }),
  'view.saved': z.strictObject({ view: text, name: text, query: text }),
  'view.shared': z.strictObject({ view: text, name: text, shared: z.boolean() }),
  'view.removed': z.strictObject({ view: text, name: text }),
  'approval.requested': z.strictObject({ subject: text, risks: words, reason: text }),
  'approval.decided': z.strictObject({ subject: text, decision: text, reason: text.nullable() }),
  // the office calendar
  'closure.added': z.strictObject({ on: text, name: text, citation: text, revived: z.boolean() }),
  'closure.removed': z.strictObject({ on: text, name: text, reason: text }),
  'promise.recounted': z.strictObject({ on: text, cause: text, seen: z.number(), moved: z.number(), finished: z.boolean() }),
  // documents
  'document.made_safe': z.strictObject({ pages: z.number(), scan: text }),
  'document.refused': z.strictObject({ reason: text }),
  'document.taken_over': z.strictObject({ kind: text, fromCase: z.number(), acceptedBy: text, acceptedAt: text }),
  'document.reviewed': z.strictObject({ kind: text, decision: text, ticks: z.record(z.string(), z.boolean()), reasons: words }),
  'document.redacted': z.strictObject({ page: z.number(), covers: text }),
  'document.uncovered': z.strictObject({ page: z.number(), covers: text, reason: text }),
  'document.revealed': z.strictObject({ reason: text, minutes: z.number() }),
  'document.original_asked': z.strictObject({ reason: text, scan: text }),
  'document.original_fetched': z.strictObject({}),
  'document.read': z.strictObject({ codes: words, likenesses: z.number() }),
  // patients and doses
  'patient.created': z.strictObject({ registryNumber: z.number(), reason: text }),
  'patient.corrected': z.strictObject({ changes: z.array(change), reason: text, evidence: text.nullable() }),
  'patient.glass_broken': z.strictObject({ opening: text, reason: text, words: text, minutes: z.number() }),
  'patient.glass_ended': z.strictObject({ opening: text }),
  'patient.glass_reviewed': z.strictObject({ opening: text, of: text, finding: text, words: text }),
  'dose.recorded': z.strictObject({ dose: text, cvx: text, givenOn: text, source: text, acceptedReasons: words }),
  'dose.voided': z.strictObject({ dose: text, reason: text }),
  // what leaves
  'release.prepared': z.strictObject({ records: words, channel: text, addressSource: text, needsSecond: z.boolean(), rule: text }),
  'release.approved': z.strictObject({ records: words, channel: text, dispatch: text }),
  'release.withdrawn': z.strictObject({ reason: text }),
  'record.rendered': z.strictObject({ controlNumber: text, kind: text, doseCount: z.number(), batch: z.number() }),
  'batch.made': z.strictObject({ number: z.number(), dispatches: words }),
  'batch.printed': z.strictObject({ number: z.number(), envelopes: z.number() }),
  'dispatch.confirmed': z.strictObject({ code: text }),
  'letter.queued': z.strictObject({ outcome: text, code: text }),
  'letter.cancelled': z.strictObject({ code: text }),
  'letter.printed': z.strictObject({ code: text, batch: z.number() }),
  'letter.confirmed': z.strictObject({ code: text }),
  'notice.queued': z.strictObject({ template: text, channel: text }),
  'notice.sent': z.strictObject({ template: text, channel: text }),
  'notice.failed': z.strictObject({ template: text, channel: text, reason: text }),
  // looking counts as doing
  'queue.viewed': z.strictObject({ view: text, shown: words }),
  'case.viewed': z.strictObject({ step: text }),
  'case.rehearsed': z.strictObject({ found: text }),
  'document.viewed': z.strictObject({ page: z.number(), uncovered: z.literal(true).optional() }),
  'patient.viewed': z.strictObject({ part: text }),
  'patient.searched': z.strictObject({ shape: words, shown: words }),
  'dispatch.viewed': z.strictObject({ shown: words }),
  'press.fetched': z.strictObject({ purpose: text, number: z.number() }),
  'glass.viewed': z.strictObject({ shown: words }),
  'audit.viewed': z.strictObject({ filters: words, shown: z.number() }),
  'audit.searched': z.strictObject({ registryNumber: z.number(), found: z.boolean() }),
  'audit.exported': z.strictObject({ format: text, filters: words, entries: z.number(), reason: text, sha256: text }),
  'audit.fetched': z.strictObject({ sha256: text }),
  // the audit's own state
  'audit.sealing_stopped': z.strictObject({ head: z.number().nullable() }),
  'audit.head_missing': z.strictObject({}),
  'audit.month_missing': z.strictObject({ entries: z.number() }),
} satisfies Record<string, z.ZodType>;

export type AuditEventName = keyof typeof auditEvents;
export type AuditSubject = { caseId?: string | null; patientId?: string | null; documentId?: string | null; submissionId?: string | null };
/** One entry: what happened, to whom. Who, when and from where come from the actor. */
export type AuditEntry = { [N in AuditEventName]: { event: N; details: z.infer<(typeof auditEvents)[N]> } & AuditSubject }[AuditEventName];
