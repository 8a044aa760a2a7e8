/** Three weeks of the office in the order in which they happened: one list of moments, the clock set to each. */
import { db } from '@/lib/platform/db';
import { freezeClock, now } from '@/lib/platform/clock';
import { officeDate } from '@/lib/platform/dates';
import type { CardSigner } from '@/lib/records/covid-card';
import { closedDay } from './calendar';
import { claim, close, keepClaims, link, note, review, wait, type Act, type Desk, type Tale } from './cases';
import type { CastSubmission } from './cast/submission-types';
import { askToCorrect, writeCorrections, writeDoses } from './corrections';
import { provenDeadlines } from './deadlines';
import type { Papers } from './documents';
import { prepare, prepareAndApprove, sendOut } from './releases';
import { numbered, open, receive } from './submissions';

type Moment = { readonly at: Date; readonly run: () => Promise<void> };
export type Office = Desk & { readonly papers: Papers; readonly signer: CardSigner };

const MINUTE = 60_000;
const after = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE);

/** A birth date never changes without a second person: whoever works on such a case has asked for one by now. */
const asksSecond = ({ progress, subjects: [subject] }: CastSubmission): boolean =>
  progress.state === 'needs_second_review' ? progress.secondReview?.risks.includes('destination_unproven') === false : progress.state === 'in_progress' && (subject?.defect === 'birth_digit' || subject?.defect === 'day_month_swapped');

const copied = ({ progress: { outcome } }: CastSubmission): boolean => outcome === 'copy_sent' || outcome === 'cannot_use_portal';

/** What is done before the case rests where it is today. */
function earlier(sent: CastSubmission): Act[] {
  const { progress, documents } = sent;
  return [
    claim,
    ...documents.flatMap((document) => (document.review === null ? [] : [review(document, document.review)])),
    ...(progress.linked || asksSecond(sent) ? [link] : []),
    ...(progress.note === null ? [] : [note(progress.note)]),
    ...(progress.corrections.length > 0 ? [writeCorrections] : []),
    ...(progress.outcome === 'doses_added' ? [writeDoses] : []),
    ...(progress.outcome === 'unanswered' ? [wait('waiting_on_requester', 'Asked for a clearer photo of the ID')] : []),
    ...(copied(sent) || progress.state === 'ready_to_send' ? [prepareAndApprove] : []),
    ...(asksSecond(sent) ? [askToCorrect] : []),
    ...(progress.state === 'needs_second_review' && sent.relation === 'employer' ? [prepare] : []),
  ];
}

/** The step that brings it to rest; a copy's case rests when its batch is confirmed. */
function last(sent: CastSubmission): Act | null {
  const { wait: waiting, state, closedAt } = sent.progress;
  if (waiting !== null) return wait(state, waiting.reason);
  return closedAt === null || copied(sent) ? null : close;
}

/** Minutes between two steps of one case at one desk, as far as there is time before the last. */
const PACE = 4;
const LEAST_WORK = 30;

/** When a case comes to rest. What came on a weekend is claimed after the day for which its next step was drawn. */
function restsAt({ progress }: CastSubmission): Date {
  const drawn = progress.wait?.fromAt ?? progress.closedAt ?? now();
  const worked = after(progress.claimedAt ?? drawn, LEAST_WORK);
  return new Date(Math.min(Math.max(drawn.getTime(), worked.getTime()), now().getTime()));
}

function worked(tale: Tale, office: Office): Moment[] {
  const { sent } = tale;
  const { claimedAt } = sent.progress;
  if (claimedAt === null) return [];
  const [acts, ending, rest] = [earlier(sent), last(sent), restsAt(sent)];
  const pace = Math.min(PACE, (rest.getTime() - claimedAt.getTime()) / MINUTE / (acts.length + 1));
  const moments = acts.map((act, step) => ({ at: after(claimedAt, pace * step), run: () => act(tale, office) }));
  return ending === null ? moments : [...moments, { at: rest, run: () => ending(tale, office) }];
}

function arrival(tales: readonly Tale[], number: number, { papers }: Office): Moment[] {
  const [first] = tales;
  if (first === undefined) return [];
  const { sent } = first;
  const arrive = async (): Promise<void> => {
    const received = await receive(sent, papers);
    for (const tale of tales) tale.received = received;
  };
  const opening = async (): Promise<void> => {
    if (first.received === null) throw new Error(`${sent.key} was opened before it arrived`);
    const cases = await open(first.received, papers, number);
    for (const [at, tale] of tales.entries()) tale.opened = cases[at] ?? null;
  };
  return [{ at: sent.receivedAt, run: arrive }, { at: after(sent.receivedAt, 0.5), run: opening }];
}

/** Envelopes that left on one day went in one batch, when the last of them was ready. */
function batches(tales: readonly Tale[], office: Office): Moment[] {
  const days = new Map<string, Tale[]>();
  for (const tale of tales.filter(({ sent }) => copied(sent))) {
    const on = officeDate(restsAt(tale.sent));
    days.set(on, [...(days.get(on) ?? []), tale]);
  }
  return [...days.values()].map((day) => ({ at: new Date(Math.max(...day.map(({ sent }) => restsAt(sent).getTime()))), run: () => sendOut(day, office, office.signer) }));
}

/** Lives through everything that was sent. Answers each case, with what stopped it where the desk refused a step. */
export async function liveThrough(sent: readonly CastSubmission[], office: Office): Promise<Tale[]> {
  const numbers = numbered(sent);
  const today = now();
  const all = sent.map((one) => one.subjects.map((subject): Tale => ({ sent: one, subject, received: null, opened: null, stopped: null })));
  const tales = all.flat();
  const moments = [
    ...all.flatMap((of) => arrival(of, numbers.get(of[0]?.sent as CastSubmission) ?? 0, office)),
    ...tales.flatMap((tale) => worked(tale, office)),
    ...batches(tales, office),
    ...provenDeadlines(tales, office),
    closedDay(officeDate(today), office.hands),
  ];
  try {
    for (const { at, run } of moments.sort((one, other) => one.at.getTime() - other.at.getTime())) {
      freezeClock(at < today ? at : today);
      await run();
    }
  } finally {
    freezeClock(null);
  }
  await keepClaims();
  await db().$queryRaw`SELECT setval('cases_number_seq', (SELECT max(number) FROM cases))::text`;
  return tales;
}
