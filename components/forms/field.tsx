import type { ReactNode } from 'react';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { VisuallyHidden } from '../ui/visually-hidden';

/** Where a field stands on the page; the error summary links to it. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

export type FieldProps = {
  label: ReactNode;
  /** Also the last part of the field's id, so that summaries can link to it. */
  name: string;
  hint?: ReactNode;
  /** What is wrong and what to do, in words. */
  problem?: ReactNode;
  /** Two fields of one name on a page need an id each. */
  id?: string;
  /** The label is heard only, as in the cells of a grid. */
  labelHidden?: boolean;
};

/** The attributes that tie a control to its label, hint and problem. */
export function fieldTies({ name, id = fieldId(name), hint, problem }: Pick<FieldProps, 'name' | 'id' | 'hint' | 'problem'>) {
  const described = classes(hint ? `${id}-hint` : null, problem ? `${id}-problem` : null);
  return { id, name, 'aria-describedby': described || undefined, 'aria-invalid': problem ? (true as const) : undefined };
}

/** What is wrong, at its field. */
export function FieldProblem({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1 flex items-baseline gap-1.5 font-medium text-overdue">
      <Icon name="blocked" className="size-3 translate-y-px" />
      <span>
        <VisuallyHidden>Error: </VisuallyHidden>
        {children}
      </span>
    </p>
  );
}

/** Label above, hint below it, the control, then its problem. */
export function Field({ label, name, id = fieldId(name), hint, problem, labelHidden, children, className }: FieldProps & { children: ReactNode; className?: string }) {
  return (
    <div className={classes('min-w-0', className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'label'}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      )}
      <div className={classes(!labelHidden && 'mt-1')}>{children}</div>
      {problem && <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>}
    </div>
  );
}
