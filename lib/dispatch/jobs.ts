/**
 * Sends a notice at most once. The claim is committed before the provider is called, outside any transaction; whoever finds a
 * notice still `sending` knows that a worker died between the two, and ends it as `unknown` for a person to look at.
 */
import type { WorkerActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { db } from '@/lib/platform/db';
import type { Delivery } from '@/lib/platform/delivery';
import { sendMail } from '@/lib/platform/mailer';
import { sendText } from '@/lib/platform/text-line';
import { keepNoticeResult } from './commands/notices';
import { asNoticeLanguage, asNoticeTemplate, NOTICE_WORDS } from './labels';

const find = (id: string) => db().notice.findUnique({ where: { id }, include: { case: { select: { submission: { select: { reference: true } } } } } });
type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

const MOST_ATTEMPTS = 5;

async function claim(id: string): Promise<boolean> {
  const { count } = await db().notice.updateMany({ where: { id, state: 'queued' }, data: { state: 'sending', attempts: { increment: 1 } } });
  return count === 1;
}

function deliver(notice: Found): Promise<Delivery> {
  const template = asNoticeTemplate(notice.template);
  if (template === null) return Promise.resolve({ state: 'failed', reason: 'template_unknown' });
  const words = NOTICE_WORDS[template][asNoticeLanguage(notice.language)];
  const text = words.text(notice.case.submission.reference);
  const message = { to: notice.recipient, text, reference: notice.publicId };
  return notice.channel === 'email' ? sendMail({ ...message, subject: words.subject }) : sendText(message);
}

async function keep(actor: WorkerActor, noticeId: string, delivery: Exclude<Delivery, { state: 'not_taken' }>): Promise<void> {
  const { state, ...rest } = delivery;
  const outcome = await throughTheDoor(keepNoticeResult, actor, { noticeId, result: state, ...rest }, null);
  if (!outcome.ok) throw new Error(outcome.reason);
}

/** Certainly not taken: back into the queue, so that the queue's next try may claim it; after some tries it has failed. */
async function putBack(actor: WorkerActor, { id, attempts }: Found, reason: string): Promise<void> {
  if (attempts + 1 >= MOST_ATTEMPTS) return keep(actor, id, { state: 'failed', reason });
  await db().notice.updateMany({ where: { id, state: 'sending' }, data: { state: 'queued' } });
  throw new Error('the provider did not take the message');
}

export async function sendNotice(actor: WorkerActor, { noticeId }: { noticeId: string }): Promise<void> {
  const notice = await find(noticeId);
  if (notice === null) throw new Error('no such notice');
  if (notice.state === 'sending') return keep(actor, noticeId, { state: 'unknown', reason: 'interrupted' });
  if (!(await claim(noticeId))) return;
  const delivery = await deliver(notice);
  return delivery.state === 'not_taken' ? putBack(actor, notice, delivery.reason) : keep(actor, noticeId, delivery);
}
