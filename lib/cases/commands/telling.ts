/** The word to the requester on how their case ended: queued with the ending, in its transaction, or not at all. */
import type { Door } from '@/lib/command';
import { dispatchCode } from '@/lib/dispatch/codes';
import type { NoticeTemplate } from '@/lib/dispatch/labels';
import { noticeRecipient } from '@/lib/dispatch/recipients';
import type { LetterOutcome } from '@/lib/letters/types';
import { enqueue } from '@/lib/platform/jobs';
import type { CaseOutcome } from '../schema';
import type { WorkCase } from '../scope';
import { letterTo, tellingOf } from '../telling';

/** Somebody of the office or the worker ends a case: what is told is the same. */
type Pen = Pick<Door, 'tx' | 'now' | 'record'>;

/** One message, once for each purpose; nobody to tell is no failure. */
export async function queueNotice({ tx, now, record }: Pen, found: WorkCase, template: NoticeTemplate, purpose: string): Promise<void> {
  const to = noticeRecipient(found.submission);
  if (to === null) return;
  const notice = await tx.notice.create({ data: { ...to, caseId: found.id, template, purpose, language: found.language, state: 'queued', queuedAt: now } });
  await enqueue(tx, 'notice.send', { noticeId: notice.id }, `notice.send:${notice.id}`);
  record({ event: 'notice.queued', caseId: found.id, details: { template, channel: to.channel } });
}

/** A page holds so many beside the rest; whoever has more to mend is helped by phone. */
const MOST_REASONS = 5;

/** The coded reasons of the papers that stand returned. */
async function returnedReasons({ tx }: Pen, caseId: string): Promise<string[]> {
  const reviews = await tx.documentReview.findMany({ where: { caseId, decision: 'returned', supersededAt: null }, orderBy: { at: 'asc' }, select: { reasons: true } });
  return [...new Set(reviews.flatMap(({ reasons }) => reasons))].slice(0, MOST_REASONS);
}

async function queueLetter(door: Pen, found: WorkCase, closureId: string, outcome: LetterOutcome): Promise<void> {
  const { tx, now, record } = door;
  const to = letterTo(found);
  if (to === null) return;
  const code = await dispatchCode(tx, now);
  const reasons = outcome === 'refused' ? await returnedReasons(door, found.id) : [];
  await tx.outcomeLetter.create({
    data: { code, caseId: found.id, closureId, outcome, language: found.language, recipientName: to.recipientName, addressLines: [...to.addressLines], reasons, state: 'queued', queuedAt: now },
  });
  record({ event: 'letter.queued', caseId: found.id, details: { outcome, code } });
}

/** A protected address is used through its programme only, and a sealed adoption has two households: a supervisor writes there, or nobody. */
const isGuarded = (restriction: string | null): boolean => restriction === 'protected_address' || restriction === 'sealed_adoption';

type Ended = { readonly closureId: string; readonly outcome: CaseOutcome; readonly copySent: boolean };

/** Tells whoever asked, by what they gave us. What became of it stands in the audit and in the list of what waits for the printer. */
export async function tellEnding(door: Pen, found: WorkCase, { closureId, outcome, copySent }: Ended): Promise<void> {
  const patient = found.patientId === null ? null : await door.tx.patient.findUnique({ where: { id: found.patientId }, select: { restriction: true } });
  const canMail = letterTo(found) !== null && !isGuarded(patient?.restriction ?? null);
  const { letter, notice } = tellingOf(outcome, { canNotify: noticeRecipient(found.submission) !== null, canMail, copySent });
  if (letter !== null) await queueLetter(door, found, closureId, letter);
  if (notice !== null) await queueNotice(door, found, notice, `ended:${closureId}`);
}

/** A case that is opened again has not ended: its letter, if it has not left, is taken back. */
export async function takeBackLetters({ tx, record }: Pen, caseId: string): Promise<void> {
  const letters = await tx.outcomeLetter.findMany({ where: { caseId, state: { in: ['queued', 'printed'] } } });
  for (const { id, version, code } of letters) {
    const { count } = await tx.outcomeLetter.updateMany({ where: { id, version }, data: { state: 'cancelled', batchId: null, version: version + 1 } });
    if (count === 1) record({ event: 'letter.cancelled', caseId, details: { code } });
  }
}
