'use client';

import { useState } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { DateBox } from '@/components/forms/date-box';
import { TextField } from '@/components/forms/text-field';
import { takeLook } from '@/components/forms/take-look';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Hits, type Hit } from './hits';
import type { CalendarDate } from '@/lib/platform/dates';

type Answer = { reason: string | null; hits: readonly Hit[] | null; busy: boolean };
const QUIET: Answer = { reason: null, hits: null, busy: false };

/** One box for the name, one for the date of birth; what was typed goes by POST and never into an address. */
export function PatientSearch({ today, mayAudit = false }: { today: CalendarDate; mayAudit?: boolean }) {
  const [name, setName] = useState('');
  const [birthOn, setBirthOn] = useState('');
  const [answer, setAnswer] = useState<Answer>(QUIET);
  const search = async () => {
    setAnswer({ ...QUIET, busy: true });
    const outcome = await takeLook('patient.search', birthOn === '' ? { name } : { name, birthOn });
    setAnswer(outcome.ok ? { ...QUIET, hits: outcome.value } : { ...QUIET, reason: outcome.reason });
  };
  return (
    <>
      <form
        role="search"
        aria-label="Find a person"
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
        className="flex flex-wrap items-start gap-4 border-b px-4 pb-3"
      >
        <TextField label="Name, or parts of it" name="name" hint="In any order, as the caller spells it" value={name} onChange={(event) => setName(event.target.value)} autoFocus fieldClass="w-80" />
        <DateBox label="Date of birth" name="birthOn" hint="3/5/94 or mar 5 94" value={birthOn} onChange={setBirthOn} today={today} scope="birth" className="w-56" />
        <Button type="submit" kind="primary" busy={answer.busy} offBecause={name.trim().length < 2 ? 'Type at least two letters of the name.' : undefined} className="mt-[38px]">
          Find
        </Button>
      </form>
      <div aria-live="polite" className="px-4 py-3">
        <CommandNotice reason={answer.reason} onRetry={() => void search()} />
        {answer.hits?.length === 0 && <EmptyState title="Nobody found">Ask for another spelling, a former name, or leave the date of birth out. Do not say whether a record exists.</EmptyState>}
        {answer.hits && answer.hits.length > 0 && <Hits hits={answer.hits} mayAudit={mayAudit} />}
      </div>
    </>
  );
}
