/** What the step Identity offers to ask the requester for, in the words they will read; and how an open question stands. */
import type { StaffActor } from '@/lib/access/actor';
import { noticeRecipient } from '@/lib/dispatch/recipients';
import { asAskLanguage, askedLines, type AskedLine } from '@/lib/documents/asking/labels';
import { itemsOf } from '@/lib/documents/asking/rules';
import { askedItemsSchema } from '@/lib/documents/asking/schema';
import type { DocumentKind } from '@/lib/documents/checklists';
import { DOCUMENT_KIND_WORDS } from '@/lib/documents/labels';
import { db } from '@/lib/platform/db';
import { officeDate, officeTime } from '@/lib/platform/dates';
import { addBusinessDays } from '@/lib/policies/business-time';
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';
import { shortDay } from '@/lib/policies/labels';
import { listClosures } from '@/lib/policies/queries';
import type { CaseFacts } from '../types';
import type { CaseView } from './case';

const LINK_STATES: Readonly<Record<string, string>> = { queued: 'is on its way', sending: 'is on its way', sent: 'was sent', failed: 'could not be sent', unknown: 'may not have arrived' };
const way = (channel: string): string => (channel === 'email' ? 'e-mail' : 'text message');

async function openQuestion(caseId: string) {
  const open = await db().documentRequest.findFirst({ where: { caseId, answeredAt: null, withdrawnAt: null, unansweredAt: null }, include: { by: { select: { name: true } }, links: { orderBy: { queuedAt: 'desc' }, take: 1 } } });
  if (open === null) return null;
  const closures = await listClosures(db());
  const on = (days: number) => shortDay(addBusinessDays(officeDate(open.at), days, closures));
  const [link] = open.links;
  return {
    lines: askedLines(askedItemsSchema.parse(open.items), 'en'),
    by: open.by.name,
    at: officeTime(open.at),
    message: link === undefined ? 'Nothing was sent.' : `The ${link.purpose === 'reminded' ? 'reminder' : 'message'} by ${way(link.channel)} ${LINK_STATES[link.state] ?? 'is on its way'}.`,
    failed: link?.state === 'failed' || link?.state === 'unknown',
    next: open.remindedAt === null ? `A reminder goes on ${on(POLICY_DEFAULTS.reminderBusinessDays)}; ` : 'The reminder has gone; ',
    ends: `without an answer the case closes on ${on(POLICY_DEFAULTS.unansweredBusinessDays)}.`,
  };
}

export type Asking = {
  readonly language: 'en' | 'es';
  /** As the message will say it. */
  readonly returned: readonly AskedLine[];
  /** Papers that the rules ask for and that nobody sent. */
  readonly missing: readonly { readonly kind: DocumentKind; readonly words: string }[];
  readonly to: string | null;
  readonly open: Awaited<ReturnType<typeof openQuestion>>;
};

/** Read for a case whose look was logged as it was opened. */
export async function findAsking(_actor: StaffActor, found: CaseView, { authority, documents }: Pick<CaseFacts, 'authority' | 'documents'>): Promise<Asking> {
  const language = asAskLanguage(found.language);
  const judged = found.submission.documents.flatMap(({ kind, reviews }) => reviews.filter(({ caseId }) => caseId === found.id).map(({ decision, reasons }) => ({ kind, decision, reasons })));
  const items = itemsOf(judged, []);
  const here = new Set<string>([...items.map(({ kind }) => kind), ...documents.filter(({ review }) => review === 'to_review').map(({ kind }) => kind)]);
  const missing = [...new Set(authority.needs.flatMap(({ document }) => document ?? []))].filter((kind) => !here.has(kind));
  const to = noticeRecipient(found.submission);
  return { language, returned: askedLines(items, language), missing: missing.map((kind) => ({ kind, words: DOCUMENT_KIND_WORDS[kind].full })), to: to === null ? null : way(to.channel), open: await openQuestion(found.id) };
}
