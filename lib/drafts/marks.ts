import { Prisma } from '@/lib/platform/db';

/** Tells one text of a draft from another; the row's own JSON, so whatever order its fields came in. Of `drafts d`. */
export const draftMark = Prisma.sql`hashtextextended(d.body::text, 0)::text`;
