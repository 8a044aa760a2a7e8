/** What a member of staff may be; combined freely. */
export const STAFF_ROLES = ['phone_agent', 'processor', 'supervisor', 'auditor', 'administrator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const roleLabels: Record<StaffRole, string> = {
  phone_agent: 'phone agent',
  processor: 'processor',
  supervisor: 'supervisor',
  auditor: 'auditor',
  administrator: 'administrator',
};

export const rolesInWords = (roles: readonly StaffRole[]): string => roles.map((role) => roleLabels[role]).join(', ');
