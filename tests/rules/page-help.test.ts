/** `?` says on every page of the desk what that page is for. */
import { helpFor } from '@/components/help/help-words';
import { pages, type PagePath } from '@/lib/access/pages';

/** Windows of their own, without the desk's frame: a paper on a second screen, and where signing in again ends. */
const WITHOUT_A_FRAME: readonly PagePath[] = ['/cases/[caseNumber]/paper', '/signed-in'];
const framed = (Object.keys(pages) as PagePath[]).filter((path) => pages[path].signedIn && !WITHOUT_A_FRAME.includes(path));

test.each(framed.filter((path) => path !== '/cases/[caseNumber]'))('%s', (path) => {
  expect(helpFor(path.replace('[caseNumber]', 'C-2041').replace('[staffId]', 'A'.repeat(22)))?.says.length).toBeGreaterThan(0);
});
