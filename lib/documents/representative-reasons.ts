/** Why a paper that lets one adult act for another is sent back. */
import { reasonsOf } from './return-reason';

const conservator = reasonsOf('conservatorship');
const power = reasonsOf('power_of_attorney');
const health = reasonsOf('health_care_representative');
const incapacity = reasonsOf('incapacity_certificate');
const fiduciary = reasonsOf('fiduciary_certificate');

export const REPRESENTATIVE_REASONS = [
  conservator('CV-01', 'readable', ['We cannot read the decree.', 'Send a clearer copy of every page.'], ['No podemos leer el decreto.', 'Envíe una copia más clara de todas las páginas.']),
  conservator('CV-02', 'scope_read', ['The decree is over property, not over the person.', 'Send a decree that makes you conservator of the person.'], ['El decreto es sobre los bienes, no sobre la persona.', 'Envíe un decreto que le nombre curador o curadora de la persona.']),
  conservator('CV-03', 'in_force', ['The decree is no longer in force.', 'Send the decree that holds today.'], ['El decreto ya no está vigente.', 'Envíe el decreto vigente hoy.']),
  conservator('CV-04', 'conservator_named', ['The decree does not name you.', 'Send the decree that names you as conservator.'], ['El decreto no le nombra.', 'Envíe el decreto que le nombra curador o curadora.']),
  conservator('CV-05', 'seal_or_docket', ['The decree shows no court seal and no docket number.', 'Ask the court for a certified copy and send us a copy of it.'], ['El decreto no muestra sello de la corte ni número de expediente.', 'Pida a la corte una copia certificada y envíenos una copia.']),
  power('PA-01', 'readable', ['We cannot read the power of attorney.', 'Send a clearer copy of every page.'], ['No podemos leer el poder notarial.', 'Envíe una copia más clara de todas las páginas.']),
  power('PA-02', 'powers_cover_records', ['The powers do not cover health records.', 'Send a power of attorney that does, or ask the person to sign a release.'], ['El poder no incluye los registros de salud.', 'Envíe un poder que los incluya o pida a la persona que firme una autorización.']),
  power('PA-03', 'signed', ['The power of attorney is not signed.', 'Send the signed copy.'], ['El poder notarial no está firmado.', 'Envíe la copia firmada.']),
  power('PA-04', 'in_force', ['The power of attorney is not in force.', 'Send one that is, with proof of the event if it waits for one.'], ['El poder notarial no está vigente.', 'Envíe uno vigente y, si depende de un hecho, la prueba de ese hecho.']),
  power('PA-05', 'agent_named', ['The power of attorney does not name you as agent.', 'Send the one that names you.'], ['El poder notarial no le nombra como agente.', 'Envíe el que le nombra.']),
  health('HC-01', 'readable', ['We cannot read the appointment of the health care representative.', 'Send a clearer copy of every page.'], ['No podemos leer el nombramiento de representante de salud.', 'Envíe una copia más clara de todas las páginas.']),
  health('HC-02', 'two_witnesses', ['The appointment does not show two witnesses.', 'Send the page with the signatures of two adult witnesses.'], ['El nombramiento no muestra dos testigos.', 'Envíe la página con las firmas de dos testigos adultos.']),
  health('HC-03', 'representative_named', ['The appointment does not name you.', 'Send the one that names you as health care representative.'], ['El nombramiento no le nombra.', 'Envíe el que le nombra representante de salud.']),
  health('HC-04', 'signed', ['The appointment is not signed.', 'Send the signed copy.'], ['El nombramiento no está firmado.', 'Envíe la copia firmada.']),
  incapacity('IN-01', 'physician_signed', ['The certificate is not signed by a doctor.', 'Ask the doctor to sign it, and send it again.'], ['El certificado no está firmado por un médico.', 'Pida al médico que lo firme y envíelo de nuevo.']),
  incapacity('IN-02', 'in_force', ['The certificate is no longer valid.', 'Send a new one from the doctor.'], ['El certificado ya no es válido.', 'Envíe uno nuevo del médico.']),
  incapacity('IN-03', 'readable', ['We cannot read the certificate.', 'Send a clearer copy.'], ['No podemos leer el certificado.', 'Envíe una copia más clara.']),
  fiduciary('FC-01', 'seal_or_docket', ['The certificate shows no court seal and no docket number.', 'Ask the probate court for a fiduciary certificate and send us a copy.'], ['El certificado no muestra sello de la corte ni número de expediente.', 'Pida al tribunal de sucesiones un certificado de fiduciario y envíenos una copia.']),
  fiduciary('FC-02', 'in_force', ['The certificate is too old.', 'Ask the probate court for a new one.'], ['El certificado es demasiado antiguo.', 'Pida uno nuevo al tribunal de sucesiones.']),
  fiduciary('FC-03', 'fiduciary_named', ['The certificate does not name you.', 'Send the one that names you as executor or administrator.'], ['El certificado no le nombra.', 'Envíe el que le nombra albacea o administrador.']),
  fiduciary('FC-04', 'readable', ['We cannot read the certificate.', 'Send a clearer copy.'], ['No podemos leer el certificado.', 'Envíe una copia más clara.']),
];
