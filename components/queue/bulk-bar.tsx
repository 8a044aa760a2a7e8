'use client';

import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { DraftStatus } from '@/components/drafts/draft-board';
import { useDraftForm } from '@/components/drafts/use-draft-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { DateBox } from '@/components/forms/date-box';
import { Form, problemOf } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { TextArea } from '@/components/forms/text-area';
import { useCommand, type CommandState } from '@/components/forms/use-command';
import type { Row } from '@/components/tables/data-table';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Menu } from '@/components/ui/menu';
import { BULK, refusalSentence, type BulkActionId, type BulkRefusal } from '@/lib/cases/bulk';
import { bulkAnswers, type BulkAnswers } from '@/lib/cases/drafts';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import type { Colleague } from '@/lib/cases/queries/saved-views';
import { bulkDraft } from '@/lib/drafts/schema';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import { BulkResult } from './bulk-result';

const cases = (many: number): string => `${many} ${many === 1 ? 'case' : 'cases'}`;
const asks = (id: BulkActionId): boolean => BULK[id].reasonNeeded || BULK[id].colleagueNeeded === true;
export type BulkDone = { readonly action: BulkActionId; readonly moved: readonly { readonly id: string; readonly number: number }[]; readonly left: readonly BulkRefusal[] };
const NOTHING: BulkAnswers = { reason: '', colleagueId: '', duplicateOf: '', wakeOn: '' };
const problemWords = ({ reason }: Problem): string => CASE_PROBLEM_WORDS[reason] ?? reason;

/** What was answered; what was not asked is left out. */
const answered = (answers: BulkAnswers): Partial<BulkAnswers> => Object.fromEntries(Object.entries(answers).filter(([, said]) => said !== ''));

type AskProps = { action: BulkActionId; many: number; colleagues: readonly Colleague[]; today: CalendarDate; state: Pick<CommandState, 'busy' | 'problems'>; onAnswer: (answers: BulkAnswers) => Promise<boolean> };

function AskForm({ action, many, colleagues, today, state: { busy, problems }, onAnswer }: AskProps) {
  const { form, forget } = useDraftForm({ key: bulkDraft(action), shape: bulkAnswers, pristine: NOTHING });
  const submit = async (answers: BulkAnswers) => {
    if (await onAnswer(answers)) await forget();
  };
  const { reasonNeeded, colleagueNeeded, originalNeeded, dayNeeded, words } = BULK[action];
  const wrong = form.formState.errors;
  return (
    <Form form={form} onSubmit={submit} problems={problems} words={(problem) => (wrong[problem.field as keyof BulkAnswers] === undefined ? problemWords(problem) : problem.reason)} label={words} className="grid gap-3">
      {colleagueNeeded && <SelectField label="Colleague" empty="Choose a colleague" choices={colleagues.map(({ id, name }) => ({ value: id, words: name }))} {...form.register('colleagueId', { required: 'Choose a colleague' })} problem={wrong.colleagueId?.message} />}
      {originalNeeded && <TextField label="The case that they repeat" hint="Its number, such as C-2041." autoFocus {...form.register('duplicateOf', { required: 'Write its number', pattern: { value: /^\s*c-[1-9]\d{3,6}\s*$/i, message: 'Write a case number, such as C-2041' } })} problem={wrong.duplicateOf?.message} className="max-w-40" />}
      {dayNeeded && (
        <Controller
          control={form.control}
          name="wakeOn"
          rules={{ required: 'Choose the day on which they come back' }}
          render={({ field }) => <DateBox label="Come back by themselves on" name="wakeOn" hint="At 8:30 that day, to whoever has them." autoFocus value={field.value} onChange={field.onChange} onBlur={field.onBlur} today={today} scope="any" problem={problemOf(form, 'wakeOn', problems, (problem) => CASE_PROBLEM_WORDS[problem.reason] ?? problem.reason)} className="max-w-60" />}
        />
      )}
      {reasonNeeded && <TextArea label="Reason" hint="The same for each of these cases; it stands in their history." rows={3} autoFocus={originalNeeded !== true && dayNeeded !== true} {...form.register('reason', { required: 'Say why, in a sentence' })} problem={wrong.reason?.message} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button type="submit" kind="primary" busy={busy}>
          {words}: {cases(many)}
        </Button>
        <span className="text-small text-ink-3">
          <DraftStatus />
        </span>
      </div>
    </Form>
  );
}

type Props = { rows: readonly Row[]; actions: readonly BulkActionId[]; colleagues: readonly Colleague[]; today: CalendarDate; onClear: () => void };

/** What can be done to the chosen rows; afterwards what was done, what was left and why. */
export function BulkBar({ rows, actions, colleagues, today, onClear }: Props) {
  const bulk = useCommand('case.bulk');
  const [asking, setAsking] = useState<BulkActionId | null>(null);
  const [last, setLast] = useState<BulkDone | null>(null);
  const run = async (action: BulkActionId, caseIds: string[], answers: BulkAnswers): Promise<boolean> => {
    const outcome = await bulk.run({ action, caseIds, ...answered(answers) });
    // What is wrong with an answer is said where it was given.
    if (outcome.ok || outcome.problems.length === 0) setAsking(null);
    if (!outcome.ok) return false;
    setLast({ action, ...outcome.value });
    onClear();
    return true;
  };
  const ids = rows.map(({ id }) => id);
  const choose = (id: BulkActionId) => (asks(id) ? setAsking(id) : void run(id, ids, NOTHING));
  const undo = last === null ? null : BULK[last.action].undo;
  const takeBack = () => last !== null && undo !== null && void run(undo, last.moved.map(({ id }) => id), NOTHING);
  const [first, ...others] = actions;
  return (
    <>
      <CommandNotice reason={asking === null ? bulk.reason : null} />
      {last !== null && rows.length === 0 && <BulkResult title={`${cases(last.moved.length)} ${BULK[last.action].said}.`} left={last.left.map(refusalSentence)} busy={bulk.busy} onUndo={undo === null || last.moved.length === 0 ? undefined : takeBack} onClose={() => setLast(null)} />}
      {rows.length > 0 && first !== undefined && (
        <div role="region" aria-label="Chosen cases" className="z-20 flex desk:sticky desk:top-0 min-h-9 flex-wrap items-center gap-2 border-y border-accent-line bg-accent-tint px-4 py-1">
          <p role="status" className="mr-2 font-medium">
            {cases(rows.length)} chosen
          </p>
          <Button size="small" busy={bulk.busy} onClick={() => choose(first)}>
            {BULK[first].words}
          </Button>
          {others.length > 0 && <Menu words="More for these" entries={others.map((id) => ({ id, words: BULK[id].words }))} onChoose={(id) => choose(id as BulkActionId)} />}
          <Button kind="text" size="small" onClick={onClear} keyCap="Esc">
            Select none
          </Button>
        </div>
      )}
      <Dialog title={asking === null ? 'Chosen cases' : BULK[asking].words} open={asking !== null} onOpenChange={() => (bulk.reset(), setAsking(null))}>
        {asking !== null && <AskForm key={asking} action={asking} many={rows.length} colleagues={colleagues} today={today} state={bulk} onAnswer={(answers) => run(asking, ids, answers)} />}
      </Dialog>
    </>
  );
}
