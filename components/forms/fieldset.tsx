import type { ReactNode } from 'react';
import { classes } from '../ui/classes';
import { FieldProblem, fieldId, type FieldProps } from './field';

type Props = Omit<FieldProps, 'name'> & { name: string; children: ReactNode; className?: string };

/** Fields that answer one question together. The summary's link leads to the first of them. */
export function Fieldset({ label, name, id = fieldId(name), hint, problem, labelHidden, children, className }: Props) {
  const described = classes(hint ? `${id}-hint` : null, problem ? `${id}-problem` : null) || undefined;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described} className={classes('min-w-0', className)}>
      <legend className={labelHidden ? 'sr-only' : 'label'}>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      {problem && <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>}
      <div className="mt-1">{children}</div>
    </fieldset>
  );
}
