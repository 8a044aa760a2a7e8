/** What the tests need beside npm's packages: PDF readers, a virus scanner, a browser. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const TOOLS = [
  { package: 'poppler-utils', program: '/usr/bin/pdfinfo', what: 'to read the PDFs back' },
  { package: 'clamav-daemon', program: '/usr/sbin/clamd', what: 'to see infected files refused' },
];
/** The headless build of Debian's Chromium: the whole browser draws windows of its own that nobody sees. */
const BROWSER = { package: 'chromium-headless-shell', program: '/usr/bin/chromium-headless-shell', what: 'for the journeys' };
const BROWSERS = [BROWSER.program, '/usr/bin/chromium'];

const isRootWithApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const apt = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

function install(tools) {
  console.log(`Installing ${tools.map((tool) => tool.package).join(', ')} …`);
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', ...tools.map((tool) => tool.package));
}

/** A browser of the system, or else npm's own build of Chromium, which runs without any system package. */
async function findBrowser() {
  const installed = BROWSERS.find((program) => existsSync(program));
  if (installed !== undefined) return installed;
  // It unpacks itself into the temporary folder, where another person's copy may lie that we may not run.
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = join(root, '.cache', 'browser');
  mkdirSync(process.env.TMPDIR, { recursive: true });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } catch (error) {
    console.error(`npm's Chromium cannot be used: ${error.message}`);
    return null;
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

/** Returns the browser's path (null when none is wanted), or one sentence that says what to install. */
export async function findTools({ browser }) {
  const wanted = browser ? [...TOOLS, BROWSER] : TOOLS;
  const missing = () => wanted.filter((tool) => !existsSync(tool.program));
  if (missing().length > 0 && isRootWithApt()) install(missing());
  const chromium = browser ? await findBrowser() : null;
  const still = missing().filter((tool) => tool !== BROWSER || chromium === null);
  if (still.length === 0) return { chromium };
  const list = still.map((tool) => `${tool.package} (${tool.what})`).join(', ');
  return { problem: `The tests need ${list}: on Debian or Ubuntu, \`sudo apt-get install ${still.map((tool) => tool.package).join(' ')}\`.` };
}
