/** Where the demo's mail, faxes and text messages end up: nowhere but the launcher's page. */
import { join } from 'node:path';
import { type Fax, startGateways, type Text } from './gateways';
import { type Mail, startMailSink } from './mail-sink';
import { Tray } from './tray';

export type Sinks = {
  mails: Tray<Mail>;
  faxes: Tray<Fax>;
  texts: Tray<Text>;
  faxUrl: string;
  smsUrl: string;
  stop: () => Promise<void>;
};

export async function startSinks(options: { folder: string; smtpPort: number; gatewayPort: number; token: string }): Promise<Sinks> {
  const mails = new Tray<Mail>(join(options.folder, 'mail.json'));
  const faxes = new Tray<Fax>(join(options.folder, 'faxes.json'));
  const texts = new Tray<Text>(join(options.folder, 'texts.json'));
  const mailSink = await startMailSink({ port: options.smtpPort, tray: mails });
  const gateways = await startGateways({ port: options.gatewayPort, token: options.token, faxes, texts });
  const stop = async (): Promise<void> => {
    await gateways.stop();
    await mailSink.stop();
  };
  return { mails, faxes, texts, faxUrl: gateways.faxUrl, smsUrl: gateways.smsUrl, stop };
}
