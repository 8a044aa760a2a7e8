'use client';

import { useState, type ReactNode } from 'react';
import { Button } from './button';

type State = 'ready' | 'copied' | 'refused';

/** Copies a text and says so in words. */
export function CopyButton({ text, what, children }: { text: string; what: string; children?: ReactNode }) {
  const [state, setState] = useState<State>('ready');
  const copy = () => navigator.clipboard.writeText(text).then(() => setState('copied'), () => setState('refused'));
  return (
    <span className="inline-flex items-center gap-2">
      <Button size="small" onClick={() => void copy()} onBlur={() => setState('ready')}>
        {children ?? `Copy ${what}`}
      </Button>
      <span role="status" className="text-small text-ink-2">
        {state === 'copied' && `Copied ${what}`}
        {state === 'refused' && `This browser did not allow it. Select the ${what} and copy it.`}
      </span>
    </span>
  );
}
