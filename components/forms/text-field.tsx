import type { ComponentProps } from 'react';
import { classes } from '../ui/classes';
import { Field, fieldTies, type FieldProps } from './field';

type Props = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps> & { fieldClass?: string };

/** One line of text. Spread `register('lastName')` into it. */
export function TextField({ label, name, id, hint, problem, labelHidden, className, fieldClass, ...input }: Props) {
  return (
    <Field {...{ label, name, id, hint, problem, labelHidden }} className={fieldClass}>
      <input autoComplete="off" {...input} {...fieldTies({ name, id, hint, problem })} className={classes('input', className)} />
    </Field>
  );
}
