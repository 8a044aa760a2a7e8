'use client';

import { useRef } from 'react';
import { useController, useFieldArray, type UseFormReturn } from 'react-hook-form';
import { MOST_SUBJECTS } from '@/lib/submissions/schema';
import { DateBox } from '../forms/date-box';
import { Fieldset } from '../forms/fieldset';
import { RadioGroup } from '../forms/radio-group';
import { TextField } from '../forms/text-field';
import { useSchemaForm } from '../forms/use-schema-form';
import { Button } from '../ui/button';
import { sexChoices } from './person-pages';
import { problemIn, QuestionForm, type PageProps } from './question-page';
import { questionSchemas, type Answer } from './questions';
import { formWords } from './words';

type ChildProps = { at: number; form: UseFormReturn<Answer<'children'>>; page: PageProps<'children'>; onRemove: () => void };

/** One more child: the name and the birth; how the family is reached was said before. */
function ChildFields({ at, form, page: { language, today }, onRemove }: ChildProps) {
  const say = formWords[language];
  const problem = problemIn(form, language);
  const { field: birth } = useController({ control: form.control, name: `children.${at}.birthOn` });
  const text = (part: 'given' | 'middle' | 'family' | 'suffix') => ({ ...form.register(`children.${at}.${part}`), problem: problem(`children.${at}.${part}`) });
  // The first child was named on the pages before this one.
  const title = say.childOf(at + 2);
  return (
    <Fieldset label={title} name={`children.${at}`} className="border-t pt-4">
      <div className="grid gap-5">
        <TextField label={say.given} {...text('given')} />
        <TextField label={say.middle} hint={say.optional} {...text('middle')} />
        <TextField label={say.family} hint={say.asOnId} {...text('family')} />
        <TextField label={say.suffix} hint={say.optional} className="max-w-32" {...text('suffix')} />
        <DateBox label={say.birthOn} name={`children.${at}.birthOn`} hint={say.dateHint} value={birth.value} onChange={birth.onChange} today={today} scope="birth" language={language} problem={problem(`children.${at}.birthOn`)} />
        <RadioGroup label={say.sex} choices={sexChoices(language)} {...form.register(`children.${at}.sex`)} />
        <div>
          <Button onClick={onRemove} aria-label={`${say.remove}: ${title}`}>
            {say.remove}
          </Button>
        </div>
      </div>
    </Fieldset>
  );
}

/** A parent's or guardian's other children: a case is opened for each, and one ID serves them all. */
export function ChildrenPage(page: PageProps<'children'>) {
  const form = useSchemaForm(questionSchemas(page.today).children, page.starting);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'children' });
  const add = useRef<HTMLButtonElement>(null);
  const say = formWords[page.language];
  const full = fields.length >= MOST_SUBJECTS - 1;
  const takeOut = (at: number) => {
    remove(at);
    add.current?.focus();
  };
  return (
    <QuestionForm page={page} form={form}>
      {fields.map(({ id }, at) => (
        <ChildFields key={id} at={at} form={form as unknown as ChildProps['form']} page={page} onRemove={() => takeOut(at)} />
      ))}
      <div>
        <Button ref={add} onClick={() => append({ given: '', middle: '', family: '', suffix: '', birthOn: '', sex: '' })} offBecause={full && say.mostChildren}>
          {say.addChild}
        </Button>
      </div>
    </QuestionForm>
  );
}
