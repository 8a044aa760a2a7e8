'use client';

import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { classes } from '../ui/classes';
import { FieldProblem, fieldId, type FieldProps } from './field';

export type Option = { id: string; words: string; /** Before the words, as a code. */ lead?: string; /** At the end of the line. */ aside?: string };

type Props<T extends Option> = FieldProps & {
  /** Looks options up for what is typed; a later call makes an earlier one void. */
  load: (typed: string, signal: AbortSignal) => Promise<readonly T[]> | readonly T[];
  onChoose: (option: T) => void;
  /** What stands in the box. */
  typed: string;
  onType: (typed: string) => void;
  /** The line under the list. */
  foot?: ReactNode;
  /** Words while the list is empty. */
  nothing?: string;
  autoFocus?: boolean;
  onBlur?: () => void;
  className?: string;
};

const PAUSE_MS = 120;

/** Options for what is typed; asks after a short pause and drops answers that come too late. */
function useOptions<T extends Option>(load: Props<T>['load'], typed: string, wanted: boolean): readonly T[] {
  const [options, setOptions] = useState<readonly T[]>([]);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    if (!wanted) return;
    const call = new AbortController();
    const ask = async () => {
      const found = await latest.current(typed, call.signal);
      if (!call.signal.aborted) setOptions(found);
    };
    const timer = setTimeout(() => void ask().catch(() => call.signal.aborted || setOptions([])), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      call.abort();
    };
  }, [typed, wanted]);
  return options;
}

/** The typed part of an option, marked by weight and a line. */
function Matched({ words, typed }: { words: string; typed: string }) {
  const at = typed.trim() === '' ? -1 : words.toLowerCase().indexOf(typed.trim().toLowerCase());
  if (at < 0) return words;
  const end = at + typed.trim().length;
  return (
    <>
      {words.slice(0, at)}
      <mark className="bg-transparent font-semibold text-inherit shadow-[0_1px_currentColor]">{words.slice(at, end)}</mark>
      {words.slice(end)}
    </>
  );
}

const OPTION =
  'grid cursor-default grid-cols-[auto_1fr_auto] items-center gap-2.5 border-t px-2.5 py-1 first:border-t-0 min-h-[29px] outline-none data-[focused]:bg-accent-tint data-[focused]:shadow-[inset_3px_0_var(--accent)] public:min-h-11';

/** Type a few letters, choose from what is found. Tab takes the first, as Enter takes the marked one. */
export function Combobox<T extends Option>({ label, name, id = fieldId(name), hint, problem, labelHidden, load, onChoose, typed, onType, foot, nothing = 'Nothing found', autoFocus, onBlur, className }: Props<T>) {
  const [wanted, setWanted] = useState(false);
  const options = useOptions(load, typed, wanted);
  const choose = (key: string | number | null) => {
    const option = options.find((one) => one.id === String(key));
    if (!option) return;
    setWanted(false);
    onType(option.words);
    onChoose(option);
  };
  const takeFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    const open = event.currentTarget.getAttribute('aria-expanded') === 'true';
    const marked = event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key === 'Tab' && !event.shiftKey && open && !marked && options[0]) choose(options[0].id);
  };
  return (
    <ComboBox
      className={className}
      items={options}
      inputValue={typed}
      onInputChange={onType}
      selectedKey={null}
      onSelectionChange={choose}
      allowsCustomValue
      allowsEmptyCollection={wanted && typed.trim() !== ''}
      isInvalid={Boolean(problem)}
      onBlur={onBlur}
      autoFocus={autoFocus}
    >
      <Label className={labelHidden ? 'sr-only' : 'label'}>{label}</Label>
      {hint && (
        <Text slot="description" className="block text-small text-ink-2">
          {hint}
        </Text>
      )}
      <Input id={id} name={name} autoComplete="off" onInput={() => setWanted(true)} onKeyDown={takeFirst} aria-describedby={problem ? `${id}-problem` : undefined} className={classes('input', !labelHidden && 'mt-1')} />
      {problem && <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>}
      <Popover className="min-w-(--trigger-width) max-w-[90vw] rounded-2 border border-ctl-line bg-surface shadow-open" offset={2}>
        <ListBox className="max-h-72 overflow-auto outline-none" renderEmptyState={() => <div className="px-2.5 py-1.5 text-ink-2">{nothing}</div>}>
          {(option: T) => (
            <ListBoxItem id={option.id} textValue={option.words} className={OPTION}>
              <span className="min-w-0 text-ink-3">{option.lead}</span>
              <span>
                <Matched words={option.words} typed={typed} />
              </span>
              <span className="text-small text-ink-2">{option.aside}</span>
            </ListBoxItem>
          )}
        </ListBox>
        {foot && <div className="border-t bg-surface-2 px-2.5 py-1 text-small text-ink-2">{foot}</div>}
      </Popover>
    </ComboBox>
  );
}
