/** The message that asks for papers, and the page that takes them. The Spanish needs a native reviewer before it is used outside the demo. */
import { longDate, type CalendarDate } from '@/lib/platform/dates';
import { DOCUMENT_KIND_WORDS } from '../labels';
import { findReason } from '../reasons';
import type { AskedItem } from './schema';

export type AskLanguage = 'en' | 'es';
export const asAskLanguage = (text: string): AskLanguage => (text === 'es' ? 'es' : 'en');

const kindName = (kind: AskedItem['kind'], language: AskLanguage): string => (language === 'es' ? DOCUMENT_KIND_WORDS[kind].es : DOCUMENT_KIND_WORDS[kind].full);

export type AskedLine = { readonly kind: AskedItem['kind']; readonly name: string; /** What was wrong and what to do; none for a paper that never came. */ readonly says: readonly string[] };

/** Each paper as the requester reads it. */
export const askedLines = (items: readonly AskedItem[], language: AskLanguage): readonly AskedLine[] =>
  items.map(({ kind, reasons }) => ({
    kind,
    name: kindName(kind, language),
    says: reasons.flatMap((code) => {
      const reason = findReason(code);
      return reason === null ? [] : [`${reason[language].wrong} ${reason[language].todo}`];
    }),
  }));

type MessageFacts = { readonly reference: string; readonly items: readonly AskedItem[]; readonly link: string; readonly expiresOn: CalendarDate; readonly reminder: boolean };

const FOOT: Readonly<Record<AskLanguage, string>> = {
  en: 'Do not answer this message, and never send documents by e-mail. Questions? Call (860) 509-7929, Monday to Friday, 8:30 to 4:30.',
  es: 'No responda a este mensaje ni envíe documentos por correo electrónico. ¿Preguntas? Llame al (860) 509-7929, de lunes a viernes, de 8:30 a 4:30.',
};
const SAYS = {
  en: {
    subject: 'We need something from you',
    reminded: 'We are still waiting to hear from you',
    lead: (reference: string) => `To go on with your request ${reference}, we need:`,
    how: 'Take a photo or choose a file here:',
    until: (day: string) => `The link works once, until ${day}. Your request waits until we hear from you.`,
    text: (reference: string, link: string, day: string) => `Connecticut Public Health: to go on with your request ${reference}, we need something from you. See what, and send it, here: ${link} Works once, until ${day}. Questions? (860) 509-7929`,
  },
  es: {
    subject: 'Necesitamos algo de usted',
    reminded: 'Seguimos esperando su respuesta',
    lead: (reference: string) => `Para continuar con su solicitud ${reference}, necesitamos:`,
    how: 'Tome una foto o elija un archivo aquí:',
    until: (day: string) => `El enlace funciona una vez, hasta el ${day}. Su solicitud espera hasta recibir su respuesta.`,
    text: (reference: string, link: string, day: string) => `Salud Pública de Connecticut: para continuar con su solicitud ${reference}, necesitamos algo de usted. Vea qué es y envíelo aquí: ${link} Funciona una vez, hasta el ${day}. ¿Preguntas? (860) 509-7929`,
  },
} as const;

/** The message by e-mail: which papers, what was wrong with those that came, the link. Nobody's name, and nothing about health but what the papers are called. */
export function askMail({ reference, items, link, expiresOn, reminder }: MessageFacts, language: AskLanguage): { subject: string; text: string } {
  const say = SAYS[language];
  const lines = askedLines(items, language).map(({ name, says }) => `* ${[`${name}.`, ...says].join(' ')}`);
  const text = [say.lead(reference), lines.join('\n'), `${say.how}\n${link}`, say.until(longDate(expiresOn, language)), FOOT[language]].join('\n\n');
  return { subject: reminder ? say.reminded : say.subject, text };
}

/** By text only that something is needed: the page says what. */
export const askText = ({ reference, link, expiresOn }: MessageFacts, language: AskLanguage): string => SAYS[language].text(reference, link, longDate(expiresOn, language));

type PageWords = {
  readonly title: string;
  readonly lead: string;
  readonly stepOf: (at: number, of: number) => string;
  readonly checkTitle: string;
  readonly checkLead: string;
  readonly none: string;
  readonly send: string;
  readonly sending: string;
  readonly back: string;
  readonly doneTitle: string;
  readonly doneLead: string;
  readonly overTitle: string;
  readonly overLead: string;
  readonly nothingChosen: string;
  readonly failed: Readonly<Record<string, string>>;
};

export const ASK_PAGE: Readonly<Record<AskLanguage, PageWords>> = {
  en: {
    title: 'Send what we asked for',
    lead: 'Your request waits for this. You can send a photo or a file.',
    stepOf: (at, of) => `Document ${at} of ${of}`,
    checkTitle: 'Check and send',
    checkLead: 'The link works once: make sure that everything is here.',
    none: 'Nothing chosen',
    send: 'Send',
    sending: 'Sending',
    back: 'Back',
    doneTitle: 'We have your documents',
    doneLead: 'Your request goes on. You do not need to do anything now; we write to you when it is done or when we need more.',
    overTitle: 'This link does not work',
    overLead: 'It was used, its time is over, or it was copied without its end. Look for a newer message from us, or call us: we send you another link.',
    nothingChosen: 'Add at least one document before you send.',
    failed: {
      link_over: 'This link was used or its time is over. Call us: we send you another one.',
      session_ended: 'Too much time has passed. Add the documents again, then send.',
      too_many_tries: 'That was many tries in a short time. Wait an hour, or call us.',
      unavailable: 'Not sent. Check your signal, then try again.',
    },
  },
  es: {
    title: 'Envíe lo que le pedimos',
    lead: 'Su solicitud espera esto. Puede enviar una foto o un archivo.',
    stepOf: (at, of) => `Documento ${at} de ${of}`,
    checkTitle: 'Revise y envíe',
    checkLead: 'El enlace funciona una sola vez: asegúrese de que esté todo.',
    none: 'Nada elegido',
    send: 'Enviar',
    sending: 'Enviando',
    back: 'Atrás',
    doneTitle: 'Ya tenemos sus documentos',
    doneLead: 'Su solicitud continúa. No tiene que hacer nada más; le escribiremos cuando esté lista o si necesitamos algo más.',
    overTitle: 'Este enlace no funciona',
    overLead: 'Ya se usó, se venció o se copió sin el final. Busque un mensaje más reciente o llámenos: le enviaremos otro enlace.',
    nothingChosen: 'Agregue al menos un documento antes de enviar.',
    failed: {
      link_over: 'Este enlace ya se usó o se venció. Llámenos: le enviaremos otro.',
      session_ended: 'Pasó demasiado tiempo. Agregue los documentos otra vez y envíe.',
      too_many_tries: 'Fueron muchos intentos en poco tiempo. Espere una hora o llámenos.',
      unavailable: 'No se envió. Revise su señal e intente otra vez.',
    },
  },
};
