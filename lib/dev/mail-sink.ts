/** Takes every mail on 127.0.0.1 and delivers none. */
import { randomUUID } from 'node:crypto';
import PostalMime, { type Address } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Tray } from './tray';

export type Mail = { id: string; at: string; from: string; to: string[]; subject: string; text: string; html: string; attachments: string[] };

const written = (address: Address | undefined): string => address?.address ?? '';

async function whole(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function read(stream: SMTPServerDataStream, recipients: string[]): Promise<Mail> {
  const mail = await PostalMime.parse(await whole(stream));
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    from: written(mail.from),
    // The envelope says who really gets it; a header may say less.
    to: recipients,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.map((file) => file.filename ?? file.mimeType),
  };
}

export async function startMailSink(options: { port: number; tray: Tray<Mail> }): Promise<{ stop: () => Promise<void> }> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      read(stream, session.envelope.rcptTo.map((recipient) => recipient.address)).then(
        (mail) => {
          options.tray.put(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  // A client that hangs up is no failure of ours.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return { stop: () => new Promise((resolve) => server.close(resolve)) };
}
