'use client';

import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { DateBox } from '@/components/forms/date-box';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { CASE_KIND_WORDS } from '@/lib/cases/labels';
import { CASE_KINDS } from '@/lib/policies/case-kinds';
import type { CalendarDate } from '@/lib/platform/dates';
import { deliveryWords, relationWords } from '@/lib/submissions/labels';
import { RELATIONS } from '@/lib/submissions/schema';
import type { LetterValues } from './letter-values';

type Props = { today: CalendarDate; problem: (field: keyof LetterValues) => string | undefined };
const TWO = 'grid gap-x-4 gap-y-3 sm:grid-cols-2';
const kinds = CASE_KINDS.map((value) => ({ value, words: CASE_KIND_WORDS[value] }));
const relations = RELATIONS.map((value) => ({ value, words: relationWords.en[value] }));
const deliveries = (['mail', 'fax', 'portal'] as const).map((value) => ({ value, words: deliveryWords.en[value] }));
const LANGUAGES = [{ value: 'en', words: 'English' }, { value: 'es', words: 'Spanish' }];

/** Where a copy goes, as the letter says. */
function Delivery({ problem }: Pick<Props, 'problem'>) {
  const { register, control } = useFormContext<LetterValues>();
  const delivery = useWatch({ control, name: 'delivery' });
  if (delivery === 'portal') return null;
  if (delivery === 'fax') return <TextField label="Fax number" {...register('faxNumber')} problem={problem('faxNumber')} />;
  return (
    <div className={TWO}>
      <TextField label="Name on the envelope" {...register('mailName')} problem={problem('mailName')} />
      <TextField label="Street and number" {...register('line1')} problem={problem('line1')} />
      <TextField label="City or town" {...register('city')} problem={problem('city')} />
      <div className="grid grid-cols-2 gap-4">
        <TextField label="State" {...register('state')} problem={problem('state')} />
        <TextField label="ZIP code" {...register('zip')} problem={problem('zip')} />
      </div>
    </div>
  );
}

/** What the letter says: who, about whom, what, and where to. */
export function LetterFields({ today, problem }: Props) {
  const { register, control } = useFormContext<LetterValues>();
  const relation = useWatch({ control, name: 'relation' });
  return (
    <div className="grid gap-3">
      <div className={TWO}>
        <SelectField label="What they want" choices={kinds} {...register('kind')} problem={problem('kind')} />
        <SelectField label="Language of the letter" choices={LANGUAGES} {...register('language')} />
        <SelectField label="Whose record" choices={relations} {...register('relation')} problem={problem('relation')} />
        <TextField label="Phone, if given" {...register('phone')} problem={problem('phone')} />
      </div>
      <div className={TWO}>
        <TextField label="First name of the person" {...register('given')} problem={problem('given')} />
        <TextField label="Last name of the person" {...register('family')} problem={problem('family')} />
        <Controller control={control} name="birthOn" render={({ field }) => <DateBox label="Date of birth" name="birthOn" value={field.value} onChange={field.onChange} onBlur={field.onBlur} today={today} scope="birth" problem={problem('birthOn')} />} />
      </div>
      {relation !== 'self' && (
        <div className={TWO}>
          <TextField label="First name of who asks" {...register('requesterGiven')} problem={problem('requesterGiven')} />
          <TextField label="Last name of who asks" {...register('requesterFamily')} problem={problem('requesterFamily')} />
        </div>
      )}
      <SelectField label="What we should do" choices={deliveries} {...register('delivery')} problem={problem('delivery')} />
      <Delivery problem={problem} />
    </div>
  );
}
