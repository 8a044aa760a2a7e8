/** Candidates in order, and whether one of them stands alone. */
import { BANDS } from './parameters';
import { BAND_ORDER, compareSubject } from './score';
import type { Band, Comparison, PatientFacts, Subject } from './types';

export type Candidate = { readonly rank: number; readonly patient: PatientFacts; readonly comparison: Comparison };

export type Ranking = {
  /**
   * Most evidence first. Who comes near and is held at `no` all the same, a twin above all, stands last: nobody takes one for the
   * other who has seen both.
   */
  readonly candidates: readonly Candidate[];
  /** Two or more qualify: release nothing, a person decides. */
  readonly ambiguous: boolean;
  /** The public id of the only candidate that is likely. */
  readonly proposed: string | null;
};

const placeOf = (band: Band): number => BAND_ORDER.indexOf(band);

/**
 * Ranks patients for a person: likely before possible, then by weight in bits; ties by public id, so that two runs agree.
 *
 * @example rankCandidates(subject, patients).proposed // 'n3Xk…' or null when none or several are likely
 */
export function rankCandidates(subject: Subject, patients: readonly PatientFacts[]): Ranking {
  const candidates = patients
    .map((patient) => ({ patient, comparison: compareSubject(subject, patient) }))
    .filter(({ comparison }) => comparison.weight >= BANDS.possible)
    .sort(
      (a, b) =>
        placeOf(a.comparison.band) - placeOf(b.comparison.band) ||
        b.comparison.weight - a.comparison.weight ||
        (a.patient.publicId < b.patient.publicId ? -1 : 1),
    )
    .map((candidate, at) => ({ rank: at + 1, ...candidate }));
  const likely = candidates.filter(({ comparison }) => comparison.band === 'likely');
  const [only] = likely;
  return { candidates, ambiguous: likely.length > 1, proposed: likely.length === 1 && only ? only.patient.publicId : null };
}
