import { Fragment, type ReactNode } from 'react';
import { classes } from '../ui/classes';

export type IdentityFact = { term: string; value: ReactNode; /** Given up first where it is narrow. */ optional?: boolean };

type Props = { heading: ReactNode; label: string; facts: readonly IdentityFact[]; /** At the right end. */ end?: readonly IdentityFact[]; children?: ReactNode };

/** In one line where it is wide: what may be given up ends in an ellipsis, the rest stays whole. */
function FactList({ facts, className }: { facts: readonly IdentityFact[]; className: string }) {
  return (
    <dl className={classes('flex flex-wrap gap-x-5 gap-y-1 wide:flex-nowrap', className)}>
      {facts.map(({ term, value, optional }) => (
        <div key={term} className={classes('border-l pl-3', optional ? 'hidden min-w-0 wide:block' : 'wide:flex-none')}>
          <dt className="text-small text-ink-3">{term}</dt>
          <dd className={classes('font-medium', optional && 'truncate')} title={optional && typeof value === 'string' ? value : undefined}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Who and what this page is about, always in sight. */
export function IdentityBar({ heading, label, facts, end, children }: Props) {
  return (
    <section data-bar aria-label={label} className="flex min-h-bar-id flex-none flex-wrap items-center gap-x-5 gap-y-1 border-b border-line-strong bg-surface px-4 py-1 whitespace-nowrap wide:flex-nowrap">
      <h1 className="text-title font-semibold tracking-[-0.01em] whitespace-normal wide:max-w-[30%] wide:flex-none">{heading}</h1>
      <FactList facts={facts} className="wide:min-w-0 wide:overflow-x-clip" />
      {(end || children) && (
        <Fragment>
          <span className="flex-1" />
          {end && <FactList facts={end} className="wide:flex-none" />}
          {children}
        </Fragment>
      )}
    </section>
  );
}
