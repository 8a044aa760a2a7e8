/** A draft as its form reads it back. */
import type { z } from 'zod';
import type { DraftKey } from './schema';

export type KeptDraft = { readonly body: unknown; /** `10:47:52`, the office's time. */ readonly savedAt: string; /** By which a later save says what it goes over. */ readonly mark: string };
export type KeptDrafts = ReadonlyMap<string, KeptDraft>;

/** What a form begins with: the words kept for it and since when. */
export type Draft<T> = { readonly value: T; readonly savedAt: string; readonly mark: string };

/** The draft of a form, or null; one that an older form left behind does not fit and is passed over, not half filled in. */
export function readDraft<T>(kept: KeptDrafts, key: DraftKey, form: z.ZodType<T>): Draft<T> | null {
  const found = kept.get(key);
  if (found === undefined) return null;
  const read = form.safeParse(found.body);
  return read.success ? { value: read.data, savedAt: found.savedAt, mark: found.mark } : null;
}

/** When the newest of them was kept, for the foot of the page; null when nothing is begun. */
export const newestDraft = (kept: KeptDrafts): string | null => [...kept.values()].map(({ savedAt }) => savedAt).sort().at(-1) ?? null;
