import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../ui/classes';
import { FieldProblem, fieldId } from './field';

type Props = Omit<ComponentProps<'input'>, 'type' | 'children'> & { label: ReactNode; name: string; hint?: ReactNode; problem?: ReactNode; aside?: ReactNode };

/** Yes or no. The whole line is the target. */
export function Checkbox({ label, name, id = fieldId(name), hint, problem, aside, className, ...input }: Props) {
  const described = classes(hint ? `${id}-hint` : null, problem ? `${id}-problem` : null) || undefined;
  return (
    <div className={className}>
      <label className="flex min-h-6 items-start gap-2 py-[3px] public:min-h-11 public:gap-3 public:py-2">
        <input {...input} type="checkbox" id={id} name={name} aria-describedby={described} aria-invalid={problem ? true : undefined} className="check mt-[2px] public:mt-0.5" />
        <span className="min-w-0 flex-1">{label}</span>
        {aside !== undefined && <span className="text-ink-3">{aside}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-[3px] mb-1 ml-[22px] text-small text-ink-2 public:mt-0 public:ml-9">
          {hint}
        </p>
      )}
      {problem && <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>}
    </div>
  );
}
