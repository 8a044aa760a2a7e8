'use client';

import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { fieldId } from './field';

export type SummaryLine = { field: string; words: ReactNode };

/** Brings the keyboard to a field; a group, or the cell around one, gives it to its first control. */
export function focusField(id: string): void {
  const target = document.getElementById(id);
  const control = target?.matches('fieldset, div') ? target.querySelector<HTMLElement>('input:not(:disabled), select, textarea, button') : target;
  (control ?? target)?.focus();
}

type Props = {
  lines: readonly SummaryLine[];
  title?: string;
  /** Changes at each attempt: then the summary takes the focus, and never while a field is being mended. */
  attempt: string;
};

/** Everything that is wrong, in one place, focused when it appears; each line leads to its field. */
export function ErrorSummary({ lines, title = 'Check these before saving', attempt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  if (lines.length === 0) return null;
  const go = (id: string) => (event: MouseEvent) => {
    event.preventDefault();
    focusField(id);
  };
  return (
    <div ref={box} tabIndex={-1} role="alert" className="mb-3 rounded-2 border-2 border-overdue bg-surface px-3 py-2.5">
      <h2 className="text-section font-semibold">{title}</h2>
      <ul className="mt-1 space-y-1">
        {lines.map(({ field, words }) => (
          <li key={`${field} ${String(words)}`}>
            {field === '' ? (
              <span className="font-medium text-overdue">{words}</span>
            ) : (
              <a href={`#${fieldId(field)}`} onClick={go(fieldId(field))} className="inline-flex min-h-6 items-center font-medium text-overdue underline underline-offset-2">
                {words}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
