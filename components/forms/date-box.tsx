'use client';

import { useState } from 'react';
import { staffDate, type CalendarDate, type PartialDate } from '@/lib/platform/dates';
import { classes } from '../ui/classes';
import { Button } from '../ui/button';
import { Status } from '../ui/status';
import { readDateEntry, type DateReading, type DateScope } from './date-entry';
import { askWords, choiceWords, readingWords, unreadableWords, type WordsIn } from './date-words';
import { Field, fieldId, fieldTies, type FieldProps } from './field';

type Props = FieldProps & {
  /** `yyyy-mm-dd` (with `partial` also `yyyy-mm`, `yyyy`), or empty while nothing or nothing clear is typed. */
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  today: CalendarDate;
  scope?: DateScope;
  partial?: boolean;
  /** Says the age of this person on the date typed. */
  bornOn?: CalendarDate;
  language?: WordsIn;
  disabled?: boolean;
  autoFocus?: boolean;
  className?: string;
};

const settledOn = (reading: DateReading): string => (reading.kind === 'date' || reading.kind === 'partial' ? reading.on : '');

/** One box for a date. Says the weekday and age at once, asks where two days are meant. */
export function DateBox({ label, name, id = fieldId(name), hint, problem, labelHidden, value, onChange, onBlur, today, scope = 'past', partial, bornOn, language = 'en', disabled, autoFocus, className }: Props) {
  const [typed, setTyped] = useState(() => (value === '' ? '' : staffDate(value as PartialDate)));
  const [sent, setSent] = useState(value);
  const [left, setLeft] = useState(false);
  // A draft that arrives or a form that is reset speaks over what stands in the box.
  if (value !== sent) {
    setSent(value);
    setTyped(value === '' ? '' : staffDate(value as PartialDate));
  }
  const reading = readDateEntry(typed, { today, scope, partial });
  const take = (text: string, on: string) => {
    setTyped(text);
    setSent(on);
    if (on !== value) onChange(on);
  };
  const leave = () => {
    setLeft(true);
    const on = settledOn(reading);
    if (on !== '') setTyped(staffDate(on as PartialDate));
    onBlur?.();
  };
  const shown = problem ?? (left && reading.kind === 'unreadable' ? unreadableWords[language][reading.why] : undefined);
  const ties = fieldTies({ name, id, hint, problem: shown });
  const sayId = `${id}-reading`;
  return (
    <Field {...{ label, name, id, hint, problem: shown, labelHidden, className }}>
      <input
        {...ties}
        aria-describedby={classes(ties['aria-describedby'], sayId)}
        inputMode={language === 'es' ? 'numeric' : undefined}
        autoComplete="off"
        disabled={disabled}
        autoFocus={autoFocus}
        value={typed}
        onChange={(event) => {
          setLeft(false);
          take(event.target.value, settledOn(readDateEntry(event.target.value, { today, scope, partial })));
        }}
        onBlur={leave}
        className="input"
      />
      <div id={sayId} role="status" className="text-small text-ink-2">
        {(reading.kind === 'date' || reading.kind === 'partial') && readingWords(reading.on, { bornOn, ageOnDay: scope === 'birth' ? today : undefined }, language)}
        {reading.kind === 'ask' && <Status kind="ask">{askWords[language][reading.why]}</Status>}
      </div>
      {reading.kind === 'ask' && (
        <div className="mt-1 flex flex-wrap gap-1">
          {reading.choices.map((on) => (
            <Button key={on} size="small" onClick={() => take(staffDate(on), on)}>
              {choiceWords(on, language)}
            </Button>
          ))}
        </div>
      )}
    </Field>
  );
}
