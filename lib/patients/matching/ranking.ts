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

type Compared = Pick<Candidate, 'patient' | 'comparison'>;

/** Whoever comes near; where nobody does, the few who come nearest, so that a heavily misspelt person is not out of sight. */
function nearEnough(compared: readonly Compared[]): Compared[] {
  const near = compared.filter(({ comparison }) => comparison.weight >= BANDS.possible);
  if (near.length > 0) return near;
  return compared.filter(({ comparison }) => comparison.weight >= BANDS.nearest).sort((a, b) => b.comparison.weight - a.comparison.weight).slice(0, MOST_NEAREST);
}
const MOST_NEAREST = 3;

/**
 * Ranks patients for a person: likely before possible, then by weight in bits; ties by public id, so that two runs agree.
 *
 * @example rankCandidates(subject, patients).proposed // 'n3Xk…' or null when none or several are likely
 */
export function rankCandidates(subject: Subject, patients: readonly PatientFacts[]): Ranking {
  const candidates = nearEnough(patients.map((patient) => ({ patient, comparison: compareSubject(subject, patient) })))
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
