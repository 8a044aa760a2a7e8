'use client';

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Combobox, type Option } from '@/components/forms/combobox';
import { CommandNotice } from '@/components/forms/command-notice';
import { DateBox } from '@/components/forms/date-box';
import { takeLook } from '@/components/forms/take-look';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Icon } from '@/components/ui/icon';
import { KeyCap } from '@/components/ui/key-cap';
import { Status, type StatusKind } from '@/components/ui/status';
import { DOSE_PROBLEM_WORDS } from '@/lib/immunizations/labels';
import type { DosePerson } from '@/lib/immunizations/queries';
import type { VaccineFound } from '@/lib/immunizations/codes/vaccine-search';
import type { CalendarDate } from '@/lib/platform/dates';
import { DuplicateAnswer, ReasonAnswer, type OtherDose } from './dose-answers';
import { doseProblemWords, doseRefusalWords } from './refusal-words';
import { answerTo, typedAge, type DoseInput, type RowState, type TypedDose } from './typed-dose';
import { useDoseCheck } from './use-dose-check';

type VaccineOption = Option & { found: VaccineFound };
const asOption = (found: VaccineFound): VaccineOption => ({ id: `${found.cvx} ${found.tradeName ?? ''}`, lead: found.cvx, words: found.tradeName === null ? found.label : `${found.tradeName}, ${found.label}`, aside: found.note, found });

const STATES: Readonly<Record<RowState['kind'], StatusKind | null>> = { blank: null, waiting: null, ready: 'done', ask: 'ask', refused: 'blocked', skipped: 'refused' };

/** Ready, a question, or what is wrong; words first, shape and colour with them. */
function Check({ state, row, onChange }: { state: RowState; row: TypedDose; onChange: RowProps['onChange'] }) {
  const kind = STATES[state.kind];
  return (
    <span role="status" className="inline-flex flex-wrap items-center gap-x-2">
      {kind === null ? <span className="text-ink-3">{state.words}</span> : <Status kind={kind}>{state.words}</Status>}
      {row.sameAs !== null && <Button size="small" onClick={() => onChange({ sameAs: null })}>Undo<span className="sr-only"> skipping row {row.number}</span></Button>}
    </span>
  );
}

/** What the row asks, under it: what cannot be, what may be a duplicate, what wants a reason. */
function Questions({ row, question, others, onChange }: Pick<RowProps, 'row' | 'question' | 'others' | 'onChange'>) {
  const { problems, duplicates } = answerTo(row, question) ?? { problems: [], duplicates: [] };
  const refused = problems.filter(({ severity }) => severity === 'refused');
  // While the dose may be one on record, what stands against it may be that dose itself: first the one question, then the others.
  const told = duplicates.every(({ doseId }) => row.another[doseId] !== undefined);
  const asking = told ? problems.filter(({ severity }) => severity === 'needs_reason') : [];
  return (
    <>
      {refused.map(({ reason }) => <p key={reason} className="font-medium text-overdue">{DOSE_PROBLEM_WORDS[reason].advice}</p>)}
      {duplicates.map((like) => {
        const other = others.find(({ doseId }) => doseId === like.doseId);
        return other === undefined ? null : <DuplicateAnswer key={like.doseId} row={row} like={like} other={other} onChange={onChange} />;
      })}
      {asking.map((problem) => <ReasonAnswer key={problem.reason} row={row} problem={problem} onChange={onChange} />)}
    </>
  );
}

function Refused({ reason, problems }: { reason: string | null; problems: readonly { field: string; reason: string }[] }) {
  const lines = problems.map(doseProblemWords).filter((words): words is string => words !== null);
  return (
    <>
      <CommandNotice reason={reason} words={doseRefusalWords} />
      {lines.map((words) => <p key={words} className="font-medium text-overdue">{words}</p>)}
    </>
  );
}

const FOOT: ReactNode = <>Trade name, CVX, abbreviation or misspelling. <KeyCap>Tab</KeyCap> takes the first, then the date</>;
export type SaveRow = (input: DoseInput) => Promise<{ ok: true; value: { doseId: string } } | { ok: false; reason: string }>;

