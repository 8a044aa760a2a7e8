/** The permission table as people read it: by room, a line for each permission, who holds it. Made from the table itself. */
import { pages, type PagePath } from './pages';
import { ROOM_WORDS, permissionWords, roomOf } from './permission-labels';
import { permissions, type Holder, type Permission } from './permissions';

export type PermissionLine = { readonly permission: Permission; readonly words: string; readonly holders: readonly Holder[] };
export type PermissionGroup = { readonly title: string; readonly lines: readonly PermissionLine[] };

export function permissionGroups(): PermissionGroup[] {
  const lines = (Object.keys(permissions) as Permission[]).map((permission) => ({ permission, words: permissionWords(permission), holders: permissions[permission] as readonly Holder[], title: ROOM_WORDS[roomOf(permission)] }));
  return [...Map.groupBy(lines, ({ title }) => title)].map(([title, found]) => ({ title, lines: found.map(({ permission, words, holders }) => ({ permission, words, holders })) }));
}

export type PageLine = { readonly path: PagePath; readonly surface: 'staff' | 'public'; readonly opens: string };

const opensTo = (path: PagePath): string => {
  const { signedIn, permission } = pages[path];
  if (permission !== null) return permissionWords(permission);
  return signedIn ? 'Everybody who is signed in' : 'Everybody';
};

export const pageLines = (): PageLine[] => (Object.keys(pages) as PagePath[]).map((path) => ({ path, surface: pages[path].surface, opens: opensTo(path) }));
