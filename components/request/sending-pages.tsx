'use client';

import { useController } from 'react-hook-form';
import { deliveryWords, wantWords } from '@/lib/submissions/labels';
import { Checkbox } from '../forms/checkbox';
import { DateBox } from '../forms/date-box';
import { Fieldset } from '../forms/fieldset';
import { RadioGroup } from '../forms/radio-group';
import { TextArea } from '../forms/text-area';
import { TextField } from '../forms/text-field';
import { useSchemaForm } from '../forms/use-schema-form';
import { AddressFields } from './address-fields';
import { problemIn, QuestionForm, type PageProps } from './question-page';
import { questionSchemas } from './questions';
import { formWords } from './words';

export function DeliveryPage(page: PageProps<'delivery'>) {
  const form = useSchemaForm(questionSchemas(page.today).delivery, page.starting);
  const { title } = formWords[page.language].heads.delivery;
  const choices = (['mail', 'fax', 'portal'] as const).map((value) => ({ value, words: deliveryWords[page.language][value] }));
  return (
    <QuestionForm page={page} form={form}>
      <RadioGroup label={title} labelHidden problem={problemIn(form, page.language)('delivery')} choices={choices} {...form.register('delivery')} />
    </QuestionForm>
  );
}

export function WantsPage(page: PageProps<'wants'>) {
  const form = useSchemaForm(questionSchemas(page.today).wants, page.starting);
  const { title } = formWords[page.language].heads.wants;
  return (
    <QuestionForm page={page} form={form}>
      <Fieldset label={title} labelHidden name="wants" problem={problemIn(form, page.language)('wants')}>
        {(['full_record', 'covid_record'] as const).map((value) => (
          <Checkbox key={value} id={`wants-${value}`} value={value} label={wantWords[page.language][value]} {...form.register('wants')} />
        ))}
      </Fieldset>
    </QuestionForm>
  );
}

export function MailPage(page: PageProps<'mail'>) {
  const form = useSchemaForm(questionSchemas(page.today).mail, page.starting);
  const say = formWords[page.language];
  const problem = problemIn(form, page.language);
  return (
    <QuestionForm page={page} form={form}>
      <TextField label={say.envelope} problem={problem('name')} {...form.register('name')} />
      <AddressFields language={page.language} box={(part) => ({ ...form.register(`address.${part}`), problem: problem(`address.${part}`) })} />
    </QuestionForm>
  );
}

export function FaxPage(page: PageProps<'fax'>) {
  const form = useSchemaForm(questionSchemas(page.today).fax, page.starting);
  const say = formWords[page.language];
  return (
    <QuestionForm page={page} form={form}>
      <TextField label={say.fax} hint={say.phoneHint} type="tel" problem={problemIn(form, page.language)('faxNumber')} {...form.register('faxNumber')} />
    </QuestionForm>
  );
}

export function DeadlinePage(page: PageProps<'deadline'>) {
  const form = useSchemaForm(questionSchemas(page.today).deadline, page.starting);
  const say = formWords[page.language];
  const problem = problemIn(form, page.language);
  const { field: needed } = useController({ control: form.control, name: 'needed' });
  const { field: on } = useController({ control: form.control, name: 'on' });
  const choices = [{ value: 'yes', words: say.yes }, { value: 'no', words: say.no }];
  return (
    <QuestionForm page={page} form={form}>
      <RadioGroup label={say.heads.deadline.title} labelHidden name="needed" value={needed.value} onChange={needed.onChange} problem={problem('needed')} choices={choices} />
      {needed.value === 'yes' && (
        <>
          <DateBox label={say.deadlineOn} name="on" hint={say.dateHint} value={on.value} onChange={on.onChange} today={page.today} scope="any" language={page.language} problem={problem('on')} />
          <TextField label={say.deadlineReason} problem={problem('reason')} {...form.register('reason')} />
        </>
      )}
    </QuestionForm>
  );
}

export function MessagePage(page: PageProps<'message'>) {
  const form = useSchemaForm(questionSchemas(page.today).message, page.starting);
  const say = formWords[page.language];
  return (
    <QuestionForm page={page} form={form}>
      <TextArea label={say.message} rows={4} maxLength={1000} problem={problemIn(form, page.language)('message')} {...form.register('message')} />
    </QuestionForm>
  );
}
