import type { Passed, Remark, FailureReason } from './verifying/verdict';

type Words<Code extends string> = Readonly<Record<'en' | 'es', Readonly<Record<Code, string>>>>;

/** The three answers of the verifier. */
export const answerWords: Words<'verified' | 'partially_verified' | 'not_verified'> = {
  en: { verified: 'Verified', partially_verified: 'Partially verified', not_verified: 'Not verified' },
  es: { verified: 'Verificada', partially_verified: 'Verificada en parte', not_verified: 'No verificada' },
};

/** Why a card was verified, in part or in full. */
export const passedWords: Words<Passed['reason']> = {
  en: {
    issuer_trusted: 'Nobody has altered this card, and its issuer is in the directory of trusted issuers.',
    issuer_not_in_directory: 'Nobody has altered this card, but its issuer is not in the directory. Anyone can make such a card.',
  },
  es: {
    issuer_trusted: 'Nadie ha alterado esta tarjeta y su emisor está en el directorio de emisores de confianza.',
    issuer_not_in_directory: 'Nadie ha alterado esta tarjeta, pero su emisor no está en el directorio. Cualquiera puede hacer una así.',
  },
};

/** Why a card was not verified. */
export const failureWords: Words<FailureReason> = {
  en: {
    not_a_card: 'This is not a SMART Health Card.',
    too_large: 'This is larger than any card.',
    parts_missing: 'This card is split over several codes, and some are missing.',
    parts_mixed: 'These codes do not belong to one card.',
    several_cards: 'There is more than one card here. Check them one at a time.',
    header_invalid: 'The card is damaged or not a SMART Health Card.',
    algorithm_not_allowed: 'The card is not signed the way health cards are.',
    payload_unreadable: 'The card is damaged or was altered.',
    payload_too_large: 'The card is built to overload a reader.',
    payload_invalid: 'The card is not built like a health card.',
    not_a_health_card: 'This is signed, but not a health card.',
    key_not_in_directory: 'The card names an issuer that we know, but not a key of that issuer.',
    signature_malformed: 'The signature is damaged.',
    signature_invalid: 'The card was altered, or somebody else made it.',
    not_yet_valid: 'The card is dated in the future.',
    expired: 'The card has expired.',
    revoked: 'The issuer has withdrawn this card. Ask for a new one.',
  },
  es: {
    not_a_card: 'Esto no es una tarjeta SMART Health Card.',
    too_large: 'Esto es más grande que cualquier tarjeta.',
    parts_missing: 'Esta tarjeta está repartida en varios códigos y faltan algunos.',
    parts_mixed: 'Estos códigos no pertenecen a una misma tarjeta.',
    several_cards: 'Aquí hay más de una tarjeta. Revíselas una por una.',
    header_invalid: 'La tarjeta está dañada o no es una SMART Health Card.',
    algorithm_not_allowed: 'La tarjeta no está firmada como las tarjetas de salud.',
    payload_unreadable: 'La tarjeta está dañada o fue alterada.',
    payload_too_large: 'La tarjeta está hecha para sobrecargar el lector.',
    payload_invalid: 'La tarjeta no tiene la forma de una tarjeta de salud.',
    not_a_health_card: 'Está firmada, pero no es una tarjeta de salud.',
    key_not_in_directory: 'La tarjeta nombra a un emisor que conocemos, pero no una clave de ese emisor.',
    signature_malformed: 'La firma está dañada.',
    signature_invalid: 'La tarjeta fue alterada o la hizo otra persona.',
    not_yet_valid: 'La tarjeta tiene una fecha futura.',
    expired: 'La tarjeta ha vencido.',
    revoked: 'El emisor ha retirado esta tarjeta. Pida una nueva.',
  },
};

/** What must be said beside a card that passed. */
export const remarkWords: Words<Remark> = {
  en: {
    status_not_completed: 'A dose on this card was not completed.',
    subpotent_dose: 'A dose on this card was subpotent.',
    patient_missing: 'The card names nobody.',
    several_patients: 'The card names several people, so no name is shown.',
    reference_unclear: 'The card does not say clearly whose dose this is.',
    dose_unreadable: 'A dose on this card could not be read.',
    no_doses: 'The card has no doses.',
    revocation_not_checked: 'The issuer keeps a list of withdrawn cards that we do not have.',
    revocation_list_outdated: 'Our list of withdrawn cards of this issuer is out of date.',
    directory_stale: 'Our copy of the directory is old.',
  },
  es: {
    status_not_completed: 'Una dosis de esta tarjeta no se completó.',
    subpotent_dose: 'Una dosis de esta tarjeta tenía potencia insuficiente.',
    patient_missing: 'La tarjeta no nombra a nadie.',
    several_patients: 'La tarjeta nombra a varias personas; no se muestra ningún nombre.',
    reference_unclear: 'La tarjeta no dice con claridad de quién es la dosis.',
    dose_unreadable: 'No se pudo leer una dosis de esta tarjeta.',
    no_doses: 'La tarjeta no tiene dosis.',
    revocation_not_checked: 'El emisor lleva una lista de tarjetas retiradas que no tenemos.',
    revocation_list_outdated: 'Nuestra lista de tarjetas retiradas de este emisor no está al día.',
    directory_stale: 'Nuestra copia del directorio es antigua.',
  },
};

type IssuingReason =
  | 'name_missing' | 'unprintable' | 'no_doses' | 'not_a_covid_code' | 'unspecified_not_agreed'
  | 'issuer_invalid' | 'rid_invalid' | 'too_long' | 'does_not_fit';

/** Why no card could be made; staff alone read these. */
export const issuingWords: Readonly<Record<IssuingReason, string>> = {
  name_missing: 'The patient has no name that a card could carry.',
  unprintable: 'The name holds characters that cannot be printed.',
  no_doses: 'There are no COVID-19 doses to put on a card.',
  not_a_covid_code: 'This vaccine is not a COVID-19 vaccine.',
  unspecified_not_agreed: 'The vaccine is unspecified (CVX 213). Decide whether it goes on the card.',
  issuer_invalid: 'The issuer address of this office is not set up correctly.',
  rid_invalid: 'The revocation identifier is not valid.',
  too_long: 'The doses do not fit on one card. The record goes out without it.',
  does_not_fit: 'This dose would have to stay off the card.',
};
