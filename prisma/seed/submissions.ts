/** What came in, and the worker's part of it: pages, cases, the search for each person. */
import { mintVisitor, mintWorker } from '@/lib/access/actor';
import { appendAudit } from '@/lib/audit/record';
import { matchCase } from '@/lib/cases/commands/matches';
import { openCase } from '@/lib/cases/commands/openings';
import { throughTheDoor } from '@/lib/command';
import { keepReadings } from '@/lib/documents/codes/commands';
import { pagesRead } from '@/lib/documents/codes/jobs';
import { mayCarryCodes } from '@/lib/documents/codes/rules';
import { keepSafePages } from '@/lib/documents/making-safe/commands';
import { now } from '@/lib/platform/clock';
import { db, dbDate } from '@/lib/platform/db';
import type { CastDocument, CastSubmission } from './cast/submission-types';
import type { Kept, Papers } from './documents';

export type Received = { readonly id: string; readonly documents: ReadonlyMap<CastDocument, { readonly id: string; readonly publicId: string }> };
export type OpenedCase = { readonly id: string; readonly publicId: string; readonly number: number };

const mail = ({ mailTo }: CastSubmission) =>
  mailTo === null ? {} : { mailName: mailTo.name, mailLine1: mailTo.line1, mailLine2: mailTo.line2, mailCity: mailTo.city, mailState: mailTo.state, mailZip: mailTo.zip };

const subjectsOf = ({ subjects }: CastSubmission) =>
  subjects.map(({ address, patientKey: _who, defect: _why, ...subject }, at) => ({ ...subject, ...(address ?? {}), position: at + 1 }));

const rowOf = (sent: CastSubmission) => ({
  reference: sent.reference,
  kind: sent.kind,
  channel: sent.channel,
  language: sent.language,
  receivedAt: sent.receivedAt,
  relation: sent.relation,
  requesterGiven: sent.requester.given,
  requesterFamily: sent.requester.family,
  organization: sent.organization,
  email: sent.email,
  phone: sent.phone,
  wants: [...sent.wants],
  delivery: sent.delivery,
  ...mail(sent),
  faxNumber: sent.faxNumber,
  deadlineOn: sent.deadline === null ? null : dbDate(sent.deadline.on),
  deadlineReason: sent.deadline?.reason ?? null,
  message: sent.message,
});

async function addDocument(submissionId: string, document: CastDocument, { pages: _pages, read: _read, ...file }: Kept): Promise<{ id: string; publicId: string }> {
  return db().document.create({ data: { ...file, submissionId, kind: document.kind, state: 'received', receivedAt: now() }, select: { id: true, publicId: true } });
}

/** As the form's door leaves it; what came on paper or by telephone is entered the same way. */
export async function receive(sent: CastSubmission, papers: Papers): Promise<Received> {
  const { id } = await db().submission.create({ data: { ...rowOf(sent), subjects: { create: subjectsOf(sent) } }, select: { id: true } });
  const documents = new Map<CastDocument, { id: string; publicId: string }>();
  for (const document of sent.documents) {
    const kept = papers.get(document);
    if (kept !== undefined) documents.set(document, await addDocument(id, document, kept));
  }
  const details = { reference: sent.reference, kind: sent.kind, subjects: sent.subjects.length, documents: documents.size };
  const visitor = mintVisitor({ requestId: `seed:${sent.key}`, address: null, uploadToken: null });
  await appendAudit(db(), visitor, { event: 'submission.received', submissionId: id, details });
  return { id, documents };
}

async function must(outcome: Promise<{ ok: boolean; reason?: string }>, what: string): Promise<void> {
  const { ok, reason } = await outcome;
  if (!ok) throw new Error(`${what}: ${reason}`);
}

/** The worker has looked at each file: nobody scanned it here, and nobody says so. */
async function makeSafe({ documents }: Received, papers: Papers): Promise<void> {
  for (const [document, { id }] of documents) {
    const pages = papers.get(document)?.pages ?? [];
    const result = { state: 'ready', scan: 'not_scanned', pages: [...pages] } as const;
    await must(throughTheDoor(keepSafePages, mintWorker('document.make_safe'), { documentId: id, result }, null), 'a page was not kept');
    const read = pagesRead(document.kind, papers.get(document)?.read ?? [], now());
    if (mayCarryCodes(document.kind)) await must(throughTheDoor(keepReadings, mintWorker('document.read'), { documentId: id, pages: read }, null), 'what was read was not kept');
  }
}

/** Opens the cases under the wished number and looks for their people. In the order of the submission's people. */
export async function open(received: Received, papers: Papers, number: number): Promise<OpenedCase[]> {
  await makeSafe(received, papers);
  await db().$queryRaw`SELECT setval('cases_number_seq', ${number}, false)::text`;
  await must(throughTheDoor(openCase, mintWorker('case.open'), { submissionId: received.id }, null), 'a case was not opened');
  const cases = await db().case.findMany({ where: { submissionId: received.id }, orderBy: { subject: { position: 'asc' } }, select: { id: true, publicId: true, number: true } });
  for (const { id } of cases) await must(throughTheDoor(matchCase, mintWorker('case.match'), { caseId: id }, null), 'nobody was looked for');
  return cases;
}

/**
 * Case numbers in the order of receipt. Those that screens and tests call by number have theirs, and the first of them
 * (by receipt) sets the count for all: numbers near in time are near in number.
 */
export function numbered(sent: readonly CastSubmission[]): ReadonlyMap<CastSubmission, number> {
  const reserved = new Set(sent.flatMap(({ caseNumber }) => caseNumber ?? []));
  const fixed = sent.findIndex(({ caseNumber }) => caseNumber !== null);
  const before = sent.slice(0, Math.max(0, fixed)).reduce((sum, { subjects }) => sum + subjects.length, 0);
  let next = (sent[fixed]?.caseNumber ?? 2001) - before;
  return new Map(
    sent.map((one) => {
      if (one.caseNumber !== null) return [one, one.caseNumber];
      while (one.subjects.some((_, at) => reserved.has(next + at))) next += 1;
      const number = next;
      next += one.subjects.length;
      return [one, number];
    }),
  );
}
