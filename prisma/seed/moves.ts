/** The last hour at the desk: one case snoozed, one with a question to a supervisor, one joined, one to be joined, one whose claim lapsed. */
import { mintWorker } from '@/lib/access/actor';
import { escalateCase } from '@/lib/cases/commands/escalations';
import { joinCases } from '@/lib/cases/commands/joins';
import { lapseClaims } from '@/lib/cases/commands/lapses';
import { waitCase } from '@/lib/cases/commands/waits';
import { throughTheDoor } from '@/lib/command';
import { now } from '@/lib/platform/clock';
import { officeDate } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import { nextBusinessDay } from '@/lib/policies/business-time';
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';
import { listClosures } from '@/lib/policies/queries';
import { caseOf, send, staffOf, type Desk, type Tale } from './cases';
import type { CastSubmission } from './cast/submission-types';
import type { Papers } from './documents';
import { open, receive, type OpenedCase } from './submissions';

const MINUTE = 60_000;

/** Cases in somebody's hands that no screen or test calls by number, in the order of receipt. */
async function atWork(tales: readonly Tale[]): Promise<Tale[]> {
  const rows = await db().case.findMany({ where: { state: 'in_progress', claims: { some: { releasedAt: null } } }, select: { id: true } });
  const worked = new Set(rows.map(({ id }) => id));
  return tales.filter(({ sent, opened, stopped }) => stopped === null && opened !== null && worked.has(opened.id) && sent.caseNumber === null && sent.subjects.length === 1);
}

/** The same person writes again, by fax and without papers. */
async function writesAgain({ sent }: Tale, papers: Papers): Promise<OpenedCase | null> {
  const [head = 'S', first = '', ...rest] = sent.reference.split('-');
  const again: CastSubmission = { ...sent, key: `${sent.key}-again`, caseNumber: null, reference: [head, ...rest, first].join('-'), channel: 'fax', receivedAt: now(), documents: [] };
  const { _max } = await db().case.aggregate({ _max: { number: true } });
  const [opened] = await open(await receive(again, papers), papers, (_max.number ?? 2000) + 1);
  return opened ?? null;
}

async function lapse(tale: Tale): Promise<void> {
  const idleSince = new Date(now().getTime() - (POLICY_DEFAULTS.claimLapseMinutes + 1) * MINUTE);
  await db().caseClaim.updateMany({ where: { caseId: caseOf(tale).id, releasedAt: null }, data: { seenAt: idleSince } });
  await throughTheDoor(lapseClaims, mintWorker('case.lapse_claims'), {}, null);
}

/** As far as there are cases for it. */
export async function moveSome(tales: readonly Tale[], desk: Desk, papers: Papers): Promise<void> {
  const [snoozed, asked, joined, proposed, lapsed] = await atWork(tales);
  const by = (tale: Tale, command: Parameters<typeof send>[3], body: object) => send(tale, desk, staffOf(tale), command, { caseId: caseOf(tale).publicId, ...body });
  if (snoozed !== undefined) await by(snoozed, waitCase, { state: 'on_hold', code: 'desk_away', wakeOn: nextBusinessDay(officeDate(now()), await listClosures(db())) });
  if (asked !== undefined) await by(asked, escalateCase, { reason: 'The name on the ID and on the form differ by a hyphen: may I go on?' });
  const again = joined === undefined ? null : await writesAgain(joined, papers);
  if (joined !== undefined && again !== null) await by(joined, joinCases, { caseId: again.publicId, intoId: caseOf(joined).publicId, reason: 'Same name and date of birth, same phone' });
  if (proposed !== undefined) await writesAgain(proposed, papers);
  if (lapsed !== undefined) await lapse(lapsed);
}
