'use client';

import type { Language } from '../shell/preferences';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { StepHead } from './step-head';
import { startWords } from './start-words';
import { formWords } from './words';

/** It is sent: the number to keep, and what happens now. */
export function ReferencePage({ reference, language }: { reference: string; language: Language }) {
  const say = formWords[language];
  return (
    <>
      <StepHead>{say.sentTitle}</StepHead>
      <Notice kind="done" title={say.referenceIs}>
        <p className="text-title font-bold tracking-wide break-all">{reference}</p>
        <p className="mt-1">{say.keepIt}</p>
      </Notice>
      <h2 className="mt-6 mb-1 text-section">{startWords[language].next}</h2>
      <ol className="mb-3 list-inside list-decimal space-y-1.5 marker:text-ink-2">
        {startWords[language].steps.slice(1).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="mb-5">{say.reach}</p>
      <Button className="print:hidden" size="large" onClick={() => window.print()}>
        {say.print}
      </Button>
    </>
  );
}
