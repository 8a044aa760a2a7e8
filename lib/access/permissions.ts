/**
 * Who may do what: one table. Menus, the door, queries and the access matrix are made from it.
 * A command's name is its permission, so neither can be forgotten.
 */
import type { StaffRole } from './roles';

/** Besides staff, the public form's visitor and our own worker can hold a permission. */
export type Holder = StaffRole | 'visitor' | 'worker';

const CASEWORK = ['processor', 'supervisor'] as const;
const CALENDAR_KEEPERS = ['supervisor', 'administrator'] as const;
const READERS = ['processor', 'supervisor', 'auditor'] as const;
const EVERYBODY = ['phone_agent', 'processor', 'supervisor', 'auditor', 'administrator'] as const;

export const permissions = {
  // writes: one for each command
  'submission.send': ['visitor'],
  'case.open': ['worker'],
  'case.match': ['worker'],
  'case.take_next': CASEWORK,
  'case.claim': CASEWORK,
  'case.release_claim': CASEWORK,
  'case.reassign': ['supervisor'],
  'case.lapse_claims': ['worker'],
  'case.bulk': CASEWORK,
  'case.wait': CASEWORK,
  'case.wake': ['worker'],
  'case.resume': CASEWORK,
  'case.escalate': CASEWORK,
  'case.answer': ['supervisor'],
  'case.send_for_review': CASEWORK,
  'case.join': CASEWORK,
  'case.unjoin': CASEWORK,
  'case.decline_join': CASEWORK,
  'presence.beat': READERS,
  'presence.sweep': ['worker'],
  'case.note': ['phone_agent', 'processor', 'supervisor'],
  'case.see_mentions': ['processor', 'supervisor', 'auditor'],
  'draft.save': ['phone_agent', 'processor', 'supervisor', 'administrator'],
  'draft.discard': ['phone_agent', 'processor', 'supervisor', 'administrator'],
  'case.link': CASEWORK,
  'case.unlink': CASEWORK,
  'case.correct': CASEWORK,
  'case.close': CASEWORK,
  'case.reopen': ['supervisor'],
  'case.set_deadline': CASEWORK,
  'case.remove_deadline': CASEWORK,
  'case.prove_deadline': CASEWORK,
  'case.withdraw_deadline_proof': CASEWORK,
  'case.move_promises': ['worker'],
  'closure.add': CALENDAR_KEEPERS,
  'closure.remove': CALENDAR_KEEPERS,
  'view.save': READERS,
  'view.share': READERS,
  'view.remove': READERS,
  'approval.decide': ['supervisor'],
  'document.make_safe': ['worker'],
  'document.review': CASEWORK,
  'document.take_over': CASEWORK,
  'document.redact': CASEWORK,
  'document.uncover': CASEWORK,
  'document.reveal': CASEWORK,
  'document.fetch_original': ['supervisor'],
  'document.read': ['worker'],
  'patient.create': CASEWORK,
  'patient.break_glass': CASEWORK,
  'patient.end_glass': CASEWORK,
  'patient.review_glass': ['supervisor'],
  'dose.record': CASEWORK,
  'dose.void': CASEWORK,
  'release.prepare': CASEWORK,
  'release.approve': CASEWORK,
  'release.withdraw': CASEWORK,
  'dispatch.make_batch': CASEWORK,
  'dispatch.confirm_printed': CASEWORK,
  'notice.send': ['worker'],
  'session.lock': ['phone_agent', 'processor', 'supervisor', 'auditor', 'administrator'],
  'session.unlock': ['phone_agent', 'processor', 'supervisor', 'auditor', 'administrator'],
  'session.step_up': ['phone_agent', 'processor', 'supervisor', 'auditor', 'administrator'],
  'session.see_tour': ['phone_agent', 'processor', 'supervisor', 'auditor', 'administrator'],
  'calendar.view': ['phone_agent', 'processor', 'supervisor', 'auditor', 'administrator'],
  'closure.preview': CALENDAR_KEEPERS,
  'session.stay': EVERYBODY,
  'session.end': EVERYBODY,
  'session.see_notice': EVERYBODY,
  'account.join': ['visitor'],
  'account.choose_password': ['visitor'],
  'account.enrol': ['visitor'],
  'account.change_password': EVERYBODY,
  'account.new_recovery_codes': EVERYBODY,
  'staff.invite': ['administrator'],
  'staff.invite_again': ['administrator'],
  'staff.set_roles': ['administrator'],
  'staff.disable': ['administrator'],
  'staff.enable': ['administrator'],
  'staff.reset_password': ['administrator'],
  'staff.reset_second_factor': ['administrator'],
  'staff.end_session': ['administrator'],
  'staff.send_link': ['worker'],
  // reads of a person
  'queue.view': READERS,
  'case.view': READERS,
  'case.rehearse': CASEWORK,
  'case.finish': CASEWORK,
  'document.view': READERS,
  'patient.search': ['phone_agent', 'processor', 'supervisor'],
  'patient.view': ['phone_agent', 'processor', 'supervisor'],
  'vaccine.search': CASEWORK,
  'dose.check': CASEWORK,
  'dispatch.view': READERS,
  'press.fetch': CASEWORK,
  'glass.view': ['supervisor', 'auditor'],
  'audit.view': ['supervisor', 'auditor'],
  'audit.find_patient': ['supervisor', 'auditor'],
  'audit.export': ['supervisor', 'auditor'],
  'staff.view': ['administrator'],
  'permission.view': ['supervisor', 'auditor', 'administrator'],
} as const satisfies Record<string, readonly Holder[]>;

export type Permission = keyof typeof permissions;

/** May somebody with these roles (or this kind of actor) do it? */
export const holds = (holders: readonly Holder[], permission: Permission): boolean =>
  (permissions[permission] as readonly Holder[]).some((holder) => holders.includes(holder));
