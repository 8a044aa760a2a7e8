'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import { Notice } from '@/components/ui/notice';
import { changeWords, type Change } from '@/lib/cases/presence';
import { useCaseChanges } from './case-stream';

const SHOW = 'Show the case as it is now';

/** "Maria changed this case at 10:42 AM", with a way to see it; what is being written stays. */
export function ChangedMeanwhile({ caseId }: { caseId: string }) {
  const router = useRouter();
  const change = useCaseChanges(caseId);
  const [seen, setSeen] = useState<Change | null>(null);
  const [busy, start] = useTransition();
  const news = change !== null && change !== seen;
  const show = () => (setSeen(change), start(() => router.refresh()));
  useKeys(news ? [{ keys: 'v', words: SHOW, group: 'Case', run: show }] : []);
  if (!news) return null;
  return (
    <div className="px-4 pt-3">
      <Notice kind="warn" live="status" title={changeWords(change)}>
        <Button size="small" busy={busy} onClick={show} keyCap="v">
          {SHOW}
        </Button>
      </Notice>
    </div>
  );
}
