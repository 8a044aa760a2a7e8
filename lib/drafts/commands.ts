/** Unsaved words, kept each second or two: not audited, for nothing of the case changes and each keystroke would be an entry. */
import { command } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import type { Tx } from '@/lib/platform/db';
import { done } from '@/lib/platform/outcome';
import { savedAtWords } from './labels';
import { discardDraftSchema, saveDraftSchema, type DraftKey } from './schema';

export const saveDraft = command({
  name: 'draft.save',
  surface: 'staff',
  actors: ['staff'],
  input: saveDraftSchema,
  subject: () => ({}),
  unaudited: true,
  run: async ({ actor, tx, now }, { key, body }) => {
    const kept = { body, savedAt: now };
    await tx.draft.upsert({ where: { staffId_key: { staffId: actor.staffId, key } }, create: { staffId: actor.staffId, key, ...kept }, update: kept });
    return done({ savedAt: savedAtWords(now) });
  },
});

/** What was begun is done, in the same transaction, so that it never comes back as a draft. */
export async function forgetDrafts(tx: Tx, actor: StaffActor, keys: readonly DraftKey[]): Promise<void> {
  await tx.draft.deleteMany({ where: { staffId: actor.staffId, key: { in: [...keys] } } });
}

export const discardDraft = command({
  name: 'draft.discard',
  surface: 'staff',
  actors: ['staff'],
  input: discardDraftSchema,
  subject: () => ({}),
  unaudited: true,
  run: async ({ actor, tx }, { key }) => {
    await forgetDrafts(tx, actor, [key]);
    return done({});
  },
});
