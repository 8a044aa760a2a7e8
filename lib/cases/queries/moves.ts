/** What somebody may do with a case as a whole now, and what was asked or said about it. */
import type { StaffActor } from '@/lib/access/actor';
import { now } from '@/lib/platform/clock';
import { officeClock, officeDate, officeTime, type CalendarDate } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import { hasOpenRelease } from '@/lib/records/queries';
import { unfitFor } from '../colleagues';
import { allowedActions, type CaseAction } from '../transitions';
import type { CaseView } from './case';

/** What stands in the menu; other rows of the table have their own place in a step. */
export const MENU_ACTIONS = ['wait_on_requester', 'wait_on_provider', 'wait_on_registry', 'hold', 'snooze', 'resume', 'escalate', 'send_for_review', 'answer', 'reassign', 'release_claim', 'reopen'] as const satisfies readonly CaseAction[];
export type MenuAction = (typeof MENU_ACTIONS)[number];
/** Moves that are not the holder's alone. */
const ANYBODYS: readonly MenuAction[] = ['answer', 'reassign', 'reopen'];

export type Question = { readonly reason: string; readonly by: string; readonly at: string; readonly mine: boolean };
export type CaseMoves = {
  readonly entries: readonly { readonly action: MenuAction; readonly words: string }[];
  readonly question: Question | null;
  /** The last answer, while it is news: until the case moves on by another day. */
  readonly answer: { readonly words: string; readonly by: string; readonly at: string } | null;
  /** When this person's own claim lapsed, if nobody has had the case since. */
  readonly lapsedAt: string | null;
  readonly wait: { readonly reason: string; readonly since: string; readonly until: CalendarDate | null } | null;
  /** Came back by itself today, from what. */
  readonly woke: { readonly at: string; readonly reason: string } | null;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  /** The copy that is on its way, for taking it back. */
  readonly releaseId: string | null;
  readonly today: CalendarDate;
};

const timeWords = (at: Date): string => (officeDate(at) === officeDate(now()) ? officeClock(at) : officeTime(at));

/** Who may be given this case, by name. */
async function colleaguesFor(found: CaseView): Promise<{ id: string; name: string }[]> {
  const holder = found.claims[0]?.staff.id;
  const staff = await db().staff.findMany({ where: { disabledAt: null }, orderBy: { name: 'asc' }, select: { id: true, publicId: true, name: true, roles: true, languages: true, kinds: true, disabledAt: true } });
  return staff.filter((person) => person.id !== holder && unfitFor(person, found) === null).map(({ publicId, name }) => ({ id: publicId, name }));
}

/** The claim of this person that lapsed last, unless somebody has had the case since. */
async function lapsedClaim(actor: StaffActor, found: CaseView): Promise<string | null> {
  if (found.claims.length > 0 || found.state === 'closed') return null;
  const [last] = await db().caseClaim.findMany({ where: { caseId: found.id }, orderBy: { at: 'desc' }, take: 1 });
  return last?.staffId === actor.staffId && last.releaseReason === 'lapsed' && last.releasedAt !== null ? timeWords(last.releasedAt) : null;
}

const asked = { by: { select: { name: true } }, answeredBy: { select: { name: true } } } as const;
const latestQuestion = (caseId: string) => db().caseEscalation.findFirst({ where: { caseId }, orderBy: { at: 'desc' }, include: asked });
type Asked = NonNullable<Awaited<ReturnType<typeof latestQuestion>>>;

const questionOf = (actor: StaffActor, row: Asked): Question => ({ reason: row.reason, by: row.by.name, at: timeWords(row.at), mine: row.byId === actor.staffId });
const answerOf = ({ answer, answeredBy, answeredAt }: Asked): CaseMoves['answer'] => (answer === null || answeredAt === null ? null : { words: answer, by: answeredBy?.name ?? 'a supervisor', at: timeWords(answeredAt) });

function waitsOf({ waits, state }: CaseView): Pick<CaseMoves, 'wait' | 'woke'> {
  const open = waits.find(({ untilAt }) => untilAt === null);
  const last = waits.at(-1);
  const back = state === 'in_progress' && last !== undefined && last.wakeOn !== null ? last.untilAt : null;
  const byItself = back !== null && officeDate(back) === officeDate(now()) && officeDate(back) >= (last?.wakeOn ?? '');
  return {
    wait: open === undefined ? null : { reason: open.reason, since: timeWords(open.fromAt), until: open.wakeOn },
    woke: back !== null && byItself ? { at: timeWords(back), reason: last?.reason ?? '' } : null,
  };
}

/** Whether a row of the table is open to this person in this case now. */
function isOpen(action: CaseAction, mine: boolean, question: Question | null, releaseId: string | null, found: CaseView): action is MenuAction {
  const inMenu = (MENU_ACTIONS as readonly CaseAction[]).includes(action);
  if (!inMenu || (!mine && !(ANYBODYS as readonly CaseAction[]).includes(action))) return false;
  if (action === 'answer') return question !== null && !question.mine;
  if (action === 'escalate' || action === 'send_for_review') return question === null;
  if (action === 'reopen') return found.joins.length === 0;
  if (action === 'resume' && found.state === 'ready_to_send') return releaseId !== null;
  return true;
}

/** All that the action bar of a case shows. The case itself was read, and its look logged, before. */
export async function findMoves(actor: StaffActor, found: CaseView): Promise<CaseMoves> {
  const mine = found.claims[0]?.staff.id === actor.staffId;
  // What was asked and answered is in words, and words name people.
  const latest = found.withheld ? null : await latestQuestion(found.id);
  const question = latest === null || latest.answeredAt !== null ? null : questionOf(actor, latest);
  const open = await hasOpenRelease(db(), found.id);
  const release = open ? await db().recordRelease.findFirst({ where: { caseId: found.id, withdrawnAt: null }, orderBy: { preparedAt: 'desc' }, select: { publicId: true } }) : null;
  const releaseId = release?.publicId ?? null;
  const entries = allowedActions(found.state, actor.roles).flatMap(({ action, label }) => (isOpen(action, mine, question, releaseId, found) ? [{ action, words: label }] : []));
  const answeredAt = latest?.answeredAt ?? null;
  const fresh = answeredAt !== null && officeDate(answeredAt) === officeDate(now());
  return {
    entries,
    question,
    answer: latest !== null && fresh ? answerOf(latest) : null,
    lapsedAt: await lapsedClaim(actor, found),
    ...waitsOf(found),
    colleagues: entries.some(({ action }) => action === 'reassign') ? await colleaguesFor(found) : [],
    releaseId,
    today: officeDate(now()),
  };
}
