/**
 * Every page there is, as the router writes its path: on which surface it answers and which permission opens it. Menus
 * and the access matrix are made from this table; a page that is not in it fails the tests.
 */
import type { Permission } from './permissions';

type Page = {
  readonly surface: 'staff' | 'public';
  /** False: for whoever reaches the surface. */
  readonly signedIn: boolean;
  /** Null: no role is asked for. */
  readonly permission: Permission | null;
};

const open = (surface: Page['surface']): Page => ({ surface, signedIn: false, permission: null });
const desk = (permission: Permission | null): Page => ({ surface: 'staff', signedIn: true, permission });

export const pages = {
  '/sign-in': open('staff'),
  '/join/[token]': open('staff'),
  '/signed-in': desk(null),
  '/account': desk(null),
  '/admin/staff': desk('staff.view'),
  '/admin/staff/[staffId]': desk('staff.view'),
  '/admin/files': desk('document.see_waiting'),
  '/admin/permissions': desk('permission.view'),
  '/queue': desk('queue.view'),
  '/cases/[caseNumber]': desk('case.view'),
  '/cases/[caseNumber]/identity': desk('case.view'),
  '/cases/[caseNumber]/match': desk('case.view'),
  '/cases/[caseNumber]/correct': desk('case.view'),
  '/cases/[caseNumber]/doses': desk('case.view'),
  '/cases/[caseNumber]/send': desk('case.view'),
  '/cases/[caseNumber]/history': desk('case.view'),
  '/cases/[caseNumber]/paper': desk('document.view'),
  '/mentions': desk('case.view'),
  '/calendar': desk('calendar.view'),
  '/help': desk(null),
  '/help/how-a-case-moves': desk(null),
  '/dispatch': desk('dispatch.view'),
  '/scan-in': desk('scan.view'),
  '/scan-in/[scanId]': desk('scan.view'),
  '/phone': desk('patient.search'),
  '/restricted': desk('glass.view'),
  '/destruction': desk('destruction.view'),
  '/audit': desk('audit.view'),
  '/audit/entry': desk('audit.view'),
  '/audit/looks': desk('audit.view'),
  '/request': open('public'),
  '/request/form': open('public'),
  '/answer/[token]': open('public'),
} as const satisfies Readonly<Record<string, Page>>;

export type PagePath = keyof typeof pages;
