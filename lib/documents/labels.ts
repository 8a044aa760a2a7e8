/** Words for documents: their kinds, the ticks of their checklists, the state of their review. */
import type { ChecklistItem, DocumentKind } from './checklists';
import { LIMITS, type Refusal, type Setback } from './intake/limits';

type KindWords = {
  readonly full: string;
  /** The badge in the queue. */
  readonly short: string;
  /** As Spanish letters and pages name it. */
  readonly es: string;
};

export const DOCUMENT_KIND_WORDS: Readonly<Record<DocumentKind, KindWords>> = {
  photo_id: { full: 'Photo ID', short: 'ID', es: 'Identificación con foto' },
  supporting_id: { full: 'Second document for identity', short: 'Second ID', es: 'Segundo documento de identidad' },
  birth_certificate: { full: 'Birth certificate', short: 'Birth cert.', es: 'Acta de nacimiento' },
  guardianship: { full: 'Proof of guardianship', short: 'Guardianship', es: 'Prueba de tutela' },
  court_order: { full: 'Court order', short: 'Court order', es: 'Orden de la corte' },
  emancipation_order: { full: 'Order of emancipation', short: 'Emancipation', es: 'Orden de emancipación' },
  agency_id: { full: 'Agency ID', short: 'Agency ID', es: 'Identificación de la agencia' },
  commitment_order: { full: 'Order of commitment', short: 'Commitment', es: 'Orden de custodia estatal' },
  conservatorship: { full: 'Conservator’s decree', short: 'Decree', es: 'Decreto de curatela' },
  power_of_attorney: { full: 'Power of attorney', short: 'Power of att.', es: 'Poder notarial' },
  health_care_representative: { full: 'Appointment of health care representative', short: 'Health rep.', es: 'Nombramiento de representante de salud' },
  incapacity_certificate: { full: 'Certificate of incapacity', short: 'Incapacity', es: 'Certificado de incapacidad' },
  fiduciary_certificate: { full: 'Fiduciary certificate', short: 'Fiduciary', es: 'Certificado de fiduciario' },
  release: { full: 'Signed release', short: 'Release', es: 'Autorización firmada' },
  name_change: { full: 'Proof of a change of name', short: 'Name change', es: 'Prueba del cambio de nombre' },
  vaccination_proof: { full: 'Proof of vaccination', short: 'Card', es: 'Comprobante de vacunación' },
  residence_proof: { full: 'Proof of residence', short: 'Residence', es: 'Comprobante de domicilio' },
  other: { full: 'Other document', short: 'Other', es: 'Otro documento' },
};

export const CHECKLIST_WORDS: Readonly<Record<ChecklistItem, string>> = {
  photo_present: 'Photo present',
  name_agrees: 'Name agrees',
  birth_date_agrees: 'Date of birth agrees',
  not_expired: 'Not expired',
  readable: 'Readable',
  issuer_identifiable: 'Issuer can be identified',
  official_copy: 'Official copy of a town or state',
  child_named: 'Names the child or ward',
  parent_named: 'Names the requester as parent',
  seal_or_docket: 'Court seal or docket number',
  guardian_named: 'Names the requester as guardian',
  in_force: 'In force',
  parties_named: 'Names the parties',
  effect_read: 'Effect on the requester read',
  person_named: 'Names the person',
  worker_named: 'Names the worker',
  agency_named: 'Names the agency',
  conservator_named: 'Names the requester as conservator',
  scope_read: 'Over the person, not the estate alone',
  principal_named: 'Names the person as principal',
  agent_named: 'Names the requester as agent',
  powers_cover_records: 'Powers cover health records',
  signed: 'Signed',
  representative_named: 'Names the requester as representative',
  two_witnesses: 'Two witnesses signed',
  physician_signed: 'Signed by a physician',
  fiduciary_named: 'Names the requester as executor or administrator',
  says_what: 'Says what may be sent',
  discloser_named: 'Names who sends it',
  receiver_named: 'Names who receives it, and where',
  purpose_given: 'Gives the purpose',
  expiry_given: 'Gives an end that is still to come',
  signed_and_dated: 'Signed and dated',
  signer_authority_shown: 'Signed by the person, or the signer shows the right to',
  revocation_statement: 'Says that it can be taken back',
  redisclosure_statement: 'Says that the receiver could pass it on',
  decree_or_certificate: 'Decree or marriage certificate',
  former_name_agrees: 'Former name agrees',
  new_name_agrees: 'New name agrees',
  patient_named: 'Names the patient',
  vaccine_and_date: 'States vaccine and date',
  connecticut_address: 'Address is in Connecticut',
  recent: 'From the last three months',
};

