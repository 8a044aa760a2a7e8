'use client';

import { useController } from 'react-hook-form';
import { sexWords } from '@/lib/submissions/labels';
import { DateBox } from '../forms/date-box';
import { RadioGroup } from '../forms/radio-group';
import { TextField } from '../forms/text-field';
import { useSchemaForm } from '../forms/use-schema-form';
import type { Language } from '../shell/preferences';
import { AddressFields } from './address-fields';
import { problemIn, QuestionForm, type PageProps } from './question-page';
import { questionSchemas } from './questions';
import { formWords } from './words';

export const sexChoices = (language: Language) => [
  ...(['F', 'M', 'X'] as const).map((value) => ({ value: value as string, words: sexWords[language][value] })),
  { value: '', words: formWords[language].noSex },
];

export function BirthPage(page: PageProps<'birth'>) {
  const form = useSchemaForm(questionSchemas(page.today).birth, page.starting);
  const say = formWords[page.language];
  const { field } = useController({ control: form.control, name: 'birthOn' });
  return (
    <QuestionForm page={page} form={form}>
      <DateBox
        label={say.birthOn}
        name="birthOn"
        hint={say.dateHint}
        value={field.value}
        onChange={field.onChange}
        today={page.today}
        scope="birth"
        language={page.language}
        problem={problemIn(form, page.language)('birthOn')}
      />
      <RadioGroup label={say.sex} choices={sexChoices(page.language)} {...form.register('sex')} />
    </QuestionForm>
  );
}

export function TriedPage(page: PageProps<'tried'>) {
  const form = useSchemaForm(questionSchemas(page.today).tried, page.starting);
  const say = formWords[page.language];
  const problem = problemIn(form, page.language);
  return (
    <QuestionForm page={page} form={form}>
      <TextField label={say.phone} hint={say.phoneHint} type="tel" autoComplete="tel" problem={problem('phone')} {...form.register('phone')} />
      <TextField label={say.email} type="email" autoComplete="email" problem={problem('email')} {...form.register('email')} />
    </QuestionForm>
  );
}

export function ContactPage(page: PageProps<'contact'>) {
  const form = useSchemaForm(questionSchemas(page.today).contact, page.starting);
  const say = formWords[page.language];
  const problem = problemIn(form, page.language);
  return (
    <QuestionForm page={page} form={form}>
      <TextField label={say.phone} hint={say.phoneHint} type="tel" autoComplete="tel" problem={problem('phone')} {...form.register('phone')} />
      <TextField label={say.email} type="email" autoComplete="email" problem={problem('email')} {...form.register('email')} />
    </QuestionForm>
  );
}

export function AddressPage(page: PageProps<'address'>) {
  const form = useSchemaForm(questionSchemas(page.today).address, page.starting);
  return (
    <QuestionForm page={page} form={form}>
      <AddressFields language={page.language} box={(name) => ({ ...form.register(name), problem: problemIn(form, page.language)(name) })} />
    </QuestionForm>
  );
}
