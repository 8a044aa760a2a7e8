import { PlainTable } from '@/components/tables/plain-table';
import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { PageLine, PermissionGroup } from '@/lib/access/permission-table';
import { STAFF_ROLES, roleLabels } from '@/lib/access/roles';

const capital = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase());
const COLUMNS = [{ key: 'what', head: 'May', width: 'w-[38%]' }, ...STAFF_ROLES.map((role) => ({ key: role, head: capital(roleLabels[role]) })), { key: 'others', head: 'Not a person of the desk' }];
const OTHERS: Readonly<Record<string, string>> = { visitor: 'Visitor', worker: 'The desk itself' };

const Held = ({ yes }: { yes: boolean }) =>
  yes ? (
    <>
      <Icon name="done" className="size-3 text-done" />
      <VisuallyHidden>Yes</VisuallyHidden>
    </>
  ) : (
    <span className="text-ink-3">No</span>
  );

/** One room: its permissions down, the roles across. */
export function PermissionTable({ group: { title, lines } }: { group: PermissionGroup }) {
  const rows = lines.map(({ permission, words, holders }) => ({
    id: permission,
    cells: [words, ...STAFF_ROLES.map((role) => <Held key={role} yes={holders.includes(role)} />), holders.map((holder) => OTHERS[holder]).filter((other) => other !== undefined).join(', ')],
  }));
  return <PlainTable caption={title} edge columns={COLUMNS} rows={rows} />;
}

const PAGE_COLUMNS = [{ key: 'page', head: 'Page', width: 'w-[38%]' }, { key: 'where', head: 'Answers on', width: 'w-40' }, { key: 'opens', head: 'Opens to whoever may' }];

/** Every page, with what opens it. */
export function PageTable({ pages }: { pages: readonly PageLine[] }) {
  return <PlainTable caption="Pages" edge columns={PAGE_COLUMNS} rows={pages.map(({ path, surface, opens }) => ({ id: path, cells: [path, surface === 'staff' ? 'the desk' : 'the public pages', opens] }))} />;
}
