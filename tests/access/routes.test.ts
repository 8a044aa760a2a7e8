/** Every page and route that the build has, with what it demands; one that is not listed here fails. */
import { pages as table, type PagePath } from '@/lib/access/pages';
import { files, read } from '../architecture/source';

/** `app/(staff)/(desk)/queue/page.tsx` → `/queue`. */
const pathOf = (file: string): string => file.replace(/^app/, '').replace(/\/\([^)]+\)/g, '').replace(/\/page\.tsx$/, '');

/** Route → the words of the guard it must call. */
const ROUTES: Record<string, readonly string[]> = {
  'app/api/auth/[...nextauth]/route.ts': ['attemptOf', 'options(attempt)'],
  'app/api/commands/[name]/route.ts': ['originRefusal', 'staffOf', 'throughTheDoor'],
  'app/api/looks/[name]/route.ts': ['originRefusal', 'staffOf', 'takeLook'],
  'app/api/queue/pulse/route.ts': ['staffOf', "can(actor, 'queue.view')"],
  'app/api/session/route.ts': ['standingOf(sid)'],
  'app/api/presence/route.ts': ['staffOf', "can(actor, 'case.view')"],
  'app/api/uploads/route.ts': ["SURFACE !== 'public'", 'originRefusal'],
  'app/api/documents/[documentId]/pages/[page]/route.ts': ['staffOf', "can(actor, 'document.view')"],
  'app/api/scans/route.ts': ["SURFACE !== 'staff'", 'originRefusal', 'staffOf', "can(actor, 'scan.receive')"],
  'app/api/documents/originals/[fetchId]/route.ts': ['staffOf', "can(actor, 'document.fetch_original')"],
  'app/api/audit/exports/[exportId]/[part]/route.ts': ['staffOf', "can(actor, 'audit.export')"],
  'app/api/press/batches/[batchId]/route.ts': ['staffOf', "can(actor, 'press.fetch')"],
  'app/.well-known/jwks.json/route.ts': ['SURFACE'],
  'app/health/route.ts': [],
  'app/ready/route.ts': [],
};

const pages = files.filter((file) => /^app\/.*page\.tsx$/.test(file));
const staffPages = pages.filter((file) => file.startsWith('app/(staff)/'));
const publicPages = pages.filter((file) => file.startsWith('app/(public)/'));

test('the table lists every page and no other', () => {
  expect(Object.keys(table).sort()).toEqual(pages.map(pathOf).sort());
  expect(staffPages.map(pathOf).filter((path) => table[path as PagePath].surface !== 'staff')).toEqual([]);
  expect(publicPages.map(pathOf).filter((path) => table[path as PagePath].surface !== 'public')).toEqual([]);
});

test.each(staffPages)('%s asks its permission', (file) => {
  const { signedIn, permission } = table[pathOf(file) as PagePath];
  // The steps of a case open through one gate, which asks for them.
  const gate = read(file).includes('openStep(props') ? 'app/(staff)/(desk)/cases/[caseNumber]/case-step.tsx' : file;
  if (signedIn) expect(read(gate)).toContain('requireStaff(');
  if (permission !== null) expect(read(gate)).toContain(`requireStaff('${permission}')`);
});

test.each(publicPages)('%s answers on the public surface only and reads no staff session', (file) => {
  expect(read(file)).not.toMatch(/session/);
});

test('no page stands outside the two surfaces', () => {
  expect(pages.filter((file) => !staffPages.includes(file) && !publicPages.includes(file))).toEqual([]);
});

test.each(files.filter((file) => /^app\/.*route\.ts$/.test(file)))('%s is listed and guards itself', (file) => {
  expect(Object.keys(ROUTES)).toContain(file);
  for (const guard of ROUTES[file] ?? []) expect(read(file)).toContain(guard);
});
