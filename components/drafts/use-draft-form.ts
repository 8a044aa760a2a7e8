'use client';

import { useState } from 'react';
import { useForm, useWatch, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { readDraft, type Draft } from '@/lib/drafts/rules';
import type { DraftKey } from '@/lib/drafts/schema';
import { useKeptDrafts } from './draft-board';
import { isOutdated, laidAsideText } from './draft-saver';
import { useDraft } from './use-draft';

type Input<T> = { key: DraftKey; /** What of a draft still fits this form. */ shape: z.ZodType<T>; pristine: T };

const standing = <T,>(draft: Draft<T> | null, key: DraftKey): Draft<T> | null => (draft === null || isOutdated(key, draft.mark) ? null : draft);

/** What was typed and closed on this page goes before what the page came with. */
function begunWith<T>(kept: Draft<T> | null, { key, shape, pristine }: Input<T>): T {
  const aside = laidAsideText(key);
  const read = aside === null ? null : shape.safeParse(JSON.parse(aside));
  return read?.success === true ? read.data : (kept?.value ?? pristine);
}

/** A form whose words are kept as a draft: closed by mistake, or left for another page, it opens as it was. Call `forget` once it is saved for good. */
export function useDraftForm<T extends FieldValues>(input: Input<T>): { form: UseFormReturn<T>; forget: () => Promise<void>; /** It began with words of before. */ begun: boolean } {
  const drafts = useKeptDrafts();
  const [kept] = useState(() => standing(readDraft(drafts, input.key, input.shape), input.key));
  const [first] = useState(() => begunWith(kept, input));
  const form = useForm<T>({ defaultValues: first as DefaultValues<T> });
  const value = useWatch({ control: form.control }) as T;
  const { forget } = useDraft({ key: input.key, value, pristine: input.pristine, kept, aside: true });
  return { form, forget, begun: first !== input.pristine };
}
