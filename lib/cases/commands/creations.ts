import { command } from '@/lib/command';
import { createPatient } from '@/lib/patients/corrections';
import type { Tx } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { unlinkSchema } from '../schema';
import { isRefused } from '../scope';
import { refreshCandidates } from '../refreshing';
import { submittedOf } from '../submitted';
import { setAside, unlinkedCase, writeLink } from './links';

/** A search that found nobody leaves no candidates, but its entry. */
export const wasSearched = async (tx: Pick<Tx, 'auditEvent'>, caseId: string): Promise<boolean> => (await tx.auditEvent.count({ where: { caseId, event: 'case.matched' }, take: 1 })) > 0;

/** Nobody on record is this person: a new patient, only after a recorded search and with a reason. */
export const createPatientOfCase = command({
  name: 'patient.create',
  surface: 'staff',
  actors: ['staff'],
  input: unlinkSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, reason }) => {
    const held = await unlinkedCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    if (!(await wasSearched(tx, held.id))) return refuse('not_searched');
    const passedOver = await setAside(tx, held.id, null);
    const made = await createPatient(tx, submittedOf(held.subject, held.submission), now);
    await refreshCandidates(tx, made.id, held.id);
    if (!(await writeLink(tx, actor, { held, patient: made, band: 'likely', reason }, now))) return refuse('conflict');
    const about = { caseId: held.id, patientId: made.id };
    record({ event: 'patient.created', ...about, details: { registryNumber: made.registryNumber, reason } });
    record({ event: 'case.linked', ...about, details: { registryNumber: made.registryNumber, band: 'likely', setAside: passedOver, reason } });
    return done({ patientId: made.publicId });
  },
});
