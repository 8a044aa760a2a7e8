import type { ReactNode } from 'react';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { TextLink } from '../ui/link';
import { VisuallyHidden } from '../ui/visually-hidden';

export type RailStep = {
  id: string;
  words: string;
  state: 'done' | 'now' | 'later' | 'not_asked';
  href?: string;
  /** One line: what is missing, with links, or what was decided. */
  note?: ReactNode;
};

const says: Record<RailStep['state'], string> = { done: ', done', now: '', later: '', not_asked: ', not asked for' };

function StepMark({ step, at }: { step: RailStep; at: number }) {
  const look = { done: 'border-done text-done bg-surface', now: 'border-accent-fill bg-accent-fill text-on-accent', later: 'border-ctl-line text-ink-2 bg-surface', not_asked: 'border-ctl-line text-ink-2 bg-surface' };
  return (
    <span aria-hidden="true" data-shape className={classes('grid size-5 flex-none place-items-center rounded-full border text-small font-medium', look[step.state])}>
      {step.state === 'done' ? <Icon name="done" /> : at + 1}
    </span>
  );
}

function StepLine({ step, at }: { step: RailStep; at: number }) {
  const now = step.state === 'now';
  const name = step.href ? (
    <TextLink href={step.href} bare className="hover:underline">
      {step.words}
    </TextLink>
  ) : (
    step.words
  );
  return (
    <li
      aria-current={now ? 'step' : undefined}
      className={classes(
        'grid grid-cols-[20px_1fr] gap-x-2 py-[7px] pr-3 pl-4 font-medium max-wide:lg:flex-1 max-wide:lg:grid-cols-[20px_auto_1fr] max-wide:lg:items-center max-wide:lg:border-r max-wide:lg:px-3 max-wide:lg:last:border-r-0',
        now && 'bg-accent-tint shadow-[inset_3px_0_var(--accent)] max-wide:lg:flex-[1.55] max-wide:lg:shadow-[inset_0_-3px_var(--accent)]',
        step.state === 'not_asked' && 'text-ink-3',
      )}
    >
      <StepMark step={step} at={at} />
      <span className="whitespace-nowrap">
        {name}
        <VisuallyHidden>{says[step.state]}</VisuallyHidden>
      </span>
      {step.note && <span className={classes('col-start-2 text-small font-normal max-wide:lg:col-start-3', now ? 'text-ink-2 max-wide:lg:truncate' : 'text-ink-3 max-wide:lg:hidden')}>{step.note}</span>}
    </li>
  );
}

/** Steps of the work at the left; one row of steps where it is narrow. Other lists of the rail follow as children. */
export function StepsRail({ steps, label = 'Steps', children }: { steps: readonly RailStep[]; label?: string; children?: ReactNode }) {
  return (
    <aside aria-label={label} className="relative flex flex-col border-r border-line-strong bg-surface-2 py-3 max-wide:border-r-0 max-wide:border-b max-wide:py-0 desk:wide:overflow-y-auto">
      <h2 className="mb-1 px-4 text-small font-medium text-ink-3 max-wide:sr-only">{label}</h2>
      <ol className="max-wide:lg:flex max-wide:lg:min-h-10">
        {steps.map((step, at) => (
          <StepLine key={step.id} step={step} at={at} />
        ))}
      </ol>
      <div className="max-wide:hidden">{children}</div>
    </aside>
  );
}

/** A further list in the rail, under its own small heading. */
export function RailSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-3 border-t pt-3 text-small text-ink-2">
      <h2 className="mb-1 px-4 font-medium text-ink-3">{title}</h2>
      {children}
    </section>
  );
}
