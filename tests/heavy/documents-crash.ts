/** The worker killed at each step of making a file safe, twenty times each: nothing lost, nothing clean that was not checked, no object left over. */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { mintWorker } from '@/lib/access/actor';
import { sweepFiles } from '@/lib/documents/making-safe/sweep';
import { now } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { listObjects, newKey, putObject } from '@/lib/platform/object-store';
import { benchOnDatabase } from '../bench/support/main';
import { manyPages } from '../fixtures/files/pdf';
import { aSubmission } from '../support/cases';
import { startFaultyScanner, type FaultyScanner } from '../support/faulty-scanner';
import { startFaultyStore, type FaultyStore } from '../support/faulty-store';
import { buildProgram } from '../support/making-safe';

type Around = { readonly store: FaultyStore; readonly scanner: FaultyScanner; readonly locker: Client };
/** Arranges that `kill` is called at its moment. */
type Step = (around: Around, kill: () => void) => unknown;

const PAGES = 3;
const nthPut = (nth: number): Step => ({ store }, kill) => {
  const seen = new Set<string>();
  store.fault = ({ method, key }) => {
    if (method !== 'PUT' || seen.add(key).size < nth) return null;
    kill();
    return 'cut';
  };
};
const STEPS: Readonly<Record<string, Step>> = {
  'as it begins': (_, kill) => kill(),
  'as it reads the file': ({ store }, kill) => (store.fault = ({ method }) => (method === 'GET' ? (kill(), 'cut') : null)),
  'with half of the file read': ({ store }, kill) => (store.fault = ({ method }) => (method === 'GET' ? (setTimeout(kill, 20), 'half') : null)),
  'while it is scanned': ({ scanner }, kill) => {
    scanner.manner = 'silent';
    scanner.onAsked = () => setTimeout(kill, 20);
  },
  'while its pages are drawn': ({ scanner }, kill) => (scanner.onAsked = () => setTimeout(kill, 120)),
  'at the first page': nthPut(1),
  'after the first page': nthPut(2),
  'at the last thumbnail': nthPut(2 * PAGES),
  'before the commit': async ({ store, locker }, kill) => {
    await locker.query('BEGIN; LOCK TABLE document_pages IN SHARE MODE');
    const seen = new Set<string>();
    store.fault = ({ method, key }) => {
      if (method === 'PUT' && seen.add(key).size === 2 * PAGES) setTimeout(kill, 300);
      return null;
    };
  },
  'after the commit': () => undefined,
};

/** Processes that make pages and whose worker is gone must be gone too. */
const drawing = (): number =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(process.env.MAKE_SAFE_PROGRAM ?? 'none');
    } catch {
      return false;
    }
  }).length;

async function received(submissionId: string, i: number): Promise<string> {
  const bytes = Buffer.concat([manyPages(PAGES), Buffer.from(`%${i}`)]);
  const originalKey = newKey('quarantine');
  await putObject(originalKey, bytes, 'application/octet-stream');
  const { id } = await db().document.create({
    data: { submissionId, kind: 'photo_id', fileName: 'a.pdf', size: bytes.length, sha256: new Uint8Array(createHash('sha256').update(bytes).digest()), mediaType: 'application/pdf', originalKey, state: 'received', receivedAt: now() },
  });
  return id;
}

/** Runs the job; `arrange` may kill it. Resolves when the process has ended. */
function runJob(documentId: string, databaseUrl: string, arrange: (kill: () => void) => unknown, killWhenDone: boolean): Promise<string> {
  return new Promise((resolve) => {
    const child = fork(join(__dirname, 'documents-crash.worker.js'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const kill = (): void => void child.kill('SIGKILL');
    let said = 'nothing';
    child.on('message', (word) => {
      said = String(word);
      if (said === 'begun') void arrange(kill);
      else kill();
    });
    child.on('exit', () => resolve(killWhenDone ? 'killed' : said));
    child.send({ documentId, databaseUrl });
  });
}

void benchOnDatabase({ times: 20 }, async ({ times }, report, database, undo) => {
  const [store, scanner, program] = [await startFaultyStore(), await startFaultyScanner(), buildProgram()];
  undo(store.close);
  undo(scanner.close);
  undo(async () => program.remove());
  const locker = new Client({ connectionString: database.superuser() });
  await locker.connect();
  undo(() => locker.end());
  await useDatabase(database.superuser());
  const { id: submissionId } = await aSubmission();
  const [url, calm] = [database.as('worker_app'), () => undefined];
  const clear = async (): Promise<void> => {
    store.fault = () => null;
    scanner.manner = 'real';
    scanner.onAsked = calm;
    await locker.query('ROLLBACK');
  };
  let [lost, unchecked, orphans, left] = [0, 0, 0, 0];
  for (const [step, arrange] of Object.entries(STEPS)) {
    const finished = step === 'after the commit';
    let early = 0;
    for (let i = 0; i < times; i += 1) {
      const id = await received(submissionId, i);
      await runJob(id, url, (kill) => arrange({ store, scanner, locker }, kill), true);
      await clear();
      const after = await db().document.findUniqueOrThrow({ where: { id }, include: { pages: true } });
      if (!finished && after.state === 'ready') early += 1;
      if ((after.state === 'ready') !== (after.scan === 'clean') || (after.state !== 'ready' && after.pages.length > 0)) unchecked += 1;
      for (let waits = 0; waits < 40 && drawing() > 0; waits += 1) await pause(50);
      left += drawing();
      await runJob(id, url, calm, false);
      const end = await db().document.findUniqueOrThrow({ where: { id }, include: { pages: true } });
      if (end.state !== 'ready' || end.scan !== 'clean' || end.pages.length !== PAGES) lost += 1;
    }
    report.line({ step, kills: times, doneBeforeTheKill: early });
  }
  await useDatabase(url);
  await sweepFiles(mintWorker('crash'), {}, undefined, -60_000);
  await useDatabase(database.superuser());
  const named = new Set((await db().document.findMany({ include: { pages: true } })).flatMap(({ originalKey, pages }) => [originalKey, ...pages.flatMap(({ objectKey, thumbKey }) => [objectKey, thumbKey])]));
  const kept = new Set<string>();
  for (const prefix of ['quarantine', 'clean'] as const) for await (const keys of listObjects(prefix, new Date(Date.now() + 60_000))) for (const key of keys) kept.add(key);
  orphans += [...kept].filter((key) => !named.has(key)).length;
  lost += [...named].filter((key) => key !== null && !kept.has(key)).length;
  report.line({ kills: times * Object.keys(STEPS).length, objects: kept.size });
  report.atMost('files or objects lost', lost, 0);
  report.atMost('clean without a check, or pages without a state', unchecked, 0);
  report.atMost('objects that no row names after the sweep', orphans, 0);
  report.atMost('processes left drawing', left, 0);
});
