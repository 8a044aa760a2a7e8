/** The words of the public form's codes, in both languages. Spanish: to be read by a native reviewer before use. */
import type { Problem } from '@/lib/platform/outcome';
import type { RELATIONS, SubmissionForm } from './schema';

export type FormLanguage = SubmissionForm['language'];
type Words<K extends string> = Readonly<Record<FormLanguage, Readonly<Record<K, string>>>>;

export const relationWords: Words<(typeof RELATIONS)[number]> = {
  en: {
    self: 'My own record',
    parent: 'My child’s record',
    guardian: 'The record of a person I am legal guardian of',
    power_of_attorney: 'The record of an adult who gave me power of attorney',
    conservator: 'The record of an adult I am conservator of',
    other: 'Another person’s record',
  },
  es: {
    self: 'Mi propio registro',
    parent: 'El registro de mi hijo o hija',
    guardian: 'El registro de una persona de quien soy tutor legal',
    power_of_attorney: 'El registro de un adulto que me dio un poder legal',
    conservator: 'El registro de un adulto de quien soy curador (conservator)',
    other: 'El registro de otra persona',
  },
};

export const sexWords: Words<'F' | 'M' | 'X'> = {
  en: { F: 'Female', M: 'Male', X: 'X, or another' },
  es: { F: 'Femenino', M: 'Masculino', X: 'X u otro' },
};

export const wantWords: Words<'full_record' | 'covid_record'> = {
  en: { full_record: 'Full immunization record', covid_record: 'COVID-19 record with a QR code' },
  es: { full_record: 'Registro completo de vacunación', covid_record: 'Registro de COVID-19 con código QR' },
};

export const deliveryWords: Words<SubmissionForm['delivery']> = {
  en: { mail: 'Mail me a copy', fax: 'Fax a copy', portal: 'Only fix the online search, so that I can find the record myself' },
  es: { mail: 'Envíenme una copia por correo postal', fax: 'Envíen una copia por fax', portal: 'Solo corrijan la búsqueda en línea, para que yo pueda encontrar el registro' },
};

/** Field of the form (its last word) and code. What a field does not say for itself, the code alone says. */
const fieldProblems: Words<string> = {
  en: {
    'given missing': 'Type the first name.',
    'family missing': 'Type the last name.',
    'relation missing': 'Choose whose record you need.',
    'birthOn missing': 'Type the date of birth.',
    'birthOn not_a_date': 'Type the date of birth: month, day and year, like 3/5/2010.',
    'birthOn in_the_future': 'The date of birth is still to come. Check it.',
    'birthOn too_long_ago': 'The date of birth is too long ago. Check the year.',
    'line1 missing': 'Type the street and number.',
    'city missing': 'Type the city or town.',
    'name missing': 'Type the name to write on the envelope.',
    'email missing': 'Type a phone number or an e-mail address. One is enough.',
    'faxNumber missing': 'Type the fax number.',
    'wants missing': 'Choose at least one record.',
    'delivery missing': 'Choose what we should do.',
    'needed missing': 'Choose yes or no.',
    'on not_a_date': 'Type the day: month, day and year, like 12/31/2026.',
    'on in_the_past': 'This day is over. Type a day that is still to come.',
    'reason missing': 'Type what you need it for, like school or surgery.',
    'documents missing': 'Send this document before you go on.',
    'documents session_ended': 'Too much time has passed. Send your documents again.',
  },
  es: {
    'given missing': 'Escriba el nombre.',
    'family missing': 'Escriba el apellido.',
    'relation missing': 'Elija de quién es el registro.',
    'birthOn missing': 'Escriba la fecha de nacimiento.',
    'birthOn not_a_date': 'Escriba la fecha de nacimiento: mes, día y año, como 3/5/2010.',
    'birthOn in_the_future': 'La fecha de nacimiento todavía no llega. Revísela.',
    'birthOn too_long_ago': 'La fecha de nacimiento es demasiado antigua. Revise el año.',
    'line1 missing': 'Escriba la calle y el número.',
    'city missing': 'Escriba la ciudad o el pueblo.',
    'name missing': 'Escriba el nombre que irá en el sobre.',
    'email missing': 'Escriba un teléfono o un correo electrónico. Basta con uno.',
    'faxNumber missing': 'Escriba el número de fax.',
    'wants missing': 'Elija al menos un registro.',
    'delivery missing': 'Elija qué debemos hacer.',
    'needed missing': 'Elija sí o no.',
    'on not_a_date': 'Escriba el día: mes, día y año, como 12/31/2026.',
    'on in_the_past': 'Ese día ya pasó. Escriba un día que todavía no llega.',
    'reason missing': 'Escriba para qué lo necesita, como la escuela o una operación.',
    'documents missing': 'Envíe este documento antes de seguir.',
    'documents session_ended': 'Pasó demasiado tiempo. Envíe sus documentos otra vez.',
  },
};

