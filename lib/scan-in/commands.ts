import { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { maySeePatient } from '@/lib/access/restricted';
import type { AuditEntry } from '@/lib/audit/events';
import { openWaiting } from '@/lib/cases/commands/openings';
import { command } from '@/lib/command';
import { SCAN_TYPES } from '@/lib/documents/intake/sniff';
import { mayCarryCodes } from '@/lib/documents/codes/rules';
import { dbDate, type Tx } from '@/lib/platform/db';
import type { CalendarDate } from '@/lib/platform/dates';
import { enqueue } from '@/lib/platform/jobs';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { newControlNumber } from '@/lib/records/control-number';
import { flatRequest } from '@/lib/submissions/rules';
import { sortPages, sortingProblems, type SortedPaper, type UsedPage } from './rules';
import { SCAN_CHANNELS, addFromScanSchema, leaveOutSchema, openFromScanSchema, type Letter } from './schema';

const fileSchema = z.strictObject({
  channel: z.enum(SCAN_CHANNELS),
  kind: z.literal('scan'),
  fileName: z.string().max(120),
  mediaType: z.enum(SCAN_TYPES),
  objectKey: z.string().regex(/^quarantine\/[0-9a-f]{32}$/),
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Keeps a scan that lies in quarantine, and has it made safe. Only the upload route calls it: nobody may name an object of the bucket. */
export const keepScan = command({
  name: 'scan.receive',
  surface: 'worker',
  actors: ['staff'],
  input: fileSchema,
  subject: ({ channel }) => ({ channel }),
  run: async ({ actor, tx, now, record }, { channel, objectKey, sha256, ...file }) => {
    const document = await tx.document.create({ data: { ...file, originalKey: objectKey, sha256: new Uint8Array(Buffer.from(sha256, 'hex')), state: 'received', receivedAt: now }, select: { id: true } });
    const { publicId } = await tx.scan.create({ data: { channel, documentId: document.id, arrivedAt: now, byId: actor.staffId }, select: { publicId: true } });
    await enqueue(tx, 'document.make_safe', { documentId: document.id });
    record({ event: 'scan.received', documentId: document.id, details: { channel } });
    return done({ scanId: publicId });
  },
});

const open = { where: { leftOut: null }, orderBy: { number: 'asc' } } as const;
const findScan = (tx: Tx, publicId: string) => tx.scan.findUnique({ where: { publicId }, include: { document: { include: { pages: open } } } });
type Found = NonNullable<Awaited<ReturnType<typeof findScan>>>;

/** The scan as this clerk saw it, its version counted on; whoever comes second is told. */
async function takeScan(tx: Tx, publicId: string, version: number): Promise<Found | Refused> {
  const found = await findScan(tx, publicId);
  if (found === null) return refuse('not_found');
  if (found.document.state !== 'ready') return refuse('not_ready');
  const { count } = await tx.scan.updateMany({ where: { id: found.id, version, sortedAt: null }, data: { version: { increment: 1 } } });
  return count === 1 ? found : refuse('already_sorted');
}

const isRefused = (taken: Found | Refused): taken is Refused => 'ok' in taken;
type Door = { readonly actor: StaffActor; readonly tx: Tx; readonly now: Date; record(entry: AuditEntry): void };

/** Takes a paper's pages out of the scan and gives them to a document of the request. */
async function makePaper({ tx }: Door, { id, arrivedAt, document }: Found, submissionId: string, { kind, pages }: SortedPaper): Promise<void> {
  const { fileName, size, sha256, mediaType, scan, state } = document;
  const paper = await tx.document.create({ data: { submissionId, scanId: id, kind, fileName, size, sha256, mediaType, scan, state, receivedAt: arrivedAt }, select: { id: true } });
  for (const [at, number] of pages.entries()) await tx.documentPage.update({ where: { documentId_number: { documentId: document.id, number } }, data: { documentId: paper.id, number: at + 1 } });
  if (mayCarryCodes(kind)) await enqueue(tx, 'document.read', { documentId: paper.id });
}

async function leaveOut({ actor, tx, now }: Door, { document }: Found, numbers: readonly number[]): Promise<void> {
  const ids = document.pages.filter(({ number }) => numbers.includes(number)).map(({ id }) => id);
  await tx.pageLeftOut.createMany({ data: ids.map((pageId) => ({ pageId, byId: actor.staffId, at: now })) });
}

/** Papers to the request, what is nothing of it aside; with the last page the scan is sorted. */
async function sortInto(door: Door, scan: Found, submissionId: string, pages: readonly UsedPage[]): Promise<number> {
  const { papers, leftOut, later } = sortPages(pages);
  for (const paper of papers) await makePaper(door, scan, submissionId, paper);
  await leaveOut(door, scan, leftOut);
  if (later.length === 0) await door.tx.scan.update({ where: { id: scan.id }, data: { sortedAt: door.now } });
  return papers.length;
}

const rowOf = (letter: Letter) => ({
  ...flatRequest(letter),
  deadlineOn: letter.deadline === undefined ? null : dbDate(letter.deadline.on as CalendarDate),
  subjects: { create: letter.subjects.map(({ address, ...subject }, at) => ({ ...subject, ...address, position: at + 1 })) },
});

/** Makes a request and its cases of what came by mail or fax. */
export const openFromScan = command({
  name: 'scan.open_case',
  surface: 'staff',
  actors: ['staff'],
  input: openFromScanSchema,
  subject: ({ scanId }) => ({ scan: scanId }),
  run: async (door, { scanId, version, pages, letter }) => {
    const { tx, record } = door;
    const scan = await takeScan(tx, scanId, version);
    if (isRefused(scan)) return scan;
    const problems = sortingProblems(pages, scan.document.pages.map(({ number }) => number));
    if (problems.length > 0) return refuse('invalid', problems);
    const reference = `S-${newControlNumber()}`;
    const sent = await tx.submission.create({ data: { ...rowOf(letter), reference, channel: scan.channel, receivedAt: scan.arrivedAt }, select: { id: true } });
    const documents = await sortInto(door, scan, sent.id, pages);
    record({ event: 'submission.received', submissionId: sent.id, documentId: scan.documentId, details: { reference, kind: letter.kind, subjects: letter.subjects.length, documents } });
    const opened = await openWaiting(door, sent.id);
    for (const { id } of opened) await enqueue(tx, 'case.match', { caseId: id }, `case.match:${id}`);
    return done({ numbers: opened.map(({ number }) => number) });
  },
});

/** Gives papers that came later to a case that is open. */
export const addFromScan = command({
  name: 'scan.add_to_case',
  surface: 'staff',
  actors: ['staff'],
  input: addFromScanSchema,
  subject: ({ scanId, caseNumber }) => ({ scan: scanId, case: String(caseNumber) }),
  run: async (door, { scanId, version, pages, caseNumber }) => {
    const { actor, tx, record } = door;
    const found = await tx.case.findUnique({ where: { number: caseNumber }, select: { id: true, state: true, submissionId: true, patientId: true } });
    if (found === null || found.state === 'closed' || !(await maySeePatient(tx, actor, found.patientId))) return refuse('case_not_found', [{ field: 'caseNumber', reason: 'case_not_found' }]);
    const scan = await takeScan(tx, scanId, version);
    if (isRefused(scan)) return scan;
    const problems = sortingProblems(pages, scan.document.pages.map(({ number }) => number));
    if (problems.length > 0) return refuse('invalid', problems);
    const documents = await sortInto(door, scan, found.submissionId, pages);
    record({ event: 'scan.added', caseId: found.id, submissionId: found.submissionId, patientId: found.patientId, documentId: scan.documentId, details: { channel: scan.channel, documents } });
    return done({ numbers: [caseNumber] });
  },
});

/** Nothing of it is a request: an advertisement, a fax gone astray. The file stays until retention takes it. */
export const leaveScanOut = command({
  name: 'scan.leave_out',
  surface: 'staff',
  actors: ['staff'],
  input: leaveOutSchema,
  subject: ({ scanId }) => ({ scan: scanId }),
  run: async (door, { scanId, version }) => {
    const scan = await takeScan(door.tx, scanId, version);
    if (isRefused(scan)) return scan;
    const numbers = scan.document.pages.map(({ number }) => number);
    await leaveOut(door, scan, numbers);
    await door.tx.scan.update({ where: { id: scan.id }, data: { sortedAt: door.now } });
    door.record({ event: 'scan.left_out', documentId: scan.documentId, details: { pages: numbers.length } });
    return done({});
  },
});
