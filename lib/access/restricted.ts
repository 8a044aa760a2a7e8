/**
 * The one place that says who sees a restricted record (a colleague's family, a sealed adoption, a protected address, a
 * VIP): whoever broke the glass for it, for an hour. No role sees it otherwise; to everybody else it is not there.
 */
import type { Db, Prisma, Tx } from '@/lib/platform/db';
import type { StaffActor } from './actor';

type Opener = Pick<StaffActor, 'opened'>;

export const maySee = ({ opened }: Opener, { id, restriction }: { readonly id: string | null; readonly restriction: string | null }): boolean =>
  restriction === null || (id !== null && opened.includes(id));

/** The same as a condition: the patients this person may not see. */
export const hiddenFrom = ({ opened }: Opener) => ({ restriction: { not: null }, id: { notIn: [...opened] } }) satisfies Prisma.PatientWhereInput;

/** The same of a patient's inner id; nobody yet is nobody's secret. */
export const maySeePatient = async (client: Db | Tx, actor: Opener, patientId: string | null): Promise<boolean> =>
  patientId === null || actor.opened.includes(patientId) || (await client.patient.count({ where: { id: patientId, restriction: { not: null } } })) === 0;

/** Openings whose hour runs, by the server's clock. */
export const openAt = (at: Date) => ({ where: { endedAt: null, endsAt: { gt: at } }, select: { patientId: true } }) as const;
