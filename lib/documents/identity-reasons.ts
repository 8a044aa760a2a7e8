/** Why an ID or a second document is sent back. */
import { reasonsOf } from './return-reason';

const photoId = reasonsOf('photo_id');
const supporting = reasonsOf('supporting_id');
const agency = reasonsOf('agency_id');

export const IDENTITY_REASONS = [
  photoId('ID-01', 'photo_present', ['The ID does not show a photo.', 'Send the side with the photo, or another ID with a photo.'], ['La identificación no muestra una foto.', 'Envíe el lado con la foto u otra identificación con foto.']),
  photoId('ID-02', 'readable', ['We cannot read the ID.', 'Take a new picture in daylight, without flash, with all four corners in view.'], ['No podemos leer la identificación.', 'Tome otra foto con luz de día, sin flash y con las cuatro esquinas a la vista.']),
  photoId('ID-03', 'name_agrees', ['The name on the ID is not the name on your request.', 'Send an ID with the same name, or a paper that shows the change of name.'], ['El nombre de la identificación no es el de su solicitud.', 'Envíe una identificación con el mismo nombre o un documento que muestre el cambio de nombre.']),
  photoId('ID-04', 'birth_date_agrees', ['The date of birth on the ID is not the one on your request.', 'Check the date that you gave us. If it was wrong, call us.'], ['La fecha de nacimiento de la identificación no es la de su solicitud.', 'Revise la fecha que nos dio. Si era incorrecta, llámenos.']),
  photoId('ID-05', 'not_expired', ['The ID has expired.', 'Send one that is still valid, such as a driver’s license, a state ID, a passport or a consular ID.'], ['La identificación está vencida.', 'Envíe una vigente, como una licencia de conducir, una identificación estatal, un pasaporte o una identificación consular.']),
  photoId('ID-06', 'readable', ['Part of the ID is cut off.', 'Put the ID on a dark table and take the picture again, so that the whole card shows.'], ['Falta una parte de la identificación en la foto.', 'Ponga la identificación sobre una mesa oscura y tome la foto de nuevo, con la tarjeta completa.']),
  photoId('ID-07', 'photo_present', ['We cannot accept this kind of ID.', 'Send an ID from a government or a school, with your photo and name.'], ['No podemos aceptar este tipo de identificación.', 'Envíe una identificación del gobierno o de una escuela, con su foto y su nombre.']),
  photoId('ID-08', 'birth_date_agrees', ['The ID does not show a date of birth.', 'Send a second paper with your name and date of birth, such as a birth certificate or an insurance card.'], ['La identificación no muestra la fecha de nacimiento.', 'Envíe otro documento con su nombre y fecha de nacimiento, como un acta de nacimiento o una tarjeta de seguro.']),
  supporting('SD-01', 'readable', ['We cannot read the second document.', 'Take a new picture in daylight, with the whole page in view.'], ['No podemos leer el segundo documento.', 'Tome otra foto con luz de día y con la página completa a la vista.']),
  supporting('SD-02', 'birth_date_agrees', ['The second document does not show your date of birth, or shows another one.', 'Send a paper with the date of birth that is on your request.'], ['El segundo documento no muestra su fecha de nacimiento o muestra otra.', 'Envíe un documento con la fecha de nacimiento de su solicitud.']),
  supporting('SD-03', 'name_agrees', ['The second document is in another name.', 'Send one in your name.'], ['El segundo documento está a otro nombre.', 'Envíe uno a su nombre.']),
  supporting('SD-04', 'issuer_identifiable', ['The second document does not show who issued it.', 'Send one that names the office, insurer or school that gave it to you.'], ['El segundo documento no muestra quién lo emitió.', 'Envíe uno que nombre a la oficina, la aseguradora o la escuela que se lo dio.']),
  agency('AG-01', 'not_expired', ['The agency ID has expired.', 'Send one that is still valid.'], ['La identificación de la agencia está vencida.', 'Envíe una vigente.']),
  agency('AG-02', 'readable', ['We cannot read the agency ID.', 'Send a clearer copy that shows photo, name and agency.'], ['No podemos leer la identificación de la agencia.', 'Envíe una copia más clara que muestre la foto, el nombre y la agencia.']),
  agency('AG-03', 'agency_named', ['The ID does not show the agency.', 'Send the ID that your agency gave you.'], ['La identificación no muestra la agencia.', 'Envíe la identificación que le dio su agencia.']),
];
