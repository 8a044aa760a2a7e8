'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Checkbox } from '@/components/forms/checkbox';
import { DateBox } from '@/components/forms/date-box';
import { SelectField } from '@/components/forms/select-field';
import { takeLook } from '@/components/forms/take-look';
import { TextField } from '@/components/forms/text-field';
import { SideRail } from '@/components/shell/views-rail';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { AUDIT_CLASSES, classWords } from '@/lib/audit/labels';
import { filterParams, type AuditFilters } from '@/lib/audit-explorer/schema';
import { paths } from '@/lib/paths';
import type { CalendarDate } from '@/lib/platform/dates';

type Props = { filters: AuditFilters; registryNumber: number | null; actors: readonly { publicId: string; name: string }[]; today: CalendarDate };

const SPEAKERS = [
  { value: 'system', words: 'System' },
  { value: 'public', words: 'Public form' },
];
const whoWords = (actors: Props['actors']) => [...actors.map(({ publicId, name }) => ({ value: publicId, words: name })), ...SPEAKERS];
const optional = (text: string): string | undefined => (text === '' ? undefined : text);

/** Filters live in the address: a case number, days, kinds, random ids. A person's CT WiZ number goes by POST and comes back as one. */
export function AuditRail({ filters, registryNumber, actors, today }: Props) {
  const router = useRouter();
  const [days, setDays] = useState({ from: filters.from ?? '', to: filters.to ?? '' });
  const [state, setState] = useState<{ busy: boolean; problem?: string }>({ busy: false });

  const patientOf = async (number: string): Promise<string | null | undefined> => {
    if (number === '') return undefined;
    if (Number(number) === registryNumber) return filters.patient;
    const outcome = await takeLook('audit.find_patient', { registryNumber: Number(number) });
    return outcome.ok ? outcome.value.patientId : null;
  };
  const show = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    setState({ busy: true });
    const patient = await patientOf(text('registryNumber'));
    setState({ busy: false, problem: patient === null ? 'Nobody has this number.' : undefined });
    if (patient === null) return;
    const what = AUDIT_CLASSES.filter((one) => form.getAll('what').includes(one));
    const asked = { who: optional(text('who')), case: optional(text('case').toUpperCase()), patient, what, from: optional(days.from), to: optional(days.to) };
    router.push(paths.audit(filterParams(asked as AuditFilters)));
  };
  return (
    <SideRail label="Filters">
      <form aria-label="Filters" onSubmit={(event) => void show(event)} className="grid gap-3 px-4 py-1">
        <TextField label="Case" name="case" defaultValue={filters.case ?? ''} placeholder="C-2041" pattern="[Cc]-[0-9]{1,9}" title="C- and the number" />
        <TextField label="CT WiZ number" name="registryNumber" inputMode="numeric" pattern="[0-9]{1,10}" title="Digits only" defaultValue={registryNumber ?? ''} problem={state.problem} />
        <SelectField label="Who" name="who" choices={whoWords(actors)} empty="Anybody" defaultValue={filters.who ?? ''} />
        <fieldset>
          <legend className="label">What</legend>
          {AUDIT_CLASSES.map((one) => (
            <Checkbox key={one} id={`what-${one}`} name="what" value={one} label={classWords[one]} defaultChecked={filters.what.includes(one)} />
          ))}
        </fieldset>
        <DateBox label="From" name="fromDay" value={days.from} onChange={(from) => setDays((known) => ({ ...known, from }))} today={today} />
        <DateBox label="To" name="toDay" value={days.to} onChange={(to) => setDays((known) => ({ ...known, to }))} today={today} />
        <div className="flex items-center gap-3">
          <Button type="submit" busy={state.busy}>
            Show
          </Button>
          <TextLink href={paths.audit()}>All entries</TextLink>
        </div>
      </form>
    </SideRail>
  );
}
