'use client';

import { DateBox } from '@/components/forms/date-box';
import { TextField } from '@/components/forms/text-field';
import { Disclosure } from '@/components/ui/disclosure';
import type { CalendarDate } from '@/lib/platform/dates';

export const SEARCH_FIELDS = ['text', 'family', 'given', 'birthOn', 'phone', 'email', 'street', 'zip'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];
export type Typed = Readonly<Record<SearchField, string>>;

const LABELS: Readonly<Record<Exclude<SearchField, 'text' | 'birthOn'>, string>> = { family: 'Last name', given: 'First name', phone: 'Phone', email: 'E-mail', street: 'House number and street', zip: 'ZIP' };

type Props = { typed: Typed; onType: (field: SearchField, value: string) => void; today: CalendarDate };

/** For who knows which is which; the one box above takes all of it too. */
export function SearchFields({ typed, onType, today }: Props) {
  const text = (field: keyof typeof LABELS, width: string) => <TextField label={LABELS[field]} name={field} value={typed[field]} onChange={(event) => onType(field, event.target.value)} fieldClass={width} />;
  return (
    <Disclosure summary="Search by single fields">
      <div className="flex flex-wrap items-start gap-4">
        {text('family', 'w-52')}
        {text('given', 'w-52')}
        <DateBox label="Date of birth" name="birthOn" hint="3/5/94 or mar 5 94" value={typed.birthOn} onChange={(on) => onType('birthOn', on)} today={today} scope="birth" partial className="w-56" />
        {text('phone', 'w-44')}
        {text('email', 'w-60')}
        {text('street', 'w-60')}
        {text('zip', 'w-24')}
      </div>
    </Disclosure>
  );
}
