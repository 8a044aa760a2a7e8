'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import type { CandidateView } from '@/lib/cases/queries/match';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import type { CaseField, Choices } from '@/lib/cases/schema';
import type { Problem } from '@/lib/platform/outcome';
import { CompareTable, countWords, firstOpen, type Choice } from './compare-table';
import { PortalPanel } from './portal-panel';
import { refusalWords } from './refusal-words';
import { useRehearsal } from './use-rehearsal';

const PROBLEMS: Readonly<Record<string, string>> = {
  ...CASE_PROBLEM_WORDS,
  born_after_a_dose: 'A dose on record was given before this date: look at the doses first',
  not_accepted: 'Choose a document that was accepted for this case',
};
const words = (problem: Problem) => problem.detail ?? PROBLEMS[problem.reason] ?? problem.reason;

export type AcceptedDocument = { documentId: string; words: string };
type Props = { caseId: string; person: CandidateView; documents: readonly AcceptedDocument[]; chosen: Choices; offBecause?: string };

function whyOff(person: CandidateView, choices: Choices, documents: readonly AcceptedDocument[]): string | undefined {
  if (documents.length === 0) return 'Accept a document first: corrections rest on one.';
  const open = firstOpen(person.fields, choices);
  if (open !== undefined) return open;
  return person.fields.some(({ field, choosable }) => choosable && choices[field] === 'use_submitted') ? undefined : 'Every value is kept: there is nothing to save.';
}

/** Saves the chosen values to the record, on the paper they rest on. */
export function CorrectTask({ caseId, person, documents, chosen, offBecause }: Props) {
  const correct = useCommand('case.correct');
  const [choices, setChoices] = useState<Choices>(chosen);
  const { rehearsal, run } = useRehearsal(caseId);
  const form = useForm({ defaultValues: { documentId: documents[0]?.documentId ?? '', reason: '' } });
  const rehearse = () => void run(person.patientId, choices);
  const choose = (field: CaseField, choice: Choice) => {
    const next = { ...choices, [field]: choice };
    setChoices(next);
    void run(person.patientId, next);
  };
  const save = ({ documentId, reason }: { documentId: string; reason: string }) => correct.run({ caseId, patientVersion: person.version, choices, reason, documentId });
  const changed = (field: CaseField) => {
    const found = correct.problems.find((problem) => problem.field === `choices.${field}`);
    return found === undefined ? null : words(found);
  };
  useKeys([{ keys: 'p', words: 'Rehearse the portal', group: 'Case', run: rehearse }]);
  const something = person.fields.some(({ choosable }) => choosable);
  return (
    <Section title={`Correct ${person.name}`} aside={countWords(person.fields)} className="pb-4">
      <Form form={form} onSubmit={save} problems={correct.problems} words={words} label="Correct" className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <CompareTable rows={person.fields} choices={choices} onChoose={choose} problemOf={changed} />
        <PortalPanel diagnosis={person.diagnosis} rehearsal={rehearsal} onRehearse={rehearse} />
        {something && (
          <>
            <SelectField
              label="On the evidence of"
              choices={documents.map(({ documentId, words: said }) => ({ value: documentId, words: said }))}
              empty={documents.length === 0 ? 'No document was accepted yet' : undefined}
              {...form.register('documentId')}
              problem={problemOf(form, 'documentId', correct.problems, words)}
            />
            <TextArea label="Why the record changes" rows={2} {...form.register('reason', { validate: (text) => text.trim() !== '' || 'Say why, in a sentence' })} problem={problemOf(form, 'reason', correct.problems, words)} />
            <CommandNotice reason={correct.reason} words={refusalWords} />
            <div className="flex justify-end border-t pt-3">
              <Button type="submit" kind="primary" busy={correct.busy} offBecause={offBecause ?? whyOff(person, choices, documents)} keyCap="Ctrl Enter">
                Save to the record
              </Button>
            </div>
          </>
        )}
      </Form>
    </Section>
  );
}
