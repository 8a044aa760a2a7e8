import type { ComponentProps } from 'react';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { Field, fieldTies, type FieldProps } from './field';

export type Choice<T extends string = string> = { value: T; words: string; hint?: string };

type Props = FieldProps & Omit<ComponentProps<'select'>, keyof FieldProps> & { choices: readonly Choice[]; /** Words of the empty choice. */ empty?: string; fieldClass?: string };

/** One of a list that is too long for radio buttons. The browser's own list, so phones show theirs. */
export function SelectField({ label, name, id, hint, problem, labelHidden, className, fieldClass, choices, empty, ...input }: Props) {
  return (
    <Field {...{ label, name, id, hint, problem, labelHidden }} className={fieldClass}>
      <span className="relative block">
        <select {...input} {...fieldTies({ name, id, hint, problem })} className={classes('input appearance-none pr-7', className)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.words}
            </option>
          ))}
        </select>
        <Icon name="down" className="pointer-events-none absolute top-1/2 right-2.5 size-2.5 -translate-y-1/2 text-ink-2" />
      </span>
    </Field>
  );
}
