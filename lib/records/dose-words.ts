/** A dose in the words a record prints. The one place where records ask the immunizations room. */
import { paperAge } from '@/lib/immunizations/ages';
import { findVaccine } from '@/lib/immunizations/codes/cvx';
import { groupNames, isCovidVaccine } from '@/lib/immunizations/codes/groups';
import { vaccineText as shortText } from '@/lib/immunizations/codes/vaccine-words';
import { sourceOnRecord } from '@/lib/immunizations/labels';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import type { DoseOnRecord } from './types';

export type GivenDose = {
  readonly cvx: string;
  readonly tradeName: string | null;
  readonly givenOn: CalendarDate;
  readonly source: string;
  readonly lot: string | null;
  readonly organization: string | null;
};

/** A code that the table lost is still a dose: it stands under a group that says so. */
const UNGROUPED = ['Other'];

export const isCovidDose = ({ cvx }: Pick<GivenDose, 'cvx'>): boolean => isCovidVaccine(cvx);

/** "MMR (M-M-R II)". Without a trade name the code's own words stand: they say more than the short ones. */
export const vaccineText = ({ cvx, tradeName }: Pick<GivenDose, 'cvx' | 'tradeName'>): string =>
  tradeName === null ? (findVaccine(cvx)?.label ?? `CVX ${cvx}`) : shortText(cvx, tradeName);

export function doseOnRecord(dose: GivenDose, birthOn: PartialDate | CalendarDate): DoseOnRecord {
  const groups = groupNames(dose.cvx);
  return {
    cvx: dose.cvx,
    groupNames: groups.length === 0 ? UNGROUPED : groups,
    vaccineText: vaccineText(dose),
    givenOn: dose.givenOn,
    ageText: paperAge(birthOn, dose.givenOn),
    sourceText: sourceOnRecord(dose.source),
    ...(dose.lot === null ? {} : { lot: dose.lot }),
    ...(dose.organization === null ? {} : { organization: dose.organization }),
  };
}