const problemCodes: Words<string> = {
  en: {
    missing: 'Something is missing here.',
    not_a_date: 'Type month, day and year, like 3/5/2010.',
    in_the_future: 'This date is still to come.',
    in_the_past: 'This date is over.',
    too_long_ago: 'This date is too long ago. Check the year.',
    too_long: 'This is too long. Make it shorter.',
    hidden_characters: 'There are signs here that we cannot read. Type it again by hand.',
    not_an_email: 'Check the e-mail address. It should look like ana@example.com.',
    not_a_phone: 'Type the number with its area code, like 860-555-0134.',
    not_a_zip: 'Type the ZIP code: 5 digits, like 06106.',
    not_a_state: 'Type the two letters of the state, like CT.',
  },
  es: {
    missing: 'Aquí falta algo.',
    not_a_date: 'Escriba mes, día y año, como 3/5/2010.',
    in_the_future: 'Esta fecha todavía no llega.',
    in_the_past: 'Esta fecha ya pasó.',
    too_long_ago: 'Esta fecha es demasiado antigua. Revise el año.',
    too_long: 'Es demasiado largo. Escríbalo más corto.',
    hidden_characters: 'Hay signos que no podemos leer. Escríbalo otra vez a mano.',
    not_an_email: 'Revise el correo electrónico. Debe verse como ana@example.com.',
    not_a_phone: 'Escriba el número con su código de área, como 860-555-0134.',
    not_a_zip: 'Escriba el código postal: 5 dígitos, como 06106.',
    not_a_state: 'Escriba las dos letras del estado, como CT.',
  },
};

const UNKNOWN: Readonly<Record<FormLanguage, string>> = { en: 'We cannot take this. Check it.', es: 'No podemos aceptar esto. Revíselo.' };

/** What is wrong with a field and what to do. */
export function problemWords({ field, reason }: Problem, language: FormLanguage): string {
  const last = field.split('.').at(-1) ?? '';
  return fieldProblems[language][`${last} ${reason}`] ?? problemCodes[language][reason] ?? UNKNOWN[language];
}

const refusals: Words<string> = {
  en: {
    invalid: 'Not sent. Something is missing or cannot be read.',
    too_many_tries: 'Not sent. There were many tries from here. Wait an hour, then send again, or call us.',
    session_ended: 'Not sent. Too much time has passed, so your documents are gone. Send them again.',
    unavailable: 'We could not send it. Your answers are still here. Check your signal, then send again. It will not be sent twice.',
  },
  es: {
    invalid: 'No se envió. Falta algo o no se puede leer.',
    too_many_tries: 'No se envió. Hubo muchos intentos desde aquí. Espere una hora y envíe otra vez, o llámenos.',
    session_ended: 'No se envió. Pasó demasiado tiempo y sus documentos ya no están. Envíelos otra vez.',
    unavailable: 'No pudimos enviarlo. Sus respuestas siguen aquí. Revise su señal y envíe otra vez. No se enviará dos veces.',
  },
};

/** Why the form was not taken. */
export const refusalWords = (reason: string, language: FormLanguage): string => refusals[language][reason] ?? refusals[language].unavailable ?? reason;
