'use client';

import { useState, type ReactNode } from 'react';
import { post } from '@/components/forms/command-request';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';

export type NoticeLine = { readonly id: string; readonly title: string; readonly next: string; readonly link?: { readonly href: string; readonly words: string }; readonly grave: boolean };

function Line({ line, children }: { line: NoticeLine; children?: ReactNode }) {
  return (
    <Notice kind={line.grave ? 'warn' : 'info'} title={line.title}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>
          {line.next} {line.link && <TextLink href={line.link.href}>{line.link.words}</TextLink>}
        </span>
        {children}
      </span>
    </Notice>
  );
}

/** What the desk has to say about this sign-in; it stays until its person puts it away. */
export function SignInNotices({ lines }: { lines: readonly NoticeLine[] }) {
  const [away, setAway] = useState(false);
  if (away || lines.length === 0) return null;
  const putAway = () => {
    setAway(true);
    void post('/api/commands/session.see_notice', '{}', { key: crypto.randomUUID() });
  };
  return (
    <section aria-label="About this sign-in" className="flex-none border-b border-line-strong">
      {lines.map((line, at) => (
        <Line key={line.id} line={line}>
          {at === lines.length - 1 && (
            <Button size="small" onClick={putAway}>
              Understood
            </Button>
          )}
        </Line>
      ))}
    </section>
  );
}
