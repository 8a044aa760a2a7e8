'use client';

import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** Codes that any command can end with, whatever the room; a room's own words go before these. */
const general: Record<string, { title: string; next: string; retry?: true }> = {
  conflict: { title: 'Somebody saved this while you were writing.', next: 'What you wrote is still here. Look at what changed, then save again.' },
  unavailable: { title: 'Not saved: the desk cannot be reached.', next: 'What you wrote is still here. Try again in a moment; it will not be saved twice.', retry: true },
  forbidden: { title: 'Your role may not do this.', next: 'Ask a supervisor.' },
  restricted_record: { title: 'This is a restricted record.', next: 'Open it on its case first, with a reason.' },
  not_found: { title: 'This is no longer here.', next: 'Reload the page.' },
  step_up_needed: { title: 'Not done: you did not confirm that it is you.', next: 'What you wrote is still here. Press the button again when you have your password and authenticator at hand.' },
  session_ended: { title: 'You were signed out.', next: 'Sign in again; what you wrote is still here.' },
  session_locked: { title: 'Your screen is locked.', next: 'Unlock it; what you wrote is still here.' },
  too_many: { title: 'Too many tries.', next: 'Wait a minute, then try again.', retry: true },
  too_many_tries: { title: 'Too many tries in a short time.', next: 'What you wrote is still here. Wait a quarter of an hour, or ask a supervisor.' },
  too_large: { title: 'This is too large to send.', next: 'Make it smaller, then try again.' },
  invalid: { title: 'Not saved: something is missing or cannot be read.', next: 'Check the fields that are marked.' },
};

type Props = {
  reason: string | null;
  /** The room's own words for its codes. */
  words?: Partial<Record<string, ReactNode>>;
  onRetry?: () => void;
};

/** Why a command was refused and what to do next. Put it near the button that was pressed. */
export function CommandNotice({ reason, words = {}, onRetry }: Props) {
  if (reason === null) return null;
  const own = words[reason];
  const known = general[reason];
  return (
    <Notice kind="error" live="alert" title={own ?? known?.title ?? 'Not saved.'}>
      {!own && <p>{known?.next ?? `The desk answered "${reason}".`}</p>}
      {known?.retry && onRetry && (
        <p className="mt-2">
          <Button onClick={onRetry}>Try again</Button>
        </p>
      )}
    </Notice>
  );
}
