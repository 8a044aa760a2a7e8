import { lotOnCard, performerOnCard } from './card-text';
import { inCardOrder, signedName, type CardDose, type CardFacts } from './facts';

/** Which of the optional facts a card carries; lots go first when it grows too long. */
export type Detail = { readonly lots: boolean; readonly performers: boolean };

const CVX = 'http://hl7.org/fhir/sid/cvx';

function immunization(dose: CardDose, detail: Detail) {
  const performer = detail.performers ? performerOnCard(dose.performer) : null;
  const lot = detail.lots ? lotOnCard(dose.lot) : null;
  return {
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: { coding: [{ system: CVX, code: dose.cvx }] },
    patient: { reference: 'resource:0' },
    occurrenceDateTime: dose.givenOn,
    ...(performer === null ? {} : { performer: [{ actor: { display: performer } }] }),
    ...(lot === null ? {} : { lotNumber: lot }),
    ...(dose.subpotent === true ? { isSubpotent: true } : {}),
  };
}

/**
 * One Patient, then Immunizations, nothing else: no identifier, gender, address or telecom, so that
 * whoever scans the code learns no more than the card needs (FHIR IG SHC Vaccination 1.0.0, data minimization).
 */
export function cardBundle(facts: CardFacts, detail: Detail) {
  const patient = { resourceType: 'Patient', name: [signedName(facts.patient)], birthDate: facts.birthOn };
  const resources = [patient, ...inCardOrder(facts.doses).map((dose) => immunization(dose, detail))];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource, index) => ({ fullUrl: `resource:${index}`, resource })),
  };
}

export type LeftOff = 'lots' | 'performers';

/** Which kinds of known facts a card with this much detail does not carry. */
export function leftOff(facts: CardFacts, detail: Detail): LeftOff[] {
  const lots = facts.doses.some((dose) => (dose.lot ?? '').trim() !== '' && (!detail.lots || lotOnCard(dose.lot) === null));
  const performers = facts.doses.some(
    (dose) => (dose.performer ?? '').trim() !== '' && (!detail.performers || performerOnCard(dose.performer) === null),
  );
  return [...(lots ? (['lots'] as const) : []), ...(performers ? (['performers'] as const) : [])];
}
