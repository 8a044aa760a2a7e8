'use client';

import { Controller, type UseFormReturn } from 'react-hook-form';
import { Checkbox } from '@/components/forms/checkbox';
import { DateBox } from '@/components/forms/date-box';
import { Fieldset } from '@/components/forms/fieldset';
import { problemOf } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextField } from '@/components/forms/text-field';
import type { ReviewFormDraft } from '@/lib/cases/drafts';
import type { DocumentKind } from '@/lib/documents/checklists';
import { REVIEW_PROBLEM_WORDS } from '@/lib/documents/labels';
import { READ_CHOICES, READ_WORDS } from '@/lib/documents/reading/labels';
import { factsAsked, type ReadFacts as Read, type ReadField } from '@/lib/documents/reading/rules';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';

type Form = UseFormReturn<Omit<ReviewFormDraft, 'returning'>>;
type Props = { kind: DocumentKind; read: Read; form: Form; problems: readonly Problem[]; today: CalendarDate };

const words = (problem: Problem) => REVIEW_PROBLEM_WORDS[problem.reason] ?? problem.reason;

function DateRead({ field, form, problems, today }: Omit<Props, 'kind' | 'read'> & { field: 'revokedOn' | 'signedOn' }) {
  const name = `read.${field}` as const;
  return <Controller control={form.control} name={name} render={({ field: box }) => <DateBox {...READ_WORDS[field]} name={name} value={box.value} onChange={box.onChange} onBlur={box.onBlur} today={today} scope="any" problem={problemOf(form, name, problems, words)} className="max-w-60" />} />;
}

function OneFact({ field, form, problems, today }: Omit<Props, 'kind' | 'read'> & { field: ReadField }) {
  const question = READ_WORDS[field];
  if (field === 'showsBirthDate') return <Checkbox {...question} {...form.register('read.noBirthDate')} />;
  if (field === 'signerNamedOnRecord') return <Checkbox {...question} {...form.register('read.signerNamedOnRecord')} />;
  if (field === 'revokedOn' || field === 'signedOn') return <DateRead {...{ field, form, problems, today }} />;
  const name = `read.${field}` as const;
  const problem = problemOf(form, name, problems, words);
  if (field === 'records') {
    return (
      <Fieldset {...question} name={name} problem={problem}>
        {(READ_CHOICES.records ?? []).map((choice) => (
          <Checkbox key={choice.value} id={`read-${choice.value}`} label={choice.words} value={choice.value} {...form.register('read.records')} />
        ))}
      </Fieldset>
    );
  }
  const choices = READ_CHOICES[field];
  return choices === undefined ? <TextField {...question} {...form.register(name)} problem={problem} /> : <RadioGroup {...question} {...form.register(name)} choices={choices} problem={problem} />;
}

/** What the rules must know of this paper beside its ticks: read once here, asked again at every release. */
export function ReadFacts({ kind, read, form, problems, today }: Props) {
  return factsAsked(kind, read).map((field) => <OneFact key={field} {...{ field, form, problems, today }} />);
}
