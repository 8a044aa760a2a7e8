/** Unsaved words, kept each second or two: not audited, for nothing of the case changes and each keystroke would be an entry. */
import { command } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import type { Tx } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { savedAtWords } from './labels';
import { draftMark } from './marks';
import { MOST_DRAFTS, discardDraftSchema, saveDraftSchema, type DraftKey, type SavedDraft } from './schema';

/** Keeps the words over those that the tab knew of. Nothing comes back when the table holds others: they are not written over. */
async function keep(tx: Tx, actor: StaffActor, { key, body, over }: SavedDraft, now: Date): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ mark: string }[]>`
    INSERT INTO drafts AS d (staff_id, key, body, saved_at) VALUES (${actor.staffId}::uuid, ${key}, ${JSON.stringify(body)}::jsonb, ${now})
    ON CONFLICT (staff_id, key) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at
      WHERE d.body = excluded.body OR ${draftMark} = ${over}
    RETURNING ${draftMark} AS mark`;
  return row?.mark ?? null;
}

async function markOf(tx: Tx, actor: StaffActor, key: DraftKey): Promise<string> {
  const [row] = await tx.$queryRaw<{ mark: string }[]>`SELECT ${draftMark} AS mark FROM drafts d WHERE d.staff_id = ${actor.staffId}::uuid AND d.key = ${key}`;
  return row?.mark ?? '';
}

/** Two tabs of one form: the second to write is told that there are other words, with the mark by which it may insist. */
export const saveDraft = command({
  name: 'draft.save',
  surface: 'staff',
  actors: ['staff'],
  input: saveDraftSchema,
  subject: () => ({}),
  unaudited: true,
  run: async ({ actor, tx, now }, asked) => {
    if ((await tx.draft.count({ where: { staffId: actor.staffId, key: { not: asked.key } } })) >= MOST_DRAFTS) return refuse('too_many_drafts');
    const mark = await keep(tx, actor, asked, now);
    if (mark === null) return refuse('conflict', [{ field: 'body', reason: 'other_words', detail: await markOf(tx, actor, asked.key) }]);
    return done({ savedAt: savedAtWords(now), mark });
  },
});

/** The words of this mark and no others; answers whether there are others now. */
async function discard(tx: Tx, actor: StaffActor, key: DraftKey, mark: string): Promise<boolean> {
  // What another tab wrote since is not this tab's to throw away.
  await tx.$executeRaw`DELETE FROM drafts d WHERE d.staff_id = ${actor.staffId}::uuid AND d.key = ${key} AND ${draftMark} = ${mark}`;
  return (await markOf(tx, actor, key)) !== '';
}

/** What was begun is over, in the same transaction, so that it never comes back as a draft. */
export async function forgetDrafts(tx: Tx, actor: StaffActor, keys: readonly DraftKey[]): Promise<void> {
  await tx.draft.deleteMany({ where: { staffId: actor.staffId, key: { in: [...keys] } } });
}

/** Takes away the draft that was saved for good. One with other words stays: another tab is writing it. */
export async function forgetSaved(tx: Tx, actor: StaffActor, key: DraftKey, isSaved: (body: unknown) => boolean): Promise<void> {
  const [row] = await tx.$queryRaw<{ body: unknown; mark: string }[]>`SELECT d.body, ${draftMark} AS mark FROM drafts d WHERE d.staff_id = ${actor.staffId}::uuid AND d.key = ${key}`;
  if (row !== undefined && isSaved(row.body)) await discard(tx, actor, key, row.mark);
}

/** `others`: another tab has kept other words for this form, and they are still there. */
export const discardDraft = command({
  name: 'draft.discard',
  surface: 'staff',
  actors: ['staff'],
  input: discardDraftSchema,
  subject: () => ({}),
  unaudited: true,
  run: async ({ actor, tx }, { key, over }) => done({ others: await discard(tx, actor, key, over) }),
});