export const REVIEW_STATE_WORDS = { to_review: 'To review', accepted: 'Accepted', returned: 'Returned', asked_for: 'Asked for' } as const;

/** What somebody judged of a document, before their name. */
export const JUDGED_WORDS = { accepted: 'Accepted', returned: 'Returned', suspected_false: 'Suspected to be false' } as const;

export const REVIEW_PROBLEM_WORDS: Readonly<Record<string, string>> = {
  tick_missing: 'Tick this, or return the document',
  tick_unknown: 'This is not on the list for this kind',
  expired: 'It ended too long ago to be accepted: return it',
  not_a_date: 'Give the day it ends, as on the document',
  accepted_with_reasons: 'An accepted document has no reasons: take them out, or return it',
  reason_missing: 'Choose at least one reason: it becomes the letter',
  reason_unknown: 'This reason is not for this kind of document',
  reason_twice: 'The same reason stands there twice',
  not_read: 'Read this from the document: the rules ask for it',
  holder_missing: 'Say whose ID it is',
};

/** Why a file was never shown, and what to do about it. */
const REFUSED_FILE_WORDS: Readonly<Record<Refusal, string>> = {
  infected: 'The scanner found a virus in it. Ask for it again.',
  encrypted: 'It is locked with a password. Ask for it again without one.',
  altered: 'What lies in the store is not what was received. Ask for it again, and tell an administrator.',
  too_many_pages: `It has more pages than we take: ${LIMITS.pdfPages} in a PDF, ${LIMITS.scanPages} in a fax or scan. Ask for the pages that matter.`,
  too_many_pixels: `It has more than ${LIMITS.pixels / 1_000_000} megapixels. Ask for a smaller picture.`,
  took_too_long: 'Opening it took longer than a file may take. Ask for it again, as a photo.',
  too_much_memory: 'Opening it took more memory than a file may take. Ask for it again, as a photo.',
  unreadable: 'It is damaged, or not what its name says. Ask for it again.',
};

export const refusalSentence = (reason: string | null): string => (REFUSED_FILE_WORDS as Readonly<Record<string, string>>)[reason ?? ''] ?? 'It could not be made safe. Ask for it again.';

/** What stood in the way of the last try, and what whoever runs the system can do about it. */
export const SETBACK_WORDS: Readonly<Record<Setback, string>> = {
  scanner_away: 'The virus scanner did not answer. See that clamd runs.',
  store_away: 'The file store did not answer. See that the bucket can be reached.',
  object_missing: 'The file is not in the store any more. Restore it, or have it asked for again.',
  altered: 'What lies in the store is not what was received. Find out who can write to the bucket.',
  program_missing: 'The program that makes files safe did not start. See that the worker is built whole and has memory.',
  took_too_long: 'It took longer than 15 seconds. It has one more try.',
  too_much_memory: 'It took more memory than a file may take. It has one more try.',
};

/** Nothing was noted: no try has come to an end yet. */
export const setbackSentence = (setback: Setback | null): string => (setback === null ? 'No worker has tried it yet. See that one runs.' : SETBACK_WORDS[setback]);
