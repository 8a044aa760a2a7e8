'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { changeWords, type Change } from '@/lib/cases/presence';
import { useCaseChanges } from './case-stream';

/** "Maria changed this case at 10:42 AM", with a way to see it; what is being written stays. */
export function ChangedMeanwhile({ caseId }: { caseId: string }) {
  const router = useRouter();
  const change = useCaseChanges(caseId);
  const [seen, setSeen] = useState<Change | null>(null);
  const [busy, start] = useTransition();
  if (change === null || change === seen) return null;
  const show = () => (setSeen(change), start(() => router.refresh()));
  return (
    <div className="px-4 pt-3">
      <Notice kind="warn" live="status" title={changeWords(change)}>
        <Button size="small" busy={busy} onClick={show}>
          Show the case as it is now
        </Button>
      </Notice>
    </div>
  );
}
