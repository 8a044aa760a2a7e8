'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { ConflictBanner } from '@/components/cases/conflict-banner';
import { focusSoon, useFirstFocus } from '@/components/cases/first-focus';
import { Foot, useLack } from '@/components/cases/foot';
import { FieldLink } from '@/components/cases/mend-link';
import { ReasonPicks } from '@/components/cases/reason-picks';
import { useSaveKey } from '@/components/cases/save-key';
import { useDraft } from '@/components/drafts/use-draft';
import { CommandNotice } from '@/components/forms/command-notice';
import { focusField } from '@/components/forms/error-summary';
import { fieldId } from '@/components/forms/field';
import { Form, problemOf } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button, ButtonLink } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import type { CorrectDraft } from '@/lib/cases/drafts';
import type { CandidateView } from '@/lib/cases/queries/match';
import { CASE_FIELD_WORDS, CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import type { CaseField, Choices } from '@/lib/cases/schema';
import type { Draft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import type { Problem } from '@/lib/platform/outcome';
import { CompareTable, countWords, firstOpen, type Choice } from './compare-table';
import { PortalPanel } from './portal-panel';
import { refusalWords } from './refusal-words';
import { useRehearsal } from './use-rehearsal';

const [FORM, SAVE] = ['correct-form', 'correct-save'] as const;
const PROBLEMS: Readonly<Record<string, string>> = {
  ...CASE_PROBLEM_WORDS,
  born_after_a_dose: 'A dose on record was given before this date: look at the doses first',
  not_accepted: 'Choose a document that was accepted for this case',
};
const words = (problem: Problem) => problem.detail ?? PROBLEMS[problem.reason] ?? problem.reason;
const REASONS = ['As on the accepted document', 'New contact, as they wrote', 'Name changed, shown by the document'];

export type AcceptedDocument = { documentId: string; words: string };
type Props = {
  caseId: string;
  person: CandidateView;
  documents: readonly AcceptedDocument[];
  chosen: Choices;
  draft?: Draft<CorrectDraft> | null;
  /** Where the work goes on once the values are saved. */
  goOn?: { words: string; href: string };
  offBecause?: string;
};

const fieldWords = (field: string): string => CASE_FIELD_WORDS[field.replace('choices.', '') as CaseField] ?? field;

/** What stands in the way of saving, with the way to it. */
function whyOff(person: CandidateView, choices: Choices, documents: readonly AcceptedDocument[]) {
  const open = firstOpen(person.fields, choices);
  if (open !== undefined) return <FieldLink field={open.field}>{open.words}</FieldLink>;
  if (documents.length === 0) return 'Accept a document first: corrections rest on one.';
  return person.fields.some(({ field, choosable }) => choosable && choices[field] === 'use_submitted') ? undefined : 'Every value is kept: there is nothing to save.';
}

/** Saves the chosen values to the record, on the paper they rest on. */
export function CorrectTask({ caseId, person, documents, chosen, draft = null, goOn, offBecause }: Props) {
  const router = useRouter();
  const correct = useCommand('case.correct');
  const pristine: CorrectDraft = { choices: chosen, documentId: documents[0]?.documentId ?? '', reason: '' };
  const form = useForm({ defaultValues: { documentId: draft?.value.documentId ?? pristine.documentId, reason: draft?.value.reason ?? '' } });
  const typed = useWatch({ control: form.control }) as { documentId: string; reason: string };
  const [choices, setChoices] = useState<Choices>(draft === null ? chosen : { ...chosen, ...draft.value.choices });
  // Choices that came along from the match are kept at once: the address bar alone would lose them.
  const kept = useDraft({ key: caseDraft(caseId, 'correct'), value: { ...typed, choices }, pristine: { ...pristine, choices: {} }, kept: draft });
  const { rehearsal, run } = useRehearsal(caseId);
  const rehearse = () => void run(person.patientId, choices);
  const open = firstOpen(person.fields, choices);
  const used = person.fields.some(({ field, choosable }) => choosable && choices[field] === 'use_submitted');
  const choose = (field: CaseField, choice: Choice) => {
    const next = { ...choices, [field]: choice };
    setChoices(next);
    const after = firstOpen(person.fields, next);
    focusSoon(after === undefined ? fieldId('reason') : fieldId(after.field));
    void run(person.patientId, next);
  };
  const off = offBecause ?? whyOff(person, choices, documents);
  const save = async ({ documentId, reason }: { documentId: string; reason: string }) => {
    if (off !== undefined) return focusField(open === undefined ? SAVE : fieldId(open.field));
    const outcome = await correct.run({ caseId, patientVersion: person.version, choices, reason, documentId });
    // What the record has now stands in the table, so that the difference can be seen; choices and reason stay.
    if (!outcome.ok && outcome.reason === 'conflict') router.refresh();
    if (!outcome.ok) return;
    await kept.forget();
    if (outcome.value.state === 'corrected' && goOn !== undefined) router.push(goOn.href);
  };
  const changed = (field: CaseField) => {
    const found = correct.problems.find((problem) => problem.field === `choices.${field}` && problem.reason !== 'changed_meanwhile');
    return found === undefined ? null : words(found);
  };
  const decide = (choice: Choice) => open !== undefined && choose(open.field.replace('choices.', '') as CaseField, choice);
  const pick = (reason: string) => {
    form.setValue('reason', reason, { shouldValidate: form.formState.isSubmitted });
    focusSoon(SAVE);
  };
  useKeys([
    { keys: 'p', words: 'Rehearse the portal', group: 'Case', run: rehearse },
    { keys: 'u', words: 'Use submitted', group: 'Case', run: () => decide('use_submitted') },
    { keys: 'k', words: 'Keep', group: 'Case', run: () => decide('keep') },
  ]);
  useSaveKey(FORM, 'Save to the record');
  useLack(open?.lack, open?.field ?? 'reason');
  const something = person.fields.some(({ choosable }) => choosable);
  useFirstFocus(offBecause !== undefined ? null : open !== undefined ? fieldId(open.field) : used ? 'reason-picks' : 'go-on');
  const conflicts = correct.problems.filter(({ reason }) => reason === 'changed_meanwhile');
  return (
    <Section title={`Correct ${person.name}`} aside={countWords(person.fields)} className="pb-4">
      <Form id={FORM} form={form} onSubmit={save} problems={correct.problems.filter((problem) => !conflicts.includes(problem))} words={words} label="Correct" className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <ConflictBanner problems={conflicts} fieldWords={fieldWords} onUseTheirs={(field) => choose(field.replace('choices.', '') as CaseField, 'keep')} onKeepMine={() => void form.handleSubmit(save)()} busy={correct.busy} />
        <CompareTable rows={person.fields} choices={choices} onChoose={choose} problemOf={changed} />
        <PortalPanel diagnosis={person.diagnosis} rehearsal={rehearsal} onRehearse={rehearse} />
        {something && used && (
          <>
            <SelectField
              label="On the evidence of"
              choices={documents.map(({ documentId, words: said }) => ({ value: documentId, words: said }))}
              empty={documents.length === 0 ? 'No document was accepted yet' : undefined}
              {...form.register('documentId')}
              problem={problemOf(form, 'documentId', correct.problems, words)}
            />
            <TextArea label="Why the record changes" rows={2} {...form.register('reason', { validate: (text) => text.trim() !== '' || 'Say why, in a sentence' })} problem={problemOf(form, 'reason', correct.problems, words)} />
            <div id="reason-picks" tabIndex={-1}>
              <ReasonPicks label="Reasons often given" reasons={REASONS} onPick={pick} />
            </div>
          </>
        )}
        {conflicts.length === 0 && <CommandNotice reason={correct.reason} words={refusalWords} />}
        <Foot>
          {!used && goOn !== undefined && (
            <ButtonLink id="go-on" href={goOn.href} kind={open === undefined ? 'primary' : 'secondary'}>
              {goOn.words}
            </ButtonLink>
          )}
          {something && (used || open !== undefined) && (
            <Button id={SAVE} type="submit" form={FORM} kind="primary" busy={correct.busy} offBecause={off} keyCap="Ctrl Enter">
              Save to the record
            </Button>
          )}
        </Foot>
      </Form>
    </Section>
  );
}
