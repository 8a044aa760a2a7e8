'use client';

import { Button } from '@/components/ui/button';
import { writeNote } from './notes';

export function NoteButton() {
  return (
    <Button kind="text" keyCap="m" onClick={writeNote}>
      Note
    </Button>
  );
}
