/** Codes of this room in words: for staff, and for requesters in English and Spanish. The Spanish needs a native reviewer before it is used outside the demo. */
import type { RecordKind } from '@/lib/policies/evidence';

export const RECORD_WORDS: Readonly<Record<RecordKind, string>> = { full_record: 'Full record', covid_record: 'COVID-19 record' };

export const recordsWords = (records: readonly RecordKind[]): string => records.map((kind) => RECORD_WORDS[kind]).join(' and ');

/** `B-26-0412`. */
export const batchCode = (number: number, madeOn: string): string => `B-${madeOn.slice(2, 4)}-${String(number).padStart(4, '0')}`;

/** Why an envelope may not go on, beside it in the list. */
export const STOPPED_WORDS: Readonly<Record<string, string>> = {
  no_patient: 'The case is no longer linked to a patient',
  patient_changed: 'The case is linked to another patient now',
  record_changed: 'The record was corrected since approval',
  second_person_now_needed: 'It now needs a second person',
  not_on_accepted_id: 'The address is not on an accepted ID',
  not_on_record: 'The address is no longer on record',
  not_receiver_on_release: 'The receiver is not the one that the release names',
  not_address_on_release: 'The address is not the one that the release names',
  program_address_only: 'Mail goes to the address on record only, which is the confidentiality program’s',
  opted_out: 'The patient opted out',
  may_not_have: 'The requester may not have the record any more',
};
export const stoppedWords = (reason: string): string => STOPPED_WORDS[reason] ?? 'The requester’s documents do not carry it any more';

export type NoticeLanguage = 'en' | 'es';
export const asNoticeLanguage = (text: string): NoticeLanguage => (text === 'es' ? 'es' : 'en');

export const NOTICE_TEMPLATES = ['record_mailed', 'portal_ready', 'record_updated', 'letter_coming', 'call_us'] as const;
export type NoticeTemplate = (typeof NOTICE_TEMPLATES)[number];
export const asNoticeTemplate = (text: string): NoticeTemplate | null => NOTICE_TEMPLATES.find((template) => template === text) ?? null;

type NoticeWords = { readonly subject: string; readonly text: (reference: string) => string };

const FOOT: Readonly<Record<NoticeLanguage, string>> = {
  en: 'Questions? Call (860) 509-7929, Monday to Friday, 8:30 to 4:30. Please do not answer this message, and never send personal documents by e-mail.',
  es: '¿Preguntas? Llame al (860) 509-7929, de lunes a viernes, de 8:30 a 4:30. No responda a este mensaje ni envíe documentos personales por correo electrónico.',
};
const words = (language: NoticeLanguage, subject: string, says: (reference: string) => string): NoticeWords => ({ subject, text: (reference) => `${says(reference)}\n\n${FOOT[language]}` });
const both = (en: readonly [subject: string, says: (reference: string) => string], es: readonly [subject: string, says: (reference: string) => string]) => ({ en: words('en', ...en), es: words('es', ...es) });

/** Nothing about health, and nobody's name: a phone or an inbox is read by others. */
export const NOTICE_WORDS: Readonly<Record<NoticeTemplate, Readonly<Record<NoticeLanguage, NoticeWords>>>> = {
  record_mailed: both(
    ['Your request is done', (reference) => `Your request ${reference} is done. Look in your mail in the next few days.`],
    ['Su solicitud está lista', (reference) => `Su solicitud ${reference} está lista. Revise su correo postal en los próximos días.`],
  ),
  portal_ready: both(
    ['Your request is done', (reference) => `Your request ${reference} is done. Please try the online portal again, with the same details as in your request.`],
    ['Su solicitud está lista', (reference) => `Su solicitud ${reference} está lista. Vuelva a intentar en el portal en línea, con los mismos datos de su solicitud.`],
  ),
  record_updated: both(
    ['Your request is done', (reference) => `Your request ${reference} is done. You can look in the online portal, or ask us for a copy.`],
    ['Su solicitud está lista', (reference) => `Su solicitud ${reference} está lista. Puede consultar el portal en línea o pedirnos una copia.`],
  ),
  letter_coming: both(
    ['About your request', (reference) => `We have finished with your request ${reference}. A letter in the mail says more. It should reach you in the next few days.`],
    ['Sobre su solicitud', (reference) => `Terminamos con su solicitud ${reference}. Una carta por correo postal le explica más. Debe llegarle en los próximos días.`],
  ),
  call_us: both(
    ['About your request', (reference) => `We have finished with your request ${reference}. Please call us to hear the result and what you can do next.`],
    ['Sobre su solicitud', (reference) => `Terminamos con su solicitud ${reference}. Llámenos para saber el resultado y qué puede hacer.`],
  ),
};

/** A letter without a record, in the list of what waits for the printer. */
export const LETTER_WHAT = 'Letter on how the case ended';
