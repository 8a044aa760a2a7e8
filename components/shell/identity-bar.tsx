import { Fragment, type ReactNode } from 'react';
import { classes } from '../ui/classes';

export type IdentityFact = { term: string; value: ReactNode; /** Given up first where it is narrow. */ optional?: boolean };

type Props = { heading: ReactNode; label: string; facts: readonly IdentityFact[]; /** At the right end. */ end?: readonly IdentityFact[]; children?: ReactNode };

function FactList({ facts }: { facts: readonly IdentityFact[] }) {
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1">
      {facts.map(({ term, value, optional }) => (
        <div key={term} className={classes('border-l pl-3', optional && 'hidden wide:block')}>
          <dt className="text-small text-ink-3">{term}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who and what this page is about, always in sight. */
export function IdentityBar({ heading, label, facts, end, children }: Props) {
  return (
    <section data-bar aria-label={label} className="flex min-h-bar-id flex-none flex-wrap items-center gap-x-5 gap-y-1 border-b border-line-strong bg-surface px-4 py-1 whitespace-nowrap">
      <h1 className="text-title font-semibold tracking-[-0.01em] whitespace-normal">{heading}</h1>
      <FactList facts={facts} />
      {(end || children) && (
        <Fragment>
          <span className="flex-1" />
          {end && <FactList facts={end} />}
          {children}
        </Fragment>
      )}
    </section>
  );
}
