import { DataTable, type Column } from '@/components/tables/data-table';
import { rolesInWords } from '@/lib/access/roles';
import { officeTime } from '@/lib/platform/dates';
import { paths } from '@/lib/paths';
import type { StaffLine } from '@/lib/staff/queries';
import { AccountStatus } from './account-status';

const COLUMNS: readonly [Column, ...Column[]] = [
  { key: 'name', head: 'Name', width: 'w-52' },
  { key: 'roles', head: 'Roles' },
  { key: 'state', head: 'State', width: 'w-56' },
  { key: 'last', head: 'Last sign-in', width: 'w-44' },
  { key: 'live', head: 'Sessions', width: 'w-20' },
  { key: 'email', head: 'Work e-mail', optional: true, width: 'w-60' },
];

const liveWords = (live: number): string => (live === 0 ? 'None' : live === 1 ? '1 open' : `${live} open`);

/** Everybody who works here, to open with the keyboard. */
export function StaffTable({ staff }: { staff: readonly StaffLine[] }) {
  const rows = staff.map(({ id, name, email, roles, state, linkUntil, lastAt, live }) => ({
    id,
    href: paths.staffMember(id),
    name,
    cells: [rolesInWords(roles), <AccountStatus key="state" state={state} linkUntil={linkUntil} />, lastAt === null ? 'Never' : officeTime(lastAt), liveWords(live), email],
  }));
  return <DataTable label="Staff" columns={COLUMNS} rows={rows} />;
}
