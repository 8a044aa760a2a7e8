/** Every page and route that the build has, with what it demands; one that is not listed here fails. */
import { files, read } from '../architecture/source';

/** Page → the permission its first line asks. */
const PAGES: Record<string, string | null> = {
  'app/(staff)/sign-in/page.tsx': null,
  'app/(staff)/(desk)/queue/page.tsx': 'queue.view',
  'app/(staff)/(desk)/cases/[caseNumber]/page.tsx': 'case.view',
  'app/(staff)/(desk)/cases/[caseNumber]/identity/page.tsx': 'case.view',
  'app/(staff)/(desk)/cases/[caseNumber]/match/page.tsx': 'case.view',
  'app/(staff)/(desk)/cases/[caseNumber]/correct/page.tsx': 'case.view',
  'app/(staff)/(desk)/cases/[caseNumber]/doses/page.tsx': 'case.view',
  'app/(staff)/(desk)/cases/[caseNumber]/send/page.tsx': 'case.view',
  'app/(staff)/(desk)/cases/[caseNumber]/history/page.tsx': 'case.view',
  'app/(staff)/(paper)/cases/[caseNumber]/paper/page.tsx': 'document.view',
  'app/(staff)/(desk)/mentions/page.tsx': 'case.view',
  'app/(staff)/(desk)/help/page.tsx': null,
  'app/(staff)/(desk)/help/how-a-case-moves/page.tsx': null,
  'app/(staff)/(desk)/dispatch/page.tsx': 'dispatch.view',
  'app/(staff)/(desk)/phone/page.tsx': 'patient.search',
  'app/(staff)/(desk)/audit/page.tsx': 'audit.view',
  'app/(staff)/(desk)/calendar/page.tsx': 'calendar.view',
};
/** Route → the words of the guard it must call. */
const ROUTES: Record<string, readonly string[]> = {
  'app/api/auth/[...nextauth]/route.ts': ['signIn', 'signOut'],
  'app/api/commands/[name]/route.ts': ['originRefusal', 'staffOf', 'throughTheDoor'],
  'app/api/looks/[name]/route.ts': ['originRefusal', 'staffOf', 'takeLook'],
  'app/api/queue/pulse/route.ts': ['staffOf', "can(actor, 'queue.view')"],
  'app/api/session/route.ts': ['staffOf'],
  'app/api/presence/route.ts': ['staffOf', "can(actor, 'case.view')"],
  'app/api/uploads/route.ts': ["SURFACE !== 'public'", 'originRefusal'],
  'app/api/documents/[documentId]/pages/[page]/route.ts': ['staffOf', "can(actor, 'document.view')"],
  'app/api/press/batches/[batchId]/route.ts': ['staffOf', "can(actor, 'press.fetch')"],
  'app/.well-known/jwks.json/route.ts': ['SURFACE'],
  'app/health/route.ts': [],
  'app/ready/route.ts': [],
};

const pages = files.filter((file) => /^app\/.*page\.tsx$/.test(file));
const staffPages = pages.filter((file) => file.startsWith('app/(staff)/'));
const publicPages = pages.filter((file) => file.startsWith('app/(public)/'));

test.each(staffPages)('%s is listed and asks its permission', (file) => {
  expect(Object.keys(PAGES)).toContain(file);
  const permission = PAGES[file];
  // The steps of a case open through one gate, which asks for them.
  const gate = read(file).includes('openStep(props') ? 'app/(staff)/(desk)/cases/[caseNumber]/case-step.tsx' : file;
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
