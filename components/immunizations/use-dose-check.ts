'use client';

import { useEffect, useRef } from 'react';
import { takeLook } from '@/components/forms/take-look';
import type { Looks } from '@/lib/looks';
import type { TypedDose } from './typed-dose';

const PAUSE_MS = 150;

/** Asks about a row when it has settled; an answer that a later change has overtaken is dropped. */
export function useDoseCheck(question: string | null, report: (checked: NonNullable<TypedDose['checked']>) => void): void {
  const latest = useRef(report);
  useEffect(() => {
    latest.current = report;
  });
  useEffect(() => {
    if (question === null) return;
    const call = new AbortController();
    const ask = async () => {
      const outcome = await takeLook('dose.check', JSON.parse(question) as Looks['dose.check']['input'], call.signal);
      if (!call.signal.aborted) latest.current({ of: question, answer: outcome.ok ? outcome.value : null });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      call.abort();
    };
  }, [question]);
}
