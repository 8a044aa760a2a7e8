/** Fills an empty database and bucket: staff, closures, 400 people with their doses, 120 submissions and the work on them. */
import { now } from '@/lib/platform/clock';
import { officeDate } from '@/lib/platform/dates';
import { db, dbDate } from '@/lib/platform/db';
import { CONNECTICUT_HOLIDAYS } from '@/lib/policies/holidays';
import type { CardSigner } from '@/lib/records/covid-card';
import { doses } from './cast/doses';
import { people } from './cast/people';
import type { CastSubmission } from './cast/submission-types';
import { submissions } from './cast/submissions';
import { storePapers, type Studio } from './documents';
import { addDoses } from './doses';
import { moveSome } from './moves';
import { addPatients } from './patients';
import { addStaff, signIn, type Account } from './staff';
import { liveThrough } from './week';

export type SeedOptions = { readonly seed: number; readonly studio: Studio; readonly signer: CardSigner; readonly say: (line: string) => void };
export type Seeded = { readonly accounts: readonly Account[]; readonly cases: number; /** Cases that the desk's own rules stopped on their way. */ readonly stopped: readonly string[] };

async function addClosures(): Promise<void> {
  await db().officeClosure.createMany({ data: CONNECTICUT_HOLIDAYS.map(({ on, name, citation }) => ({ onDate: dbDate(on), name, citation, addedAt: now() })) });
}

/** A changed contact becomes a second person's matter when a copy is asked for with it; the cast names the risk, the request must bear it out. */
function bearingOut(sent: CastSubmission): CastSubmission {
  const { progress, delivery, requester, subjects } = sent;
  const address = subjects[0]?.address ?? null;
  if (progress.secondReview?.risks.includes('contact_and_record') !== true || delivery !== 'portal' || address === null) return sent;
  return { ...sent, wants: ['full_record'], delivery: 'mail', mailTo: { name: `${requester.given} ${requester.family}`, ...address } };
}

/** The same people for a seed and a day; only passwords, codes and ids differ. */
export async function seedDesk({ seed, studio, signer, say }: SeedOptions): Promise<Seeded> {
  const today = officeDate(now());
  await addClosures();
  const staff = await addStaff();
  const cast = people(seed, today);
  const patients = await addPatients(cast);
  const given = doses(seed, today, cast);
  await addDoses(given, patients, staff.ids.get('ruth-abelson') ?? '');
  say(`${cast.length} people, ${given.length} doses`);
  const sent = submissions(seed, now(), cast).map(bearingOut);
  const papers = await storePapers(sent.flatMap(({ documents }) => documents), studio);
  say(`${sent.length} requests, ${papers.size} documents`);
  const hands = await signIn(staff.ids);
  const references = new Map(sent.map(({ key, reference }) => [key, reference]));
  const tales = await liveThrough(sent, { hands, patients, references, papers, signer });
  await moveSome(tales, { hands, patients, references }, papers);
  await hands.end();
  const stopped = tales.flatMap((tale) => (tale.stopped === null ? [] : [`C-${tale.opened?.number ?? 0} ${tale.stopped}`]));
  say(`${tales.length} cases`);
  return { accounts: staff.accounts, cases: tales.length, stopped };
}
