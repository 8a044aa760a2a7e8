'use client';

import { classes } from '@/components/ui/classes';
import type { ViewedPage } from './page-image';

/** Every page small. Fetched only when asked for: each is a look at the document, and is kept as one. */
export function PageStrip({ title, pages, at, onChoose }: { title: string; pages: readonly ViewedPage[]; at: number; onChoose: (at: number) => void }) {
  return (
    <ol aria-label={`Pages of ${title}`} className="flex flex-none gap-2 overflow-x-auto border-b border-line-strong bg-surface-2 px-3 py-2">
      {pages.map((page, index) => (
        <li key={page.number} className="flex-none">
          <button type="button" aria-current={index === at ? 'page' : undefined} onClick={() => onChoose(index)} className={classes('grid min-h-6 w-[88px] justify-items-center gap-1 rounded-2 border p-1 text-small', index === at ? 'border-accent bg-accent-tint font-semibold' : 'border-ctl-line bg-surface hover:bg-surface-3')}>
            <img src={page.thumb} alt="" className="h-[88px] w-full object-contain" />
            Page {page.number}
          </button>
        </li>
      ))}
    </ol>
  );
}
