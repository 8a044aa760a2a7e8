import type { UseFormRegisterReturn } from 'react-hook-form';
import { Checkbox } from '@/components/forms/checkbox';
import { Fieldset } from '@/components/forms/fieldset';
import { STAFF_ROLES, roleLabels, type StaffRole } from '@/lib/access/roles';

const DOES: Record<StaffRole, string> = {
  phone_agent: 'Looks people up for callers and leaves notes.',
  processor: 'Works cases from document to sent record.',
  supervisor: 'Works cases, decides second checks, reads the audit.',
  auditor: 'Reads cases and the audit, changes nothing.',
  administrator: 'Keeps accounts and the calendar; sees no patient.',
};

/** The roles as check boxes; combined freely. */
export function RoleBoxes({ field, problem }: { field: UseFormRegisterReturn; problem?: React.ReactNode }) {
  return (
    <Fieldset label="Roles" name="roles" problem={problem}>
      {STAFF_ROLES.map((role) => (
        <Checkbox key={role} {...field} id={`role-${role}`} value={role} label={roleLabels[role].replace(/^./, (letter) => letter.toUpperCase())} hint={DOES[role]} />
      ))}
    </Fieldset>
  );
}
