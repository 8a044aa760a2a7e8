/** The CVX table. Server only by weight: the browser asks for what it needs. */
import table from './cvx.json';
import { AGE_OVERRIDES } from './age-overrides';

/** `pending` (146, in use since 2021) and `withdrawn` (76) are doses like any other. */
export type VaccineKind = 'vaccine' | 'unspecified' | 'foreign' | 'non_vaccine' | 'never_active' | 'pending' | 'withdrawn';

export type Vaccine = {
  readonly cvx: string;
  readonly label: string;
  readonly kind: VaccineKind;
  /** Completed months of age between which the code is meant to be used; absent where the table says nothing. */
  readonly fromMonth?: number;
  readonly toMonth?: number;
};

/** 99 is reserved, 998 says that nothing was given, 999 that nobody knows what was: none of them is a dose (domain of CVX notes). */
const NOT_A_DOSE: ReadonlySet<string> = new Set(['99', '998', '999']);

export const isDoseCode = (cvx: string): boolean => !NOT_A_DOSE.has(cvx);

const curated = (row: Vaccine): Vaccine => ({ ...row, ...AGE_OVERRIDES[row.cvx] });

const BY_CVX: ReadonlyMap<string, Vaccine> = new Map((table.codes as readonly Vaccine[]).map((row) => [row.cvx, curated(row)]));

export const allVaccines = (): readonly Vaccine[] => [...BY_CVX.values()];

/** The row of a code as the table writes it (`03`, not `3`), or null. */
export const findVaccine = (cvx: string): Vaccine | null => BY_CVX.get(cvx) ?? null;
