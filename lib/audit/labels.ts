/** Events as sentences: what follows the person's name, and the shape that stands before it. */
import { staffDate, type CalendarDate } from '@/lib/platform/dates';
import type { AuditEntry, AuditEventName } from './events';
import type { Break, Broken } from './verify';

export type AuditClass = 'change' | 'look' | 'send' | 'decision' | 'access';

type Details<N extends AuditEventName> = Extract<AuditEntry, { event: N }>['details'];
type Sentence<N extends AuditEventName> = { class: AuditClass; says: (details: Details<N>) => string };

const list = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '));
const SPELLINGS: Readonly<Record<string, string>> = { id: 'ID', vip: 'VIP', covid: 'COVID', email: 'e-mail' };
/** A code as words, spelled as people spell them. */
const plain = (text: string): string => text.replaceAll('_', ' ').replace(/\b(id|vip|covid|email)\b/g, (code) => SPELLINGS[code] ?? code);
const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const day = (on: string): string => [on.slice(5, 7), on.slice(8, 10), on.slice(0, 4)].join('/');
const say = <N extends AuditEventName>(kind: AuditClass, says: (details: Details<N>) => string): Sentence<N> => ({ class: kind, says });

const LINK_WORDS: Readonly<Record<string, string>> = { join: 'an invitation', password: 'a new password', second_factor: 'a new authenticator' };

const CODE_WORDS: Readonly<Record<string, string>> = { licence: 'license' };
const COVERED_WORDS: Readonly<Record<string, string>> = { ssn: 'a Social Security number', licence_number: 'a license number' };

const STEP_WORDS: Readonly<Record<string, string>> = { identity: 'step Identity', match: 'step Match', correct: 'step Correct', doses: 'step Doses', send: 'step Send', history: 'what happened' };

