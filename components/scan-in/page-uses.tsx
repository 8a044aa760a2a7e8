'use client';

import { SelectField } from '@/components/forms/select-field';
import { scanProblemWords, useWords } from '@/lib/scan-in/labels';
import { PAGE_USES, type PageUse } from '@/lib/scan-in/schema';
import type { Problem } from '@/lib/platform/outcome';
import type { Uses } from './letter-values';

const choices = PAGE_USES.map((value) => ({ value, words: useWords(value) }));

/** Page by page: which paper begins here, or that it goes on. */
export function PageUses({ pages, uses, problems, onChange }: { pages: readonly number[]; uses: Uses; problems: readonly Problem[]; onChange: (uses: Uses) => void }) {
  const wordsAt = (field: string): string | undefined => {
    const problem = problems.find((one) => one.field === field);
    return problem === undefined ? undefined : scanProblemWords(problem);
  };
  return (
    <div className="grid gap-2">
      {pages.map((page) => (
        <SelectField key={page} name={`pages.${page}`} label={`Page ${page}`} empty="Choose what it is" choices={choices} value={uses[page] ?? ''} onChange={(event) => onChange({ ...uses, [page]: event.target.value as PageUse | '' })} problem={wordsAt(`pages.${page}`)} />
      ))}
      {wordsAt('pages') !== undefined && <p className="text-overdue">{wordsAt('pages')}</p>}
    </div>
  );
}
