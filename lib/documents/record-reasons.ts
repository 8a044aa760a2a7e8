/** Why a release, a proof of vaccination or of residence is sent back. The release follows 45 CFR 164.508(c). */
import { DOCUMENT_KINDS } from './checklists';
import { reasonsOf } from './return-reason';

const release = reasonsOf('release');
const vaccination = reasonsOf('vaccination_proof');
const residence = reasonsOf('residence_proof');
const any = reasonsOf(...DOCUMENT_KINDS);

export const RECORD_REASONS = [
  release('RE-01', 'says_what', ['The release does not say which record may be sent.', 'Write "full immunization record" or "COVID-19 record" on it.'], ['La autorización no dice qué registro se puede enviar.', 'Escriba "registro completo de inmunización" o "registro de COVID-19".']),
  release('RE-02', 'discloser_named', ['The release does not name us as the office that sends the record.', 'Write "Connecticut Department of Public Health" as the sender.'], ['La autorización no nos nombra como la oficina que envía el registro.', 'Escriba "Connecticut Department of Public Health" como quien lo envía.']),
  release('RE-03', 'receiver_named', ['The release does not say who receives the record and where.', 'Write the name, and the address or fax number.'], ['La autorización no dice quién recibe el registro ni dónde.', 'Escriba el nombre y la dirección o el número de fax.']),
  release('RE-04', 'purpose_given', ['The release does not say what the record is for.', 'Write the purpose. "At my request" is enough.'], ['La autorización no dice para qué es el registro.', 'Escriba el motivo. Basta con "a petición mía".']),
  release('RE-05', 'expiry_given', ['The release does not say when it ends, or it has ended.', 'Write an end date that is still to come.'], ['La autorización no dice cuándo termina o ya terminó.', 'Escriba una fecha final que no haya pasado.']),
  release('RE-06', 'signed_and_dated', ['The release is not signed and dated.', 'Sign it and write the date beside your name.'], ['La autorización no tiene firma y fecha.', 'Fírmela y escriba la fecha junto a su nombre.']),
  release('RE-07', 'signer_authority_shown', ['Somebody else signed, and the release does not show by what right.', 'Ask the person to sign, or send the paper that lets you sign for them.'], ['Firmó otra persona y la autorización no muestra con qué derecho.', 'Pida a la persona que firme o envíe el documento que le permite firmar por ella.']),
  release('RE-08', 'revocation_statement', ['The release does not say that it can be taken back.', 'Use the form on our website. It has all the statements.'], ['La autorización no dice que se puede cancelar.', 'Use el formulario de nuestro sitio web. Tiene todas las declaraciones.']),
  release('RE-09', 'redisclosure_statement', ['The release does not say that the receiver could pass the record on.', 'Use the form on our website. It has all the statements.'], ['La autorización no dice que quien recibe el registro podría compartirlo.', 'Use el formulario de nuestro sitio web. Tiene todas las declaraciones.']),
  release('RE-10', 'readable', ['We cannot read the release.', 'Send a clearer copy of the whole page.'], ['No podemos leer la autorización.', 'Envíe una copia más clara de la página completa.']),
  vaccination('VP-01', 'readable', ['We cannot read the proof of vaccination.', 'Take a new picture in daylight, with every line in view.'], ['No podemos leer el comprobante de vacunación.', 'Tome otra foto con luz de día y con todas las líneas a la vista.']),
  vaccination('VP-02', 'patient_named', ['The proof does not show the name of the person who was vaccinated.', 'Send a page with that name on it.'], ['El comprobante no muestra el nombre de la persona vacunada.', 'Envíe una página con ese nombre.']),
  vaccination('VP-03', 'vaccine_and_date', ['The proof does not show which vaccine was given and on what day.', 'Ask the clinic for a paper with vaccine and full date.'], ['El comprobante no muestra qué vacuna se puso ni qué día.', 'Pida a la clínica un documento con la vacuna y la fecha completa.']),
  vaccination('VP-04', 'issuer_identifiable', ['The proof does not show who gave the vaccine.', 'Send one that names the clinic, the pharmacy or the health department.'], ['El comprobante no muestra quién puso la vacuna.', 'Envíe uno que nombre a la clínica, la farmacia o el departamento de salud.']),
  residence('RS-01', 'connecticut_address', ['The paper does not show an address in Connecticut.', 'Send a lease, a utility bill or a school letter with your Connecticut address.'], ['El documento no muestra una dirección en Connecticut.', 'Envíe un contrato de alquiler, una factura de servicios o una carta de la escuela con su dirección en Connecticut.']),
  residence('RS-02', 'recent', ['The paper is too old to show where you live now.', 'Send one from the last three months.'], ['El documento es demasiado antiguo para mostrar dónde vive ahora.', 'Envíe uno de los últimos tres meses.']),
  residence('RS-03', 'name_agrees', ['The paper is in another name.', 'Send one in your name, or in the name of the person you live with and a note from them.'], ['El documento está a otro nombre.', 'Envíe uno a su nombre, o a nombre de la persona con quien vive y una nota de ella.']),
  residence('RS-04', 'readable', ['We cannot read the paper.', 'Send a clearer copy of the whole page.'], ['No podemos leer el documento.', 'Envíe una copia más clara de la página completa.']),
  any('DC-01', null, ['This is not the document that we asked for.', 'Send the one that this letter names.'], ['Este no es el documento que pedimos.', 'Envíe el que nombra esta carta.']),
  any('DC-02', null, ['Some pages are missing.', 'Send every page, in order.'], ['Faltan páginas.', 'Envíe todas las páginas, en orden.']),
  any('DC-03', null, ['The document is about another person.', 'Send the one for the person on your request.'], ['El documento es de otra persona.', 'Envíe el de la persona de su solicitud.']),
  any('DC-04', null, ['The document is in a language that we cannot read here.', 'Send it with a translation, or call us for help.'], ['El documento está en un idioma que aquí no podemos leer.', 'Envíelo con una traducción o llámenos para pedir ayuda.']),
  any('DC-05', 'readable', ['We cannot read the document.', 'Take a new picture in daylight, with the whole page in view.'], ['No podemos leer el documento.', 'Tome otra foto con luz de día y con la página completa a la vista.']),
];
