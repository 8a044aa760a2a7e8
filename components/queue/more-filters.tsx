'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { DateBox } from '@/components/forms/date-box';
import { Form, problemOf } from '@/components/forms/form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { ANY_DAY } from '@/lib/cases/views';
import type { CalendarDate } from '@/lib/platform/dates';

/** A filter that asks for a day of one's own: the address of its page, with `ANY_DAY` in it. */
export type DayFilter = { readonly id: string; readonly words: string; readonly title: string; readonly href: string };

function DayForm({ filter, today, onDone }: { filter: DayFilter; today: CalendarDate; onDone: () => void }) {
  const router = useRouter();
  const form = useForm({ defaultValues: { day: '' } });
  const show = ({ day }: { day: string }) => {
    router.push(filter.href.replace(ANY_DAY, day));
    onDone();
  };
  return (
    <Form form={form} onSubmit={show} label={filter.title} className="grid gap-3">
      <Controller control={form.control} name="day" rules={{ required: 'Choose a day' }} render={({ field }) => <DateBox label="By" name="day" hint="12/2/26 or dec 2 26" autoFocus scope="any" today={today} value={field.value} onChange={field.onChange} onBlur={field.onBlur} problem={problemOf(form, 'day')} />} />
      <div>
        <Button type="submit" kind="primary" keyCap="Enter">
          Show these cases
        </Button>
      </div>
    </Form>
  );
}

/** Further filters, and for those that take a day any day one likes. */
export function MoreFilters({ entries, days, today }: { entries: readonly MenuEntry[]; days: readonly DayFilter[]; today: CalendarDate }) {
  const [asking, setAsking] = useState<DayFilter | null>(null);
  return (
    <>
      <Menu words="Filter" icon="plus" entries={[...entries, ...days.map(({ id, words }) => ({ id, words }))]} onChoose={(id) => setAsking(days.find((day) => day.id === id) ?? null)} />
      <Dialog title={asking?.title ?? 'Filter'} open={asking !== null} onOpenChange={() => setAsking(null)}>
        {asking !== null && <DayForm filter={asking} today={today} onDone={() => setAsking(null)} />}
      </Dialog>
    </>
  );
}
