/**
 * Sends a link at most once, as a notice is sent. Its token is made here, between the claim and the message, so that it rests
 * nowhere in clear: neither in the job nor in the database. A try that was certainly not taken makes another token.
 */
import type { WorkerActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { paths } from '@/lib/paths';
import { config } from '@/lib/platform/config';
import { officeDate } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import type { Delivery } from '@/lib/platform/delivery';
import { sendMail } from '@/lib/platform/mailer';
import { sendText } from '@/lib/platform/text-line';
import { hashOfToken, newToken } from '@/lib/staff/link-token';
import { keepUploadLink } from './commands';
import { asAskLanguage, askMail, askText } from './labels';
import { askedItemsSchema } from './schema';

const MOST_ATTEMPTS = 5;
const find = (id: string) => db().uploadLink.findUnique({ where: { id }, include: { request: { include: { case: { select: { submission: { select: { reference: true } } } } } } } });
type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

/** Null when it is not to be sent: in somebody else's hands, or no longer asked. */
async function claim({ id }: Found): Promise<string | null> {
  const token = newToken();
  const { count } = await db().uploadLink.updateMany({
    where: { id, state: 'queued', request: { answeredAt: null, withdrawnAt: null, unansweredAt: null } },
    data: { state: 'sending', attempts: { increment: 1 }, tokenHash: hashOfToken(token) },
  });
  return count === 1 ? token : null;
}

function deliver(found: Found, token: string): Promise<Delivery> {
  const { request, purpose, channel, recipient, publicId, expiresAt } = found;
  const language = asAskLanguage(request.language);
  const facts = {
    reference: request.case.submission.reference,
    items: askedItemsSchema.parse(request.items),
    link: `${config().PUBLIC_ORIGIN}${paths.answer(token)}`,
    expiresOn: officeDate(expiresAt),
    reminder: purpose === 'reminded',
  };
  if (channel === 'email') return sendMail({ to: recipient, reference: publicId, ...askMail(facts, language) });
  return sendText({ to: recipient, reference: publicId, text: askText(facts, language) });
}

async function keep(actor: WorkerActor, linkId: string, delivery: Exclude<Delivery, { state: 'not_taken' }>): Promise<void> {
  const { state, ...rest } = delivery;
  const outcome = await throughTheDoor(keepUploadLink, actor, { linkId, result: state, ...rest }, null);
  if (!outcome.ok) throw new Error(outcome.reason);
}

export async function sendUploadLink(actor: WorkerActor, { linkId }: { linkId: string }): Promise<void> {
  const found = await find(linkId);
  if (found === null) throw new Error('no such link');
  if (found.state === 'sending') return keep(actor, linkId, { state: 'unknown', reason: 'interrupted' });
  const token = await claim(found);
  if (token === null) return;
  const delivery = await deliver(found, token);
  if (delivery.state !== 'not_taken') return keep(actor, linkId, delivery);
  if (found.attempts + 1 >= MOST_ATTEMPTS) return keep(actor, linkId, { state: 'failed', reason: delivery.reason });
  await db().uploadLink.updateMany({ where: { id: linkId, state: 'sending' }, data: { state: 'queued' } });
  throw new Error('the provider did not take the message');
}
