'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { Section } from '@/components/shell/page-frame';
import { paths } from '@/lib/paths';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Outcome } from '@/lib/platform/outcome';
import { SCAN_REFUSAL_WORDS, scanProblemWords } from '@/lib/scan-in/labels';
import { LetterFields } from './letter-fields';
import { NO_LETTER, boxOf, letterOf, usesOf, type LetterValues, type Uses } from './letter-values';
import { PageUses } from './page-uses';

const WAYS = [{ value: 'open', words: 'A new case' }, { value: 'add', words: 'A case that is open' }] as const;
type Props = { scanId: string; version: number; pages: readonly number[]; today: CalendarDate };
type Numbers = Outcome<{ numbers: number[] }>;

/** What the two commands share: where one goes from here. */
function useSorting({ scanId, version }: Props) {
  const router = useRouter();
  const [open, add, leave] = [useCommand('scan.open_case', { quiet: true }), useCommand('scan.add_to_case', { quiet: true }), useCommand('scan.leave_out', { quiet: true })];
  const goOn = (outcome: Numbers) => outcome.ok && router.push(outcome.value.numbers[0] === undefined ? paths.scanIn : paths.case(outcome.value.numbers[0]));
  return {
    busy: open.busy || add.busy || leave.busy,
    reason: open.reason ?? add.reason ?? leave.reason,
    problems: [...open.problems, ...add.problems].map((problem) => ({ ...problem, field: boxOf(problem.field) })),
    open: async (uses: Uses, values: LetterValues) => goOn(await open.run({ scanId, version, pages: usesOf(uses), letter: letterOf(values) })),
    add: async (uses: Uses, caseNumber: string) => goOn(await add.run({ scanId, version, pages: usesOf(uses), caseNumber: Number(caseNumber.replace(/^C-/i, '')) })),
    leave: async () => (await leave.run({ scanId, version })).ok && router.push(paths.scanIn),
  };
}

/** Which page is what, and the case that it makes or joins. */
export function SortScan(props: Props) {
  const [uses, setUses] = useState<Uses>({});
  const [way, setWay] = useState<(typeof WAYS)[number]['value']>('open');
  const form = useForm<LetterValues & { caseNumber: string }>({ defaultValues: { ...NO_LETTER, caseNumber: '' } });
  const sorting = useSorting(props);
  const problem = (field: string): string | undefined => {
    const found = sorting.problems.find((one) => one.field === field);
    return found === undefined ? undefined : scanProblemWords(found);
  };
  const submit = (values: LetterValues & { caseNumber: string }) => (way === 'open' ? sorting.open(uses, values) : sorting.add(uses, values.caseNumber));
  return (
    <Form form={form} onSubmit={submit} problems={sorting.problems} words={scanProblemWords} label="Sort the scan" className="pb-6">
      <Section title="Its pages">
        <PageUses pages={props.pages} uses={uses} problems={sorting.problems} onChange={setUses} />
      </Section>
      <Section title="They belong to">
        <div className="grid gap-3">
          <Segmented label="They belong to" options={WAYS} value={way} onChange={setWay} />
          {way === 'open' ? <LetterFields today={props.today} problem={problem} /> : <TextField label="Case number" hint="Like C-2041" {...form.register('caseNumber')} problem={problem('caseNumber')} />}
          <CommandNotice reason={sorting.reason} words={SCAN_REFUSAL_WORDS} />
          <div className="flex flex-wrap justify-between gap-3">
            <Button kind="text" busy={sorting.busy} onClick={() => void sorting.leave()}>
              Nothing of it is a request
            </Button>
            <Button type="submit" kind="primary" busy={sorting.busy}>
              {way === 'open' ? 'Open the case' : 'Add to the case'}
            </Button>
          </div>
        </div>
      </Section>
    </Form>
  );
}
