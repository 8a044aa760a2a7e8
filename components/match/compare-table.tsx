import { Fragment, type ReactNode } from 'react';
import { fieldId } from '@/components/forms/field';
import { AgreementMark } from '@/components/ui/agreement-mark';
import { classes } from '@/components/ui/classes';
import { Segmented } from '@/components/ui/segmented';
import { Status } from '@/components/ui/status';
import type { ComparedField } from '@/lib/cases/queries/match';
import { CASE_FIELD_WORDS } from '@/lib/cases/labels';
import type { CaseField, Choices } from '@/lib/cases/schema';

const CHOICES = [
  { value: 'use_submitted', words: 'Use submitted' },
  { value: 'keep', words: 'Keep' },
] as const;
export type Choice = (typeof CHOICES)[number]['value'];

const MARKS = { agree: '', missing: '', similar: 'bg-today-bg decoration-today', conflict: 'bg-overdue-bg decoration-overdue' } as const;
/** Where an address may break: after its @ and its dots, never inside a word. */
const breakable = (text: string): ReactNode => text.split(/(?<=[@.])(?=\S)/).map((part, at) => (at === 0 ? part : <Fragment key={at}><wbr />{part}</Fragment>));

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A value in pieces, those that differ marked by more than colour. */
function Value({ pieces, agreement, none }: { pieces: ComparedField['submitted']; agreement: ComparedField['agreement']; none: string }) {
  if (pieces.length === 0) return <span className="text-ink-3">{none}</span>;
  return (
    <span className={classes('wrap-anywhere', agreement === 'conflict' && 'font-semibold')}>
      {pieces.map(({ text, differs }, at) =>
        differs ? (
          <mark key={at} className={classes('rounded-1 text-inherit underline decoration-2 underline-offset-2', MARKS[agreement])}>
            {breakable(text)}
          </mark>
        ) : (
          <Fragment key={at}>{breakable(text)}</Fragment>
        ),
      )}
    </span>
  );
}

type RowProps = { row: ComparedField; choice: Choice | null; onChoose: ((field: CaseField, choice: Choice) => void) | undefined; problem: ReactNode };

function CompareRow({ row, choice, onChoose, problem }: RowProps) {
  const words = CASE_FIELD_WORDS[row.field];
  const open = row.choosable && choice === null && onChoose !== undefined;
  const cell = 'border-b px-2 py-1.5 align-top';
  return (
    <tr className={classes(open && row.agreement === 'conflict' && 'bg-today-bg')}>
      <th scope="row" className={classes(cell, 'pl-1 text-left font-normal text-ink-2')}>
        {capital(words)}
      </th>
      <td className={cell}>
        <Value pieces={row.submitted} agreement={row.agreement} none="None given" />
        {open && (
          <span className="block text-small">
            <Status kind="ask">Choose</Status>
          </span>
        )}
      </td>
      <td className={cell}>
        <AgreementMark level={row.agreement}>
          {row.onRecord.length > 0 && (
            <span className="block font-normal text-ink">
              <Value pieces={row.onRecord} agreement={row.agreement} none="" />
            </span>
          )}
          {/* The mark says it of equal values; words beside it are for what differs. */}
          <span className={row.words === 'same' ? 'sr-only' : classes('block', row.onRecord.length > 0 && 'text-small')}>{row.onRecord.length > 0 ? row.words : capital(row.words)}</span>
        </AgreementMark>
      </td>
      <td className={classes(cell, 'pr-1 text-right')}>
        <div id={fieldId(`choices.${row.field}`)} tabIndex={-1}>
          {row.choosable && onChoose !== undefined ? (
            <Segmented label={`${capital(words)}: which value holds`} options={CHOICES} value={choice} onChange={(value) => onChoose(row.field, value)} />
          ) : (
            <span className="text-ink-3">{row.choosable ? 'Differs' : 'Nothing to do'}</span>
          )}
          {problem && <p className="mt-1 text-left font-medium text-overdue">{problem}</p>}
        </div>
      </td>
    </tr>
  );
}

type Props = {
  rows: readonly ComparedField[];
  choices: Choices;
  /** Left out: to look at only. */
  onChoose?: (field: CaseField, choice: Choice) => void;
  problemOf?: (field: CaseField) => ReactNode;
};

/** What they sent beside what the record has; what differs asks for a choice. */
export function CompareTable({ rows, choices, onChoose, problemOf = () => null }: Props) {
  return (
    <div className="relative overflow-x-auto" role="group" aria-label="What they sent, what the record has">
      <table className="w-full min-w-[480px] table-fixed border-separate border-spacing-0">
        <caption className="sr-only">What they sent, what the record has</caption>
        <thead>
          <tr className="text-left text-small text-ink-2">
            <th scope="col" className="w-[78px] border-b border-line-strong px-1 py-1 font-medium"><span className="sr-only">Field</span></th>
            <th scope="col" className="w-[25%] border-b border-line-strong px-2 py-1 font-medium">Submitted</th>
            <th scope="col" className="border-b border-line-strong px-2 py-1 pl-9 font-medium">On record</th>
            <th scope="col" className="w-[166px] border-b border-line-strong px-1 py-1 text-right font-medium"><span className="sr-only">Choice</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CompareRow key={row.field} row={row} choice={choices[row.field] ?? null} onChoose={onChoose} problem={problemOf(row.field)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `4 differ, 2 agree`, over the table. */
export function countWords(rows: readonly ComparedField[]): string {
  const agree = rows.filter(({ agreement }) => agreement === 'agree').length;
  const differ = rows.filter(({ agreement, choosable }) => agreement !== 'agree' && (choosable || agreement !== 'missing')).length;
  return `${differ} ${differ === 1 ? 'differs' : 'differ'}, ${agree} ${agree === 1 ? 'agrees' : 'agree'}`;
}

export type OpenField = { readonly field: string; readonly lack: string; readonly words: string };

/** The first field that still asks: what the button and the rail say of it. */
export function firstOpen(rows: readonly ComparedField[], choices: Choices): OpenField | undefined {
  const open = rows.find(({ field, choosable }) => choosable && choices[field] === undefined);
  if (open === undefined) return undefined;
  const name = CASE_FIELD_WORDS[open.field];
  const lack = `choose ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
  return { field: `choices.${open.field}`, lack, words: `${capital(lack)} first.` };
}
