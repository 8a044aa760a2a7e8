/** Why a paper about a family or a child is sent back. */
import { reasonsOf } from './return-reason';

const birth = reasonsOf('birth_certificate');
const guardianship = reasonsOf('guardianship');
const orders = reasonsOf('court_order', 'emancipation_order', 'commitment_order');
const rename = reasonsOf('name_change');

export const FAMILY_REASONS = [
  birth('BC-01', 'readable', ['We cannot read the birth certificate.', 'Take a new picture of the whole page in daylight.'], ['No podemos leer el acta de nacimiento.', 'Tome otra foto de la página completa con luz de día.']),
  birth('BC-02', 'parent_named', ['The birth certificate does not name you as a parent.', 'Send the long form that names the parents, or a court paper that gives you this right.'], ['El acta de nacimiento no le nombra como madre o padre.', 'Envíe el acta completa que nombra a los padres o un documento de la corte que le dé este derecho.']),
  birth('BC-03', 'child_named', ['The birth certificate is for another child.', 'Send the one for the child on your request.'], ['El acta de nacimiento es de otro niño o niña.', 'Envíe la del niño o la niña de su solicitud.']),
  birth('BC-04', 'official_copy', ['The paper is not an official birth certificate.', 'Send a copy of the certificate from the town or the state, not from the hospital.'], ['El documento no es un acta de nacimiento oficial.', 'Envíe una copia del acta del municipio o del estado, no la del hospital.']),
  guardianship('GU-01', 'readable', ['We cannot read the guardianship paper.', 'Send a clearer copy of every page.'], ['No podemos leer el documento de tutela.', 'Envíe una copia más clara de todas las páginas.']),
  guardianship('GU-02', 'seal_or_docket', ['The guardianship paper shows no court seal and no docket number.', 'Ask the court for a certified copy and send us a copy of it.'], ['El documento de tutela no muestra sello de la corte ni número de expediente.', 'Pida a la corte una copia certificada y envíenos una copia.']),
  guardianship('GU-03', 'guardian_named', ['The paper does not name you as guardian.', 'Send the decree that names you.'], ['El documento no le nombra como tutor o tutora.', 'Envíe el decreto que le nombra.']),
  guardianship('GU-04', 'child_named', ['The paper does not name the person on your request.', 'Send the decree for this person.'], ['El documento no nombra a la persona de su solicitud.', 'Envíe el decreto de esta persona.']),
  guardianship('GU-05', 'in_force', ['The guardianship has ended.', 'Send a decree that is still in force.'], ['La tutela ya terminó.', 'Envíe un decreto vigente.']),
  orders('CO-01', 'readable', ['We cannot read the court order.', 'Send a clearer copy of every page.'], ['No podemos leer la orden de la corte.', 'Envíe una copia más clara de todas las páginas.']),
  orders('CO-02', 'seal_or_docket', ['The order shows no court seal and no docket number.', 'Ask the court for a certified copy and send us a copy of it.'], ['La orden no muestra sello de la corte ni número de expediente.', 'Pida a la corte una copia certificada y envíenos una copia.']),
  orders('CO-03', 'in_force', ['The order has ended.', 'Send an order that is still in force.'], ['La orden ya terminó.', 'Envíe una orden vigente.']),
  orders('CO-04', null, ['The order does not name the people on your request.', 'Send the order about these people.'], ['La orden no nombra a las personas de su solicitud.', 'Envíe la orden sobre estas personas.']),
  rename('NC-01', 'readable', ['We cannot read the paper about the change of name.', 'Send a clearer copy of the whole page.'], ['No podemos leer el documento del cambio de nombre.', 'Envíe una copia más clara de la página completa.']),
  rename('NC-02', 'former_name_agrees', ['The paper does not show the name that we have on record.', 'Send the paper that links the old name with the new one.'], ['El documento no muestra el nombre que tenemos registrado.', 'Envíe el documento que une el nombre anterior con el nuevo.']),
  rename('NC-03', 'new_name_agrees', ['The new name on the paper is not the one on your request.', 'Check the name that you gave us, or send the paper for that name.'], ['El nombre nuevo del documento no es el de su solicitud.', 'Revise el nombre que nos dio o envíe el documento de ese nombre.']),
  rename('NC-04', 'decree_or_certificate', ['This paper does not prove a change of name.', 'Send a court decree or a marriage certificate.'], ['Este documento no prueba un cambio de nombre.', 'Envíe un decreto de la corte o un acta de matrimonio.']),
];
