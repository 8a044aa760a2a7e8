'use client';

import { RELATIONS } from '@/lib/submissions/schema';
import { relationWords } from '@/lib/submissions/labels';
import { RadioGroup } from '../forms/radio-group';
import { TextField } from '../forms/text-field';
import { useSchemaForm } from '../forms/use-schema-form';
import { problemIn, QuestionForm, type PageProps } from './question-page';
import { questionSchemas } from './questions';
import { formWords } from './words';

export function WhoPage(page: PageProps<'who'>) {
  const form = useSchemaForm(questionSchemas(page.today).who, page.starting);
  const { title } = formWords[page.language].heads.who;
  return (
    <QuestionForm page={page} form={form}>
      <RadioGroup
        label={title}
        labelHidden
        problem={problemIn(form, page.language)('relation')}
        choices={RELATIONS.map((value) => ({ value, words: relationWords[page.language][value] }))}
        {...form.register('relation')}
      />
    </QuestionForm>
  );
}

export function YouPage(page: PageProps<'you'>) {
  const form = useSchemaForm(questionSchemas(page.today).you, page.starting);
  const say = formWords[page.language];
  const problem = problemIn(form, page.language);
  return (
    <QuestionForm page={page} form={form}>
      <TextField label={say.given} autoComplete="given-name" problem={problem('given')} {...form.register('given')} />
      <TextField label={say.family} hint={say.asOnId} autoComplete="family-name" problem={problem('family')} {...form.register('family')} />
    </QuestionForm>
  );
}

export function PersonPage(page: PageProps<'person'>) {
  const form = useSchemaForm(questionSchemas(page.today).person, page.starting);
  const say = formWords[page.language];
  const problem = problemIn(form, page.language);
  return (
    <QuestionForm page={page} form={form}>
      <TextField label={say.given} problem={problem('given')} {...form.register('given')} />
      <TextField label={say.middle} hint={say.optional} problem={problem('middle')} {...form.register('middle')} />
      <TextField label={say.family} hint={say.asOnId} problem={problem('family')} {...form.register('family')} />
      <TextField label={say.suffix} hint={say.optional} className="max-w-32" problem={problem('suffix')} {...form.register('suffix')} />
    </QuestionForm>
  );
}
