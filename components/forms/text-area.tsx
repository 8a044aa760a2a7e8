import type { ComponentProps } from 'react';
import { classes } from '../ui/classes';
import { Field, fieldTies, type FieldProps } from './field';

type Props = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps> & { fieldClass?: string };

/** Several lines of text; grows with what is written. */
export function TextArea({ label, name, id, hint, problem, labelHidden, className, fieldClass, rows = 3, ...input }: Props) {
  return (
    <Field {...{ label, name, id, hint, problem, labelHidden }} className={fieldClass}>
      <textarea {...input} rows={rows} {...fieldTies({ name, id, hint, problem })} className={classes('input field-sizing-content min-h-16 py-1.5', className)} />
    </Field>
  );
}
