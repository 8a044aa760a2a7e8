/** Which papers belong to a case. One place says so: the viewer, reviews, corrections, doses and releases all ask it. */
import type { StaffActor } from '@/lib/access/actor';
import { hiddenFrom } from '@/lib/access/restricted';
import type { Prisma } from '@/lib/platform/db';

/**
 * Papers of the case's own submission and of those joined into it. A review counts for the case it was made in only, so a
 * joined paper proves nothing to the keeper until somebody has judged it there, and nothing any more once it is taken out.
 */
export const papersOf = (caseId: string) =>
  ({
    removedAt: null,
    OR: [
      { submission: { cases: { some: { id: caseId } } } },
      { submission: { cases: { some: { joins: { some: { intoId: caseId, undoneAt: null } } } } } },
    ],
  }) as const satisfies Prisma.DocumentWhereInput;

/** The same, where the submissions are known already: asked through the case, every document there is would be walked. */
export const papersFrom = (submissionIds: readonly string[]) => ({ removedAt: null, submissionId: { in: [...submissionIds] } }) satisfies Prisma.DocumentWhereInput;

/** A paper may name everybody of its request: one restricted person among them hides it until their record is opened. */
export const shownTo = (actor: StaffActor): Prisma.DocumentWhereInput => ({ submission: { cases: { none: { patient: hiddenFrom(actor) } } } });
