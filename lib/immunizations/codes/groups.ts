/** Which vaccine groups a code counts for: CDC's table, and what CDC leaves without a group. */
import table from './vaccine-groups.json';
import { GROUP_WORDS, UNGROUPED_CODES } from './group-overrides';

const CDC: Readonly<Record<string, readonly string[]>> = table.byCvx;

/** Antibodies against RSV share CDC's group with the vaccines, but they are not vaccine: they stand in a group of their own. */
const RSV_ANTIBODIES: ReadonlySet<string> = new Set(['71', '93', '145', '306', '307', '315', '332']);

/** CDC's 46 groups by their codes. */
export const cdcGroups = (): readonly string[] => Object.keys(table.groups);

export const isRsvAntibody = (cvx: string): boolean => RSV_ANTIBODIES.has(cvx);

/** Group codes of a CVX, for counting and for telling duplicates; empty for a code that no group knows. */
export function vaccineGroups(cvx: string): readonly string[] {
  if (isRsvAntibody(cvx)) return ['RSV_ANTIBODY'];
  return CDC[cvx] ?? UNGROUPED_CODES[cvx] ?? [];
}

/** Groups as a record and a history list them ("Measles, mumps, rubella"), each once, in alphabetical order. */
export const groupNames = (cvx: string): readonly string[] =>
  [...new Set(vaccineGroups(cvx).map((group) => GROUP_WORDS[group] ?? group))].sort((a, b) => a.localeCompare(b, 'en'));

/** Two codes count for a common group. */
export const groupsOverlap = (one: string, other: string): boolean => vaccineGroups(one).some((group) => vaccineGroups(other).includes(group));

/** A dose for the COVID-19 record: any code of the group, 213 (unspecified) among them. */
export const isCovidVaccine = (cvx: string): boolean => vaccineGroups(cvx).includes('COVID-19');
