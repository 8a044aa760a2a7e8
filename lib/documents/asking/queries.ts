/** What the page behind a link may show: which papers are asked for, in which language, and nothing of a person. */
import type { Visitor } from '@/lib/access/actor';
import { withinRate } from '@/lib/access/rates';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { hashOfToken } from '@/lib/staff/link-token';
import { asAskLanguage, type AskLanguage } from './labels';
import { askedItemsSchema, linkToken, type AskedItem } from './schema';

export type OpenLink = { readonly language: AskLanguage; readonly items: readonly AskedItem[] };
type Row = { language: string; items: unknown };

/** Null for a link that is wrong, expired, used or taken back, and for whoever tried too many: looking changes nothing and tells nothing. */
export async function readUploadLink(visitor: Visitor, token: string): Promise<OpenLink | null> {
  if (!linkToken.safeParse(token).success || !(await withinRate('upload_link', visitor))) return null;
  const [row] = await db().$queryRaw<Row[]>`SELECT language, items FROM public_upload_link(${hashOfToken(token)}, ${now()})`;
  return row === undefined ? null : { language: asAskLanguage(row.language), items: askedItemsSchema.parse(row.items) };
}
