/** Which cases the figures count: one need once, and what was no request not at all. Every report and counter asks here. */
import type { Prisma } from '@/lib/platform/db';

const UNCOUNTED = ['duplicate', 'spam'] as const;

/** A joined case ends as a duplicate, so both are covered by how a case ended. */
export const countsInFigures = { closures: { none: { undoneAt: null, outcome: { in: [...UNCOUNTED] } } } } as const satisfies Prisma.CaseWhereInput;
