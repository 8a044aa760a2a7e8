'use client';

import { useId } from 'react';
import { classes } from './classes';
import { TextLink } from './link';

const FRAME = 'inline-flex w-fit max-w-full overflow-hidden rounded-2 border border-ctl-line bg-surface';
const PART = 'inline-flex min-h-6 cursor-pointer items-center border-l border-line-strong px-[7px] text-small font-medium whitespace-nowrap text-ink-2 first:border-l-0 public:min-h-11 public:px-4';
const ON = 'bg-ink! text-surface!';

type Props<T extends string> = {
  label: string;
  options: readonly { value: T; words: string }[];
  /** Null: nothing chosen yet. */
  value: T | null;
  onChange: (value: T) => void;
  /** What the choice is about, read before the label (`Date of birth`). */
  describedBy?: string;
};

/** A choice of a few short words in one line: a radio group. */
export function Segmented<T extends string>({ label, options, value, onChange, describedBy }: Props<T>) {
  const name = useId();
  return (
    <fieldset aria-describedby={describedBy} className={classes(FRAME, 'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus')}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes(PART, option.value === value && ON)}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} className="sr-only" />
          {option.words}
        </label>
      ))}
    </fieldset>
  );
}

/** The same look where each part is a page address. */
export function SegmentedLinks({ label, options }: { label: string; options: readonly { href: string; words: string; current: boolean }[] }) {
  return (
    <nav aria-label={label} className={FRAME}>
      {options.map((option) => (
        <TextLink key={option.words} href={option.href} bare aria-current={option.current ? 'true' : undefined} className={classes(PART, option.current && ON, 'focus-visible:-outline-offset-2')}>
          {option.words}
        </TextLink>
      ))}
    </nav>
  );
}
