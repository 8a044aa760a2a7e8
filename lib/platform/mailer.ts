/** Sends one mail to one address. What it says and whom it may reach is the caller's; how it cannot be misused is decided here. */
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { config, required } from './config';
import { neverConnected, type Delivery } from './delivery';

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Ours and stable: the same message carries the same Message-ID however often it is tried. */
  readonly reference: string;
};

/** A mail library reads a list where we mean one address, so nothing that could be a list passes (security requirements 13). */
const oneAddress = z.email().max(254).refine((text) => !/[\s,;:<>"()[\]\\]/.test(text));
const reference = z.string().regex(/^[\w-]{8,80}$/);
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

function transport() {
  const { SMTP_PORT, SMTP_USER, SMTP_PASSWORD } = config();
  const auth = SMTP_USER === undefined ? {} : { auth: { user: SMTP_USER, pass: SMTP_PASSWORD ?? '' } };
  return createTransport({ host: required('SMTP_HOST'), port: SMTP_PORT, secure: SMTP_PORT === 465, ...auth, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
}

type SmtpError = { code?: string; syscall?: string; responseCode?: number };

/**
 * An answer in numbers is a no; silence after we began to hand the message over may be a yes that was lost. The library calls
 * a line that broke at any moment `ECONNECTION` of `CONN`, so only the system's own word says that none was ever made.
 */
function read(error: unknown): Delivery {
  const { code, syscall, responseCode } = (error ?? {}) as SmtpError;
  if (responseCode !== undefined && responseCode >= 500) return { state: 'failed', reason: 'refused_by_server' };
  if (responseCode !== undefined && responseCode >= 400) return { state: 'not_taken', reason: 'server_busy' };
  if (syscall === 'connect' || neverConnected(code)) return { state: 'not_taken', reason: 'no_connection' };
  return { state: 'unknown', reason: 'answer_lost' };
}

/** Never throws for what a server does; a message that is not ours to send (two addresses, no reference) is `failed`. */
export async function sendMail(mail: Mail): Promise<Delivery> {
  const address = oneAddress.safeParse(mail.to);
  if (!address.success) return { state: 'failed', reason: 'not_one_address' };
  const from = config().MAIL_FROM;
  const messageId = `<${reference.parse(mail.reference)}@${from.slice(from.indexOf('@') + 1)}>`;
  const line = transport();
  try {
    await line.sendMail({
      from,
      to: { name: '', address: address.data },
      subject: mail.subject,
      text: mail.text,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { state: 'sent', providerRef: messageId };
  } catch (error) {
    return read(error);
  } finally {
    line.close();
  }
}
