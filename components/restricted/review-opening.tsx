'use client';

import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import { GLASS_FINDINGS, GLASS_FINDING_WORDS, GLASS_REFUSAL_WORDS, type GlassFinding } from '@/lib/patients/glass';
import type { Problem } from '@/lib/platform/outcome';

type Fields = { finding: GlassFinding | ''; words: string };
const words = (problem: Problem) => CASE_PROBLEM_WORDS[problem.reason] ?? 'Say why';

/** Justified or not, with words: said once. */
export function ReviewOpening({ openingId, of }: { openingId: string; of: string }) {
  const review = useCommand('patient.review_glass');
  const form = useForm<Fields>({ defaultValues: { finding: '', words: '' } });
  const submit = async ({ finding, words: said }: Fields) => {
    if (finding !== '') await review.run({ openingId, finding, words: said });
  };
  return (
    <Form form={form} onSubmit={submit} problems={review.problems} words={words} label={`Review the opening by ${of}`} className="grid gap-2">
      <RadioGroup id={`finding-${openingId}`} label="Was it justified?" choices={GLASS_FINDINGS.map((finding) => ({ value: finding, words: GLASS_FINDING_WORDS[finding] }))} {...form.register('finding', { required: 'Choose one' })} problem={form.formState.errors.finding?.message} />
      <TextField id={`words-${openingId}`} label="Why" {...form.register('words', { validate: (text) => text.trim() !== '' || 'Say why' })} problem={problemOf(form, 'words', review.problems, words)} />
      <CommandNotice reason={review.reason} words={GLASS_REFUSAL_WORDS} />
      <div>
        <Button type="submit" busy={review.busy}>
          Save the review
        </Button>
      </div>
    </Form>
  );
}
