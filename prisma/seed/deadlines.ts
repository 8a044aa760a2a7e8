/** Deadlines that somebody looked into: whose day is proven goes before whose is only said. */
import { proveDeadline } from '@/lib/cases/commands/deadlines';
import { db } from '@/lib/platform/db';
import { caseOf, send, staffOf, type Desk, type Tale } from './cases';

const PROOFS: Readonly<Record<string, string>> = {
  'Nursing program': 'admission letter',
  'Immigration exam': 'appointment notice from the civil surgeon',
  'New school': 'the school’s office confirmed it by phone',
  'Hospital admission': 'letter from hospital',
};
const MOST = 3;
/** After the claim and what is done to a case at once. */
const LATER_MS = 40 * 60_000;

const proofOf = ({ sent }: Tale): string | undefined => PROOFS[sent.deadline?.reason ?? ''];

async function prove(tale: Tale, desk: Desk): Promise<void> {
  const { publicId } = caseOf(tale);
  const { version } = await db().case.findUniqueOrThrow({ where: { publicId }, select: { version: true } });
  await send(tale, desk, staffOf(tale), proveDeadline, { caseId: publicId, version, proof: proofOf(tale) });
}

/** The first few cases under way whose deadline can be shown. */
export const provenDeadlines = (tales: readonly Tale[], desk: Desk) =>
  tales
    .filter((tale) => tale.sent.progress.state === 'in_progress' && proofOf(tale) !== undefined)
    .slice(0, MOST)
    .map((tale) => ({ at: new Date((tale.sent.progress.claimedAt ?? tale.sent.receivedAt).getTime() + LATER_MS), run: () => prove(tale, desk) }));
