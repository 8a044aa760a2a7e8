'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { COVERED_WORDS } from '@/lib/documents/viewing/labels';
import type { Cover } from '@/lib/documents/viewing/queries';
import { ReasonForm } from './reason-dialog';

/** Five minutes to see beneath the covers of one document. */
function LookBeneath({ documentId }: { documentId: string }) {
  const [asking, setAsking] = useState(false);
  const reveal = useCommand('document.reveal');
  const look = async (reason: string) => {
    if ((await reveal.run({ documentId, reason })).ok) setAsking(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        Look beneath
      </Button>
      <Dialog title="Look beneath what is covered" open={asking} onOpenChange={setAsking} closeWords="Cancel">
        <ReasonForm label="Look beneath what is covered" about="You alone see the whole page, for five minutes. That you look, and why, is kept." doIt="Look for 5 minutes" state={reveal} onReason={look} />
      </Dialog>
    </>
  );
}

function Uncover({ caseId, cover }: { caseId: string; cover: Cover }) {
  const [asking, setAsking] = useState(false);
  const uncover = useCommand('document.uncover');
  const what = COVERED_WORDS[cover.covers];
  const take = async (reason: string) => {
    if ((await uncover.run({ caseId, redactionId: cover.redactionId, reason })).ok) setAsking(false);
  };
  return (
    <>
      <Button kind="text" size="small" aria-label={`Uncover: ${what}, page ${cover.page}`} onClick={() => setAsking(true)}>
        Uncover
      </Button>
      <Dialog title={`Uncover: ${what}`} open={asking} onOpenChange={setAsking} closeWords="Cancel">
        <ReasonForm label={`Uncover: ${what}`} about="From now on everybody who may look at this document sees it again." doIt="Take the cover away" state={uncover} onReason={take} />
      </Dialog>
    </>
  );
}

/** When the five minutes are over the page is asked for anew, and comes covered. */
function useEnd(milliseconds: number | null): void {
  const router = useRouter();
  useEffect(() => {
    if (milliseconds === null) return;
    const timer = setTimeout(() => startTransition(() => router.refresh()), milliseconds + 500);
    return () => clearTimeout(timer);
  }, [milliseconds, router]);
}

type Props = { caseId: string; documentId: string; covers: readonly Cover[]; revealedFor: number | null; mayCover: boolean; mayReveal: boolean };

/** What is covered on the document, by whom, and the ways to see or undo it. */
export function Covers({ caseId, documentId, covers, revealedFor, mayCover, mayReveal }: Props) {
  useEnd(revealedFor);
  if (covers.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <ul className="flex flex-wrap gap-x-4">
        {covers.map((cover) => (
          <li key={cover.redactionId} className="inline-flex items-center gap-2">
            <span>
              <b className="font-semibold">{COVERED_WORDS[cover.covers]}</b> covered on page {cover.page} by {cover.by}
            </span>
            {mayCover && <Uncover caseId={caseId} cover={cover} />}
          </li>
        ))}
      </ul>
      {revealedFor !== null ? <p className="font-medium text-today">You see the whole page for {Math.max(1, Math.ceil(revealedFor / 60_000))} more minutes</p> : mayReveal && <LookBeneath documentId={documentId} />}
    </div>
  );
}
