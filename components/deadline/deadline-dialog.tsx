'use client';

import { useState } from 'react';
import { DraftStatus } from '@/components/drafts/draft-board';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Disclosure } from '@/components/ui/disclosure';
import { deadlineWords, type Deadline } from '@/lib/cases/deadline';
import type { CalendarDate } from '@/lib/platform/dates';
import type { DocumentChoice } from './evidence-fields';
import { ProofForm } from './proof-form';
import { RemoveDeadline, WithdrawProof } from './reason-forms';
import { SetDeadline } from './set-deadline';

/** The case and the version that is on screen. */
export type About = { readonly caseId: string; readonly version: number };
type Props = { about: About; number: number; deadline: Deadline | null; documents: readonly DocumentChoice[]; today: CalendarDate };

function Standing({ about, deadline, documents }: { about: About; deadline: Deadline; documents: readonly DocumentChoice[] }) {
  return (
    <>
      <h3 className="pt-4 pb-2 text-section font-semibold">What proves it</h3>
      {deadline.proof === null ? <ProofForm about={about} documents={documents} /> : <WithdrawProof about={about} proof={deadline.proof} />}
      <Disclosure summary="They need it by no day at all">
        <RemoveDeadline about={about} />
      </Disclosure>
    </>
  );
}

/** A deadline and its proof order the queue: proven before said before none. */
export function DeadlineDialog({ about, number, deadline, documents, today }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" kind="text" onClick={() => setOpen(true)} aria-label={`${deadline === null ? 'Set' : 'Change'} the deadline of C-${number}`}>
        {deadline === null ? 'Set' : 'Change'}
      </Button>
      <Dialog title={`Their deadline, C-${number}`} open={open} onOpenChange={setOpen}>
        <p className="pb-2 text-ink-2">{deadlineWords(deadline)}. A proven deadline goes before one that is only said.</p>
        <SetDeadline about={about} deadline={deadline} documents={documents} today={today} />
        {deadline !== null && <Standing about={about} deadline={deadline} documents={documents} />}
        <p className="pt-2 text-small text-ink-3">
          <DraftStatus />
        </p>
      </Dialog>
    </>
  );
}
