'use client';

import { useState } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { TextField } from '@/components/forms/text-field';
import { takeLook } from '@/components/forms/take-look';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { CalendarDate } from '@/lib/platform/dates';
import { Hits, type Found } from './hits';
import { SEARCH_FIELDS, SearchFields, type SearchField, type Typed } from './search-fields';

type Answer = { reason: string | null; found: Found | null; busy: boolean };
const QUIET: Answer = { reason: null, found: null, busy: false };
const NOTHING = Object.fromEntries(SEARCH_FIELDS.map((field) => [field, ''])) as Typed;

const WORDS = { invalid: 'Something cannot be read: check the phone, the e-mail address, and that street and ZIP are both there.' };

/** Only what was typed is asked. */
const askedOf = (typed: Typed): Partial<Typed> => Object.fromEntries(SEARCH_FIELDS.flatMap((field) => (typed[field].trim() === '' ? [] : [[field, typed[field].trim()]])));

const nobody = ({ hits, cases }: Found): boolean => hits.length === 0 && cases.length === 0;

/** One box for whatever the caller says; what was typed goes by POST and never into an address. */
export function PatientSearch({ today, mayAudit = false }: { today: CalendarDate; mayAudit?: boolean }) {
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const [answer, setAnswer] = useState<Answer>(QUIET);
  const type = (field: SearchField, value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const search = async () => {
    setAnswer({ ...QUIET, busy: true });
    const outcome = await takeLook('patient.search', askedOf(typed));
    setAnswer(outcome.ok ? { ...QUIET, found: outcome.value } : { ...QUIET, reason: outcome.reason });
  };
  const enough = SEARCH_FIELDS.some((field) => typed[field].trim().length >= 2);
  return (
    <>
      <form
        role="search"
        aria-label="Find a person"
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
        className="border-b px-4 pb-3"
      >
        <div className="flex flex-wrap items-start gap-4 pb-3">
          <TextField
            label="Name, date of birth, phone, e-mail or number"
            name="text"
            hint="In any order, as the caller says it: bob smyth 3/4/61, or C-2041"
            value={typed.text}
            onChange={(event) => type('text', event.target.value)}
            autoFocus
            fieldClass="w-[30rem] max-w-full"
          />
          <div className="mt-[38px]">
            <Button type="submit" kind="primary" busy={answer.busy} offBecause={enough ? undefined : 'Type at least two letters.'}>
              Find
            </Button>
          </div>
        </div>
        <SearchFields typed={typed} onType={type} today={today} />
      </form>
      <div aria-live="polite" className="px-4 py-3">
        <CommandNotice reason={answer.reason} words={WORDS} onRetry={() => void search()} />
        {answer.found !== null && nobody(answer.found) && <EmptyState title="Nobody found">Ask for another spelling, a former name, or leave the date of birth out. Do not say whether a record exists.</EmptyState>}
        {answer.found !== null && <Hits found={answer.found} mayAudit={mayAudit} />}
      </div>
    </>
  );
}
