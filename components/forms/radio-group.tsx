import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../ui/classes';
import type { FieldProps } from './field';
import { Fieldset } from './fieldset';

export type RadioChoice = { value: string; words: ReactNode; hint?: ReactNode; aside?: ReactNode };

type Props = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps | 'type'> & { choices: readonly RadioChoice[]; /** A frame around each, as for candidates to compare. */ framed?: boolean };

/** One of a few, all visible. Spread `register('method')` into it. */
export function RadioGroup({ label, name, id, hint, problem, labelHidden, className, choices, framed = false, value, defaultValue, ...input }: Props) {
  return (
    <Fieldset {...{ label, name, id, hint, problem, labelHidden }} className={className}>
      <div className={classes(framed && 'divide-y rounded-2 border border-line-strong')}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes('flex min-h-6 items-start gap-2.5 public:min-h-11', framed ? 'px-2.5 py-[7px] has-checked:bg-accent-tint' : 'py-[3px] public:py-2')}>
            <input
              {...input}
              {...(value !== undefined && { checked: value === choice.value })}
              {...(defaultValue !== undefined && { defaultChecked: defaultValue === choice.value })}
              type="radio"
              name={name}
              value={choice.value}
              className="radio mt-px"
            />
            <span className="min-w-0 flex-1">
              <span className="block">{choice.words}</span>
              {choice.hint && <span className="block text-small text-ink-2">{choice.hint}</span>}
            </span>
            {choice.aside && <span className="text-ink-2">{choice.aside}</span>}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
