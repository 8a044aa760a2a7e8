import { z } from 'zod';
import { command } from '@/lib/command';
import { findPatients } from '@/lib/patients/queries';
import { rankCandidates } from '@/lib/patients/matching/ranking';
import { done, refuse } from '@/lib/platform/outcome';
import { submittedOf } from '../submitted';

/** Nobody compares more than this by eye; what is further down has next to no evidence. */
const MOST_SHOWN = 12;

/** Looks for the person of a case among all patients and keeps who came near, with the evidence. Run again, it starts anew. */
export const matchCase = command({
  name: 'case.match',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({ caseId: z.uuid() }),
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ tx, now, record }, { caseId }) => {
    const found = await tx.case.findUnique({ where: { id: caseId }, include: { subject: true, submission: true } });
    if (found === null) return refuse('not_found');
    const submitted = submittedOf(found.subject, found.submission);
    const patients = await findPatients(tx, submitted);
    const ids = new Map(patients.map(({ publicId, id }) => [publicId, id]));
    const candidates = rankCandidates(submitted, patients).candidates.slice(0, MOST_SHOWN);
    await tx.matchCandidate.deleteMany({ where: { caseId } });
    await tx.matchCandidate.createMany({
      data: candidates.map(({ rank, patient, comparison }) => ({
        caseId,
        patientId: ids.get(patient.publicId) ?? '',
        rank,
        band: comparison.band,
        comparison: JSON.parse(JSON.stringify(comparison)) as object,
        computedAt: now,
      })),
    });
    record({ event: 'case.matched', caseId, submissionId: found.submissionId, details: { candidates: candidates.map(({ patient, comparison }) => ({ patient: patient.publicId, band: comparison.band })) } });
    return done({ candidates: candidates.length });
  },
});