type RowProps = {
  row: TypedDose;
  question: string | null;
  state: RowState;
  person: DosePerson;
  today: CalendarDate;
  others: readonly OtherDose[];
  onChange: (part: Partial<TypedDose>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onRemove: (() => void) | null;
  /** Hands up the row's own way to save, and takes it back when the row goes. */
  onSaver: (id: string, save: SaveRow | null) => void;
};

/** Fast fingers press Tab before the list has come, or while an older one stands there: then the first is asked for, and taken if nothing else was typed meanwhile. */
function useTabAhead(row: TypedDose, load: (text: string, signal: AbortSignal) => Promise<readonly VaccineOption[]>, choose: (option: VaccineOption) => void) {
  const now = useRef({ row, choose });
  const listed = useRef('');
  useEffect(() => {
    now.current = { row, choose };
  });
  const loadListed = async (text: string, signal: AbortSignal) => {
    const options = await load(text, signal);
    if (!signal.aborted) listed.current = text;
    return options;
  };
  const takeFirst = async (text: string) => {
    const [first] = await load(text, new AbortController().signal);
    if (first !== undefined && now.current.row.typed === text && now.current.row.vaccine === null) now.current.choose(first);
  };
  const onTab = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || event.shiftKey || row.vaccine !== null || row.typed.trim() === '' || listed.current === row.typed) return;
    event.stopPropagation();
    void takeFirst(row.typed);
  };
  return { load: loadListed, onTab };
}

function VaccineCell({ row, person, onChange }: Pick<RowProps, 'row' | 'person' | 'onChange'>) {
  const find = async (text: string, signal: AbortSignal): Promise<readonly VaccineOption[]> => {
    if (text.trim() === '') return [];
    const narrowed = { ...(row.givenOn === '' ? {} : { givenOn: row.givenOn }), ...(person.birthOn === null ? {} : { birthOn: person.birthOn }) };
    const outcome = await takeLook('vaccine.search', { text, ...narrowed }, signal);
    return outcome.ok ? outcome.value.map(asOption) : [];
  };
  const choose = ({ words, found }: VaccineOption) => onChange({ typed: words, vaccine: found });
  const type = (typed: string) => typed !== row.typed && onChange({ typed, vaccine: null });
  const { load, onTab } = useTabAhead(row, find, choose);
  return (
    <div onKeyDownCapture={onTab}>
      <Combobox label={`Vaccine, row ${row.number}`} labelHidden name={`vaccine-${row.id}`} typed={row.typed} onType={type} onChoose={choose} load={load} foot={FOOT} />
      {row.vaccine !== null && <span className="text-small text-ink-2">CVX {row.vaccine.cvx}</span>}
    </div>
  );
}

/** One dose from paper: vaccine, date, lot; under it what it asks. */
export function DoseRow({ row, question, state, person, today, others, onChange, onKeyDown, onRemove, onSaver }: RowProps) {
  const add = useCommand('dose.record');
  useDoseCheck(question, (checked) => onChange({ checked }));
  const { run } = add;
  useEffect(() => {
    onSaver(row.id, run);
    return () => onSaver(row.id, null);
  }, [row.id, run, onSaver]);
  const answer = answerTo(row, question);
  const asks = row.sameAs === null && ((answer?.problems.length ?? 0) > 0 || (answer?.duplicates.length ?? 0) > 0);
  const cell = classes('px-2 py-1 align-top', !asks && add.reason === null && 'border-b');
  const tone = classes(state.kind === 'ask' && 'bg-today-bg', state.kind === 'skipped' && 'text-ink-3');
  return (
    <tbody onKeyDown={onKeyDown} aria-label={`Row ${row.number}`} className={tone}>
      <tr>
        <th scope="row" className={classes(cell, 'pt-2 pl-4 text-left font-normal text-ink-3')}>{row.number}</th>
        <td className={cell}><VaccineCell row={row} person={person} onChange={onChange} /></td>
        <td className={cell}><DateBox label={`Date, row ${row.number}`} labelHidden name={`date-${row.id}`} value={row.givenOn} onChange={(givenOn) => onChange({ givenOn })} today={today} /></td>
        <td className={classes(cell, 'pt-2 whitespace-nowrap')}>{typedAge(row, person)}</td>
        <td className={cell}><TextField label={`Lot, row ${row.number}`} labelHidden name={`lot-${row.id}`} maxLength={40} value={row.lot} onChange={(event) => onChange({ lot: event.target.value })} /></td>
        <td className={classes(cell, 'pt-2')}><Check state={state} row={row} onChange={onChange} /></td>
        <td className={classes(cell, 'pr-4 text-right')}>
          {onRemove && <Button size="small" kind="text" aria-label={`Remove row ${row.number}`} onClick={onRemove}><Icon name="close" /></Button>}
        </td>
      </tr>
      {(asks || add.reason !== null) && (
        <tr>
          <td className="border-b" />
          <td colSpan={6} className="border-b pr-4 pb-2 pl-2">
            <div className="grid gap-2">
              {asks && <Questions row={row} question={question} others={others} onChange={onChange} />}
              <Refused reason={add.reason} problems={add.problems} />
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}