const sentences: { [N in AuditEventName]: Sentence<N> } = {
  'staff.signed_in': say('access', () => 'signed in.'),
  'staff.sign_in_refused': say('access', () => 'was refused at sign-in.'),
  'staff.signed_out': say('access', () => 'signed out.'),
  'staff.recovery_code_used': say('access', ({ left }) => `used a recovery code; ${counted(left, 'is', 'are')} left.`),
  'staff.invited': say('change', ({ name, roles }) => `invited ${name} as ${list(roles.map(plain))}.`),
  'staff.link_asked': say('change', ({ name, purpose }) => `had a link sent to ${name}: ${LINK_WORDS[purpose] ?? plain(purpose)}.`),
  'staff.link_sent': say('send', ({ purpose }) => `sent the mail with the link: ${LINK_WORDS[purpose] ?? plain(purpose)}.`),
  'staff.link_failed': say('send', ({ purpose, reason }) => `could not send the mail with the link (${LINK_WORDS[purpose] ?? plain(purpose)}): ${plain(reason)}.`),
  'staff.joined': say('access', ({ name, how }) => (how === 'link' ? `opened the account of ${name} by the link of an invitation.` : `joined as ${name}: the identity provider vouched for the invited address.`)),
  'staff.password_chosen': say('access', ({ name }) => `chose a new password for the account of ${name} by the link of a reset.`),
  'staff.password_changed': say('access', ({ sessionsEnded }) => `changed their own password; ${counted(sessionsEnded, 'other session')} ended.`),
  'staff.second_factor_enrolled': say('access', ({ name }) => `set up an authenticator for the account of ${name} by the link of a reset.`),
  'staff.second_factor_reset': say('change', ({ name, sessionsEnded }) => `took the authenticator and the recovery codes of ${name} away; ${counted(sessionsEnded, 'session')} ended.`),
  'staff.recovery_codes_made': say('access', ({ count }) => `made ${counted(count, 'new recovery code')}; the old ones no longer work.`),
  'staff.roles_changed': say('decision', ({ name, changes, from }) => `${from === 'provider' ? 'came with other roles from the identity provider' : `changed the roles of ${name}`}: ${changes.map(({ before, after }) => `${before ?? 'none'} to ${after ?? 'none'}`).join('; ')}.`),
  'staff.disabled': say('decision', ({ name, reason, sessionsEnded }) => `disabled the account of ${name}; ${counted(sessionsEnded, 'session')} ended. “${reason}”`),
  'staff.enabled': say('decision', ({ name, reason }) => `enabled the account of ${name} again. “${reason}”`),
  'staff.viewed': say('look', ({ shown }) => `looked at ${counted(shown.length, 'account')} of the office.`),
  'session.ended': say('access', ({ name }) => `ended a session of ${name}.`),
  'session.locked': say('access', () => 'locked the screen.'),
  'session.unlocked': say('access', () => 'unlocked the screen.'),
  'session.proved': say('access', () => 'confirmed with password and code that it was them.'),
  'command.refused': say('access', ({ command, reason }) => `tried "${command}" and was refused: ${plain(reason)}.`),
  'submission.received': say('change', ({ reference, documents }) => `received submission ${reference} with ${counted(documents, 'document')}.`),
  'case.opened': say('change', ({ number }) => `opened C-${number}.`),
  'case.matched': say('change', ({ candidates }) => `found ${counted(candidates.length, 'possible patient')}.`),
  'case.claimed': say('change', ({ how }) => (how === 'next' ? 'took the case as the next.' : how === 'moved' ? 'moved the case to themself.' : 'took the case.')),
  'case.claim_released': say('change', ({ reason, of }) => (of === undefined ? `gave the case back: ${plain(reason)}.` : `freed the case: ${of} had not touched it for half an hour.`)),
  'case.reassigned': say('decision', ({ to, reason }) => `gave the case to ${to}. “${reason}”`),
  'case.waited': say('decision', ({ state, reason, wakeOn }) => `set the case to "${plain(state)}"${wakeOn === undefined ? '' : ` until ${staffDate(wakeOn as CalendarDate)}`}. “${reason}”`),
  'case.resumed': say('decision', ({ woke }) => (woke === true ? 'brought the case back from its snooze.' : 'resumed the case.')),
  'case.escalated': say('decision', ({ reason, forReview }) => `${forReview ? 'sent the case for a second review' : 'asked a supervisor'}. “${reason}”`),
  'case.answered': say('decision', ({ answer }) => `answered the question. “${answer}”`),
  'case.joined': say('decision', ({ into, joined, reason }) => `joined C-${joined} into C-${into}. “${reason}”`),
  'case.unjoined': say('decision', ({ from, joined, reason }) => `took C-${joined} out of C-${from} again. “${reason}”`),
  'case.join_declined': say('decision', ({ other }) => `found C-${other} to be about another need.`),
  'case.bulk_done': say('change', ({ action, done, left }) => `chose several cases, ${plain(action)}: done for ${list(done)}; left as they were: ${list(left.map(plain))}.`),
  'case.noted': say('change', () => 'left a note.'),
  'case.linked': say('decision', ({ registryNumber, setAside }) => `linked the case to CT WiZ ${registryNumber}; ${setAside.length} set aside.`),
  'case.unlinked': say('decision', ({ registryNumber, reason }) => `undid the link to CT WiZ ${registryNumber}. “${reason}”`),
  'case.closed': say('decision', ({ outcome, reason, duplicateOf }) => `closed the case: ${plain(outcome)}${duplicateOf === undefined ? '' : ` of ${duplicateOf}`}.${reason === null ? '' : ` “${reason}”`}`),
  'case.reopened': say('decision', ({ reason }) => `reopened the case. “${reason}”`),
  'promise.moved': say('change', ({ cause, onDate }) => `moved the promise: the office ${cause === 'closure_added' ? 'is closed' : 'is open after all'} on ${day(onDate)}.`),
  'case.deadline_set': say('change', ({ changes, proven }) => `set their deadline: ${changes.map(({ after }) => after ?? 'none').join(', ')}${proven ? ', with its proof' : ''}.`),
  'case.deadline_removed': say('change', ({ reason }) => `took their deadline away. “${reason}”`),
  'case.deadline_proven': say('decision', ({ on, proof }) => `found their deadline of ${day(on)} proven: ${proof}.`),
  'case.deadline_proof_withdrawn': say('decision', ({ on, proof, reason }) => `no longer counts the deadline of ${day(on)} as proven by ${proof}. “${reason}”`),
  'closure.added': say('decision', ({ on, name, citation, revived }) => `closed the office on ${day(on)}${revived ? ' again' : ''}: ${name}. “${citation}”`),
  'closure.removed': say('decision', ({ on, name, reason }) => `opened the office on ${day(on)} after all, not ${name}. “${reason}”`),
  'promise.recounted': say('change', ({ on, seen, moved }) => `looked at ${counted(seen, 'open promise')} for ${day(on)}: ${moved} moved.`),
  'view.saved': say('change', ({ name }) => `saved the view “${name}”.`),
  'view.shared': say('change', ({ name, shared }) => (shared ? `shared the view “${name}”.` : `took back the shared view “${name}”.`)),
  'view.removed': say('change', ({ name }) => `removed the view “${name}”.`),
  'approval.requested': say('decision', ({ subject, reason }) => `asked for a second person: ${subject}. “${reason}”`),
  'approval.decided': say('decision', ({ subject, decision, reason }) => `${decision} the second check of the ${subject}.${reason === null ? '' : ` “${reason}”`}`),
  'document.check_begun': say('change', () => 'began to check a file.'),
  'document.check_failed': say('change', ({ setback, tries }) => `could not check a file: ${plain(setback)}, ${counted(tries, 'try', 'tries')}.`),
  'document.check_asked': say('change', () => 'asked for a file to be checked again.'),
  'document.unsent_forgotten': say('change', ({ files }) => `let go of ${counted(files, 'file')} that nobody sent.`),
  'document.made_safe': say('change', ({ pages, scan }) => `made a document safe: ${counted(pages, 'page')}, ${plain(scan)}.`),
  'document.refused': say('change', ({ reason }) => `refused a file: ${plain(reason)}.`),
  'document.taken_over': say('decision', ({ kind, fromCase }) => `took over the ${plain(kind)} accepted in C-${fromCase}.`),
  'document.asked': say('send', ({ kinds, channel, language }) => `asked the requester for ${list(kinds.map(plain))}, by ${channel === 'email' ? 'e-mail' : 'text'} in ${language === 'es' ? 'Spanish' : 'English'}.`),
  'document.asking_withdrawn': say('decision', () => 'took back what the requester was asked for; the link no longer works.'),
  'document.link_sent': say('send', ({ purpose, channel }) => `sent the ${purpose === 'reminded' ? 'reminder' : 'message'} with the link for documents by ${channel === 'email' ? 'e-mail' : 'text'}.`),
  'document.link_failed': say('send', ({ purpose, channel, reason }) => `could not send the ${purpose === 'reminded' ? 'reminder' : 'message'} with the link for documents by ${channel === 'email' ? 'e-mail' : 'text'}: ${plain(reason)}.`),
  'document.reminded': say('send', ({ channel }) => (channel === 'none' ? 'would have reminded the requester, but knows no e-mail and no phone.' : 'reminded the requester, who had not answered for five business days.')),
  'document.suspected': say('decision', ({ kind, reason }) => `said that the ${plain(kind)} may be false. “${reason}”`),
  'destruction.listed': say('change', ({ number, documents }) => `listed ${counted(documents, 'document')} whose time is over: list ${number}.`),
  'destruction.approved': say('decision', ({ number, formNumber, documents }) => `approved the destruction of ${counted(documents, 'document')}: list ${number}, form ${formNumber}.`),
  'document.spared': say('decision', ({ number, kind, reason }) => `kept the ${plain(kind)} back from list ${number}. “${reason}”`),
  'document.destroyed': say('change', ({ kind, number, formNumber }) => `destroyed the ${plain(kind)}: list ${number}, form ${formNumber}.`),
  'document.answered': say('change', ({ documents }) => `sent ${counted(documents, 'document')} by the link.`),
  'case.answer_taken': say('change', ({ moved }) => (moved === 'none' ? 'noted that documents came in.' : `${moved === 'reopened' ? 'opened the case again' : 'resumed the case'}: documents came in.`)),
  'document.reviewed': say('decision', ({ kind, decision, ticks, reasons }) => `${decision} the ${plain(kind)}: ${counted(Object.values(ticks).filter(Boolean).length, 'check')}${reasons.length > 0 ? `, reasons ${list(reasons)}` : ''}.`),
  'document.redacted': say('change', ({ page, covers }) => `covered ${COVERED_WORDS[covers] ?? 'something'} on page ${page} of a document.`),
  'document.uncovered': say('decision', ({ page, covers, reason }) => `took the cover off ${COVERED_WORDS[covers] ?? 'something'} on page ${page} of a document. “${reason}”`),
  'document.revealed': say('decision', ({ reason, minutes }) => `looked beneath what is covered on a document, for ${minutes} minutes. “${reason}”`),
  'document.original_asked': say('decision', ({ reason, scan }) => `asked for the original of a document${scan === 'clean' ? '' : ', which no scanner has checked'}. “${reason}”`),
  'document.original_fetched': say('send', () => 'downloaded the original of a document.'),
  'document.read': say('change', ({ codes, likenesses }) => `read the codes on a document: ${list(codes.map((code) => CODE_WORDS[code] ?? plain(code)))}${likenesses === 0 ? '' : `; the same picture stands in ${counted(likenesses, 'other document')}`}.`),
  'scan.received': say('change', ({ channel }) => `scanned in what came by ${channel}.`),
  'scan.added': say('change', ({ channel, documents }) => `added ${counted(documents, 'document')} that came by ${channel} to the case.`),
  'scan.left_out': say('decision', ({ pages }) => `found no request on ${counted(pages, 'scanned page')}.`),
  'patient.created': say('change', ({ registryNumber, reason }) => `created CT WiZ ${registryNumber}. “${reason}”`),
  'patient.corrected': say('change', ({ changes, reason }) => `corrected ${counted(changes.length, 'value')}. “${reason}”`),
  'patient.glass_broken': say('decision', ({ reason, words, minutes }) => `opened a restricted record for ${minutes} minutes: ${plain(reason)}. “${words}”`),
  'patient.glass_ended': say('decision', () => 'closed the restricted record again.'),
  'patient.glass_reviewed': say('decision', ({ of, finding, words }) => `found the opening by ${of} ${plain(finding)}. “${words}”`),
  'dose.recorded': say('change', ({ cvx, givenOn }) => `added a dose from paper: CVX ${cvx}, ${givenOn}.`),
  'dose.voided': say('change', ({ reason }) => `voided a dose. “${reason}”`),
  'release.prepared': say('decision', ({ records, channel, rule }) => `prepared the release of ${list(records.map(plain))} by ${channel}, rule ${rule}.`),
  'release.approved': say('decision', ({ records, dispatch }) => `approved the release of ${list(records.map(plain))}; dispatch ${dispatch}.`),
  'release.withdrawn': say('decision', ({ reason }) => `withdrew the release. “${reason}”`),
  'record.rendered': say('send', ({ controlNumber, kind, doseCount }) => `rendered the ${plain(kind)}, ${counted(doseCount, 'dose')}, control number ${controlNumber}.`),
  'batch.made': say('send', ({ number, dispatches }) => `made print batch ${number} of ${dispatches.length}.`),
  'batch.printed': say('send', ({ number, envelopes }) => `printed batch ${number}: ${counted(envelopes, 'envelope')}.`),
  'dispatch.confirmed': say('send', ({ code }) => `confirmed that ${code} is printed and sealed.`),
  'letter.queued': say('send', ({ code }) => `queued a letter on how the case ended, ${code}.`),
  'letter.cancelled': say('send', ({ code }) => `took back the letter ${code}.`),
  'letter.printed': say('send', ({ code, batch }) => `printed the letter ${code} in batch ${batch}.`),
  'letter.confirmed': say('send', ({ code }) => `confirmed that the letter ${code} is printed and sealed.`),
  'notice.queued': say('send', ({ channel }) => `queued a notice by ${plain(channel)}.`),
  'notice.sent': say('send', ({ channel }) => `sent a notice by ${plain(channel)}.`),
  'notice.failed': say('send', ({ channel, reason }) => `could not send a notice by ${plain(channel)}: ${plain(reason)}.`),
  'queue.viewed': say('look', ({ view, shown }) => `looked at the queue, ${plain(view)}: ${counted(shown.length, 'case')}.`),
  'case.viewed': say('look', ({ step }) => `looked at the case: ${STEP_WORDS[step] ?? plain(step)}.`),
  'case.rehearsed': say('look', ({ found }) => `rehearsed the portal: ${plain(found)}.`),
  'destruction.viewed': say('look', ({ number, documents }) => (number === null ? 'looked whether documents wait to be destroyed.' : `looked at list ${number} of ${counted(documents, 'document')} to be destroyed.`)),
  'document.viewed': say('look', ({ page, uncovered }) => `looked at a document, page ${page}${uncovered === true ? ', with nothing covered' : ''}.`),
  'scan.viewed': say('look', ({ pages }) => `looked at a scan to sort: ${counted(pages, 'page')}.`),
  'patient.viewed': say('look', ({ part }) => `looked at the patient, ${plain(part)}.`),
  'patient.searched': say('look', ({ shape, shown }) => `searched by ${list(shape)}: ${shown.length} shown.`),
  'dispatch.viewed': say('look', ({ shown }) => `looked at ${counted(shown.length, 'envelope')}.`),
  'press.fetched': say('look', ({ number }) => `opened print batch ${number}.`),
  'glass.viewed': say('look', ({ shown }) => `looked at ${counted(shown.length, 'opening')} of restricted records.`),
  'audit.viewed': say('look', ({ shown }) => `looked at ${counted(shown, 'entry', 'entries')} of the audit.`),
  'audit.searched': say('look', ({ registryNumber, found }) => `asked the audit about CT WiZ ${registryNumber}${found ? '' : ', which nobody has'}.`),
  'audit.exported': say('send', ({ format, entries, reason }) => `exported ${counted(entries, 'entry', 'entries')} of the audit as ${format.toUpperCase()}. “${reason}”`),
  'audit.fetched': say('send', ({ sha256 }) => `downloaded the export with the checksum ${sha256.slice(0, 12)}….`),
  'audit.sealing_stopped': say('access', ({ head }) => `stopped sealing the audit: the head in the bucket${head === null ? ' cannot be read' : `, seal ${head}, is not in the chain`}. Run audit:verify.`),
  'audit.head_missing': say('access', () => 'found no head of the audit in the bucket and wrote it anew. Run audit:verify.'),
  'audit.month_missing': say('access', ({ entries }) => `found ${counted(entries, 'entry', 'entries')} in no month of the audit: none had been made ahead.`),
};

