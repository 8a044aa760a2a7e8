'use client';

import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';

/** Ends a session where it stands: its next request finds nobody signed in. */
export function EndSession({ session, command, label }: { session: string; command: 'session.end' | 'staff.end_session'; label: string }) {
  const end = useCommand(command);
  return (
    <>
      <Button size="small" busy={end.busy} aria-label={label} onClick={() => void end.run({ session })}>
        End
      </Button>
      <CommandNotice reason={end.reason} words={{ conflict: 'It has ended already.', not_found: 'It has ended already.' }} />
    </>
  );
}
