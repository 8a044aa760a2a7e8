'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useKeys } from '@/components/ui/keys';
import { Notice } from '@/components/ui/notice';
import type { CandidateView, Candidates } from '@/lib/cases/queries/match';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import type { CaseField, Choices } from '@/lib/cases/schema';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/platform/outcome';
import { CandidateList, NOBODY } from './candidate-list';
import { choicesText } from './choices-text';
import { CompareTable, countWords, firstOpen, type Choice } from './compare-table';
import { PortalPanel } from './portal-panel';
import { refusalWords } from './refusal-words';
import { useRehearsal } from './use-rehearsal';

const words = (problem: Problem) => problem.detail ?? CASE_PROBLEM_WORDS[problem.reason] ?? problem.reason;
const foundWords = ({ list }: Candidates): string => (list.length === 0 ? 'Nobody comes near' : `${list.length} found, most evidence first`);

function Warnings({ candidates }: { candidates: Candidates }) {
  return (
    <>
      {candidates.ambiguous && (
        <Notice kind="warn" title="Two or more of these are likely.">
          Nothing is released before a person has told them apart. The first name decides between twins.
        </Notice>
      )}
      {candidates.hidden > 0 && <Notice kind="warn" title={candidates.hidden === 1 ? 'A restricted record is among them.' : `${candidates.hidden} restricted records are among them.`}>A supervisor can look: hand the case on if none of these fits.</Notice>}
    </>
  );
}

type Props = { caseId: string; number: number; candidates: Candidates; /** Why nothing can be linked now, if so. */ offBecause?: string };

/** Values of one candidate against what was sent, each with its choice, and what the portal would find with them. */
function Comparison({ person, choices, rehearsal, onChoose, onRehearse }: { person: CandidateView; choices: Choices; rehearsal: ReturnType<typeof useRehearsal>['rehearsal']; onChoose: (field: CaseField, choice: Choice) => void; onRehearse: () => void }) {
  return (
    <section aria-labelledby="compared" className="min-w-0">
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <h2 id="compared" className="text-section font-semibold">
          What they sent, what the record has
        </h2>
        <span className="text-small text-ink-3">{countWords(person.fields)}</span>
      </div>
      <CompareTable rows={person.fields} choices={choices} onChoose={onChoose} />
      <PortalPanel diagnosis={person.diagnosis} rehearsal={rehearsal} onRehearse={onRehearse} />
    </section>
  );
}

/** Which patient the case is about: chosen by a person, linked or created. */
export function MatchTask({ caseId, number, candidates, offBecause }: Props) {
  const router = useRouter();
  const first = candidates.ambiguous ? undefined : candidates.list[0]?.patientId;
  const form = useForm({ defaultValues: { patient: first ?? '', reason: '' } });
  const [choices, setChoices] = useState<Choices>({});
  const [link, create] = [useCommand('case.link'), useCommand('patient.create')];
  const { rehearsal, run, forget } = useRehearsal(caseId);
  const chosen = useWatch({ control: form.control, name: 'patient' });
  const person = candidates.list.find(({ patientId }) => patientId === chosen);
  const choose = (field: CaseField, choice: Choice) => {
    const next = { ...choices, [field]: choice };
    setChoices(next);
    if (person !== undefined) void run(person.patientId, next);
  };
  const rehearse = () => void (person && run(person.patientId, choices));
  const submit = async ({ patient, reason }: { patient: string; reason: string }) => {
    const outcome = patient === NOBODY ? await create.run({ caseId, reason }) : await link.run({ caseId, patientId: patient, ...(reason.trim() === '' ? {} : { reason }) });
    if (outcome.ok) router.push(`${paths.caseStep(number, 'correct')}${patient === NOBODY ? '' : choicesText(choices)}`);
  };
  useKeys([{ keys: 'p', words: 'Rehearse the portal', group: 'Case', run: rehearse }]);
  if (!candidates.searched) return <EmptyState title="Still looking">The search for this person has not finished. Reload in a moment.</EmptyState>;
  const open = person === undefined ? undefined : firstOpen(person.fields, choices);
  const patientField = form.register('patient', { required: 'Choose a patient, or that none of these is the one', onChange: () => (setChoices({}), forget()) });
  return (
    <Section title="Which patient is this?" aside={foundWords(candidates)} className="pb-4">
      <Form form={form} onSubmit={submit} problems={[...link.problems, ...create.problems]} words={words} label="Match" className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <Warnings candidates={candidates} />
        <CandidateList candidates={candidates.list} field={patientField} problem={form.formState.errors.patient?.message} />
        {person !== undefined && <Comparison person={person} choices={choices} rehearsal={rehearsal} onChoose={choose} onRehearse={rehearse} />}
        {(chosen === NOBODY || link.problems.length > 0) && (
          <TextArea label={chosen === NOBODY ? 'Why is none of these the person?' : 'Why is this the person?'} rows={2} {...form.register('reason', { validate: (text) => chosen !== NOBODY || text.trim() !== '' || 'Say why, in a sentence' })} problem={problemOf(form, 'reason', [...link.problems, ...create.problems], words)} />
        )}
        <CommandNotice reason={link.reason ?? create.reason} words={refusalWords} />
        <div className="flex justify-end border-t pt-3">
          <Button type="submit" kind="primary" busy={link.busy || create.busy} offBecause={offBecause ?? open} keyCap="Ctrl Enter">
            {person === undefined ? (chosen === NOBODY ? 'Create a patient' : `Link C-${number}`) : `Link C-${number} to ${person.name}`}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
