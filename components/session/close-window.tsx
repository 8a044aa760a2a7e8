'use client';

import { Button } from '@/components/ui/button';

/** A browser closes only windows that a page has opened; where it does not, the words above say what to do. */
export function CloseWindow() {
  return (
    <Button kind="primary" autoFocus onClick={() => window.close()}>
      Close this window
    </Button>
  );
}