/** What stands after the name, and which kind of entry it is. */
export function sentenceOf<N extends AuditEventName>(event: N, details: Details<N>): { class: AuditClass; words: string } {
  const found = sentences[event];
  return { class: found.class, words: found.says(details) };
}

const breaks: Record<Break, (place: { entries: number; found: number }) => string> = {
  seal_missing: () => 'the seal is missing',
  seal_altered: () => 'the seal itself was changed',
  chain_broken: () => 'the seal does not follow from the one before',
  entries_missing: ({ entries, found }) => `${entries - found} of its ${entries} entries are missing`,
  entries_added: ({ entries, found }) => `it has ${found - entries} entries more than were sealed`,
  entries_altered: ({ entries }) => `something in its ${entries} entries was changed, or two changed places`,
  tail_missing: () => 'the chain ends before it, the head in the bucket is newer: the newest entries and their seals are gone',
  head_differs: () => 'the head in the bucket has another digest: the chain was written anew',
  head_missing: () => 'there is no head in the bucket to witness it',
  head_unreadable: () => 'the head in the bucket cannot be read',
  head_behind: () => 'the head in the bucket is older: nothing witnesses it and what follows',
};

/** Where the audit is broken first, for whoever has to look. */
export function brokenWords({ what, seal, afterId, uptoId, entries = 0, found = 0 }: Broken): string {
  const where = afterId === undefined || uptoId === undefined ? `Seal ${seal}` : `Seal ${seal}, entries ${afterId + 1n} to ${uptoId}`;
  return `${where}: ${breaks[what]({ entries, found })}.`;
}

export const classWords: Record<AuditClass, string> = { change: 'Changes', look: 'Views and searches', send: 'Sends and prints', decision: 'Decisions', access: 'Sign-in and refusals' };
export const AUDIT_CLASSES = Object.keys(classWords) as AuditClass[];

/** The events of some kinds of entry. */
export const eventsOf = (classes: readonly AuditClass[]): AuditEventName[] => (Object.keys(sentences) as AuditEventName[]).filter((event) => classes.includes(sentences[event].class));
