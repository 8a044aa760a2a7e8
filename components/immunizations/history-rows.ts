/** A history in rows: a line for each vaccine group, in the order of the schedule. */
import type { DoseOnRecord } from '@/lib/immunizations/queries';
import type { RowState, TypedDose } from './typed-dose';

/** CDC, Child and Adolescent Immunization Schedule (2025), table 1, from top to bottom; what it lacks follows by name. */
const SCHEDULE: readonly string[] = ['Hepatitis B', 'Rotavirus', 'Diphtheria, tetanus, pertussis', 'Hib', 'Pneumococcal', 'Polio', 'Measles, mumps, rubella', 'Varicella', 'Hepatitis A', 'HPV', 'Meningococcal ACWY', 'Meningococcal B', 'COVID-19', 'Influenza'];

const place = (group: string): number => (SCHEDULE.includes(group) ? SCHEDULE.indexOf(group) : SCHEDULE.length);
const inOrder = (a: string, b: string): number => place(a) - place(b) || a.localeCompare(b, 'en');

export type GroupRow = { readonly group: string; readonly standing: readonly DoseOnRecord[]; readonly voided: readonly DoseOnRecord[] };

/** Doses by group, oldest first; voided ones count for nothing and stand behind. `also` are groups that typed rows would begin. */
export function groupRows(doses: readonly DoseOnRecord[], also: readonly string[]): readonly GroupRow[] {
  const groups = [...new Set([...doses.flatMap(({ groups: of }) => of), ...also])].sort(inOrder);
  return groups.map((group) => {
    const of = doses.filter((dose) => dose.groups.includes(group));
    return { group, standing: of.filter(({ voided }) => voided === null), voided: of.filter(({ voided }) => voided !== null) };
  });
}

export type TypedLine = { readonly row: TypedDose; readonly state: RowState; readonly groups: readonly string[] };

/** What saving would make of a group: `2 doses (+1)`, `Row 2, same?`, `No change`. */
export function afterSaving({ group, standing }: GroupRow, typed: readonly TypedLine[]): { words: string; tone: 'none' | 'more' | 'ask' } {
  const about = typed.filter(({ groups }) => groups.includes(group));
  const asking = about.find(({ state }) => state.kind === 'ask');
  if (asking !== undefined) return { words: `Row ${asking.row.number} asks`, tone: 'ask' };
  const more = about.filter(({ state }) => state.kind === 'ready').length;
  if (more === 0) return { words: 'No change', tone: 'none' };
  const all = standing.length + more;
  return { words: `${all} ${all === 1 ? 'dose' : 'doses'} (+${more})`, tone: 'more' };
}
