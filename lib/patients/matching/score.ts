/** From evidence to a band: the weight says how probable, the guards say what must not be decided by weight. */
import { strongestCombination } from './combinations';
import { gatherEvidence } from './compare';
import { guardsFor } from './guards';
import { BANDS } from './parameters';
import type { Band, Comparison, Evidence, Field, Guard, PatientFacts, Subject } from './types';
import { combinationWords, conflictsFirst, summaryOf, toComparison } from './words';

/** The most certain first. */
export const BAND_ORDER = ['likely', 'possible', 'no'] as const satisfies readonly Band[];

const FORM_ORDER: readonly Field[] = ['birthOn', 'given', 'family', 'sex', 'phone', 'email', 'address'];

function bandOf(weight: number, guards: readonly Guard[]): Band {
  const held = (band: Band): boolean => guards.some(({ holds }) => holds === band);
  if (weight < BANDS.possible || held('no')) return 'no';
  return weight < BANDS.likely || held('possible') ? 'possible' : 'likely';
}

/**
 * Holds a person against one patient, over every name, contact and address on record, past and present.
 *
 * The weight is the sum of log2(m / u) in bits (Fellegi and Sunter 1969, comparison levels); missing and placeholder values add nothing.
 * Never throws for what people write; a value that cannot be read is missing.
 *
 * @example
 * compareSubject({ given: 'Kathy', family: 'Bell', birthOn: asPartialDate('1994-03-05'), phones: [], emails: [] }, patient).band // 'possible'
 */
export function compareSubject(subject: Subject, patient: PatientFacts): Comparison {
  const gathered = gatherEvidence(subject, patient);
  const evidence: readonly Evidence[] = FORM_ORDER.map((field) => gathered.byField[field]);
  const weight = evidence.reduce((sum, each) => sum + each.weight, 0);
  const guards = guardsFor(subject, patient, gathered);
  return {
    band: bandOf(weight, guards),
    weight: Math.round(weight * 100) / 100,
    fields: conflictsFirst(evidence.map((each) => toComparison(each, patient.sex))),
    guards,
    combination: combinationWords(strongestCombination(gathered)),
    summary: summaryOf(evidence, patient.sex),
  };
}
