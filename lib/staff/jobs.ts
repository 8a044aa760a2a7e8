/**
 * Sends a link by mail at most once, as a notice is sent. Its token is made here, between the claim and the mail, so that it
 * rests nowhere in clear: neither in the job nor in the database. A try that was certainly not taken makes another token.
 */
import type { WorkerActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { config } from '@/lib/platform/config';
import { db } from '@/lib/platform/db';
import type { Delivery } from '@/lib/platform/delivery';
import { sendMail } from '@/lib/platform/mailer';
import { paths } from '@/lib/paths';
import { keepLinkResult } from './commands/links';
import { linkMail } from './labels';
import { hashOfToken, newToken } from './link-token';

const MOST_ATTEMPTS = 5;

/** Null when it is not to be sent: taken back, or in somebody else's hands. */
async function claim(id: string): Promise<string | null> {
  const token = newToken();
  const { count } = await db().accountLink.updateMany({ where: { id, state: 'queued', voidedAt: null, usedAt: null }, data: { state: 'sending', attempts: { increment: 1 }, tokenHash: hashOfToken(token) } });
  return count === 1 ? token : null;
}

async function keep(actor: WorkerActor, linkId: string, delivery: Exclude<Delivery, { state: 'not_taken' }>): Promise<void> {
  const { state, ...rest } = delivery;
  const outcome = await throughTheDoor(keepLinkResult, actor, { linkId, result: state, ...rest }, null);
  if (!outcome.ok) throw new Error(outcome.reason);
}

export async function sendLink(actor: WorkerActor, { linkId }: { linkId: string }): Promise<void> {
  const link = await db().accountLink.findUnique({ where: { id: linkId }, include: { staff: { select: { email: true } } } });
  if (link === null) throw new Error('no such link');
  if (link.state === 'sending') return keep(actor, linkId, { state: 'unknown', reason: 'interrupted' });
  const token = await claim(linkId);
  if (token === null) return;
  const delivery = await sendMail({ to: link.staff.email, reference: link.publicId, ...linkMail(link.purpose, `${config().STAFF_ORIGIN}${paths.join(token)}`) });
  if (delivery.state !== 'not_taken') return keep(actor, linkId, delivery);
  if (link.attempts + 1 >= MOST_ATTEMPTS) return keep(actor, linkId, { state: 'failed', reason: delivery.reason });
  await db().accountLink.updateMany({ where: { id: linkId, state: 'sending' }, data: { state: 'queued' } });
  throw new Error('the mail server did not take the message');
}
