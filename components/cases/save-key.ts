'use client';

import { useKeys } from '@/components/ui/keys';

/** Ctrl+Enter saves the step's form from anywhere on the page; a form that is written in answers first. */
export function useSaveKey(formId: string, words: string): void {
  useKeys([{ keys: '$mod+Enter', words, group: 'Case', run: () => (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit() }]);
}
