'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { focusSoon, useFirstFocus } from '@/components/cases/first-focus';
import { Foot, useLack } from '@/components/cases/foot';
import { FieldLink } from '@/components/cases/mend-link';
import { useSaveKey } from '@/components/cases/save-key';
import { useDraft } from '@/components/drafts/use-draft';
import { CommandNotice } from '@/components/forms/command-notice';
import { focusField } from '@/components/forms/error-summary';
import { fieldId } from '@/components/forms/field';
import { Form, problemOf } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { BreakGlass } from '@/components/restricted/break-glass';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useKeys } from '@/components/ui/keys';
import { Notice } from '@/components/ui/notice';
import type { MatchDraft } from '@/lib/cases/drafts';
import type { CandidateView, Candidates } from '@/lib/cases/queries/match';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import type { CaseField, Choices } from '@/lib/cases/schema';
import type { Draft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
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

function Warnings({ candidates, caseId, restrictedOff }: Pick<Props, 'candidates' | 'caseId' | 'restrictedOff'>) {
  return (
    <>
      {candidates.ambiguous && (
        <Notice kind="warn" title="Two or more of these are likely.">
          Nothing is released before a person has told them apart. The first name decides between twins.
        </Notice>
      )}
      {candidates.hidden > 0 && (
        <Notice kind="warn" title={candidates.hidden === 1 ? 'A restricted record is among them.' : `${candidates.hidden} restricted records are among them.`}>
          <p className="mb-2">Look at it only if none of these fits.</p>
          <BreakGlass caseId={caseId} offBecause={restrictedOff} />
        </Notice>
      )}
    </>
  );
}

type Props = { caseId: string; number: number; candidates: Candidates; draft?: Draft<MatchDraft> | null; /** False: a copy is asked for, and the record stays as it is unless somebody chooses otherwise. */ inQuestion?: boolean; /** Where the work goes on when nothing was chosen for the record. */ goOn?: string; /** Why restricted records cannot be opened by this person, if so. */ restrictedOff?: string; /** Why nothing can be linked now, if so. */ offBecause?: string };

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

const [FORM, SAVE] = ['match-form', 'match-save'] as const;

/** The choices a screen begins with: what the record lacks, or has nearly so, is offered as submitted. A conflict, and a date of birth, a person decides. */
function offered(person: CandidateView | undefined, inQuestion: boolean): Choices {
  const choosable = (person?.fields ?? []).filter((row) => row.choosable);
  // Who only wants a copy did not ask us to change the record.
  if (!inQuestion) return Object.fromEntries(choosable.map(({ field }) => [field, 'keep']));
  return Object.fromEntries(choosable.filter(({ field, agreement }) => field !== 'birthOn' && (agreement === 'missing' || agreement === 'similar')).map(({ field }) => [field, 'use_submitted']));
}

/** Where the keyboard is wanted next: at the first value nobody has decided on, else at the button. */
const nextId = (person: CandidateView | undefined, choices: Choices, save: string): string => {
  const open = person?.fields.find(({ field, choosable }) => choosable && choices[field] === undefined);
  return open === undefined ? save : fieldId(`choices.${open.field}`);
};

/** `1` to `9` choose a person; `u` and `k` decide on the first open value and hand the keyboard on. */
function useMatchKeys(candidates: Candidates, person: CandidateView | undefined, choices: Choices, actions: { pick: (patientId: string) => void; choose: (field: CaseField, choice: Choice) => void; rehearse: () => void }) {
  const open = person?.fields.find(({ field, choosable }) => choosable && choices[field] === undefined)?.field;
  const decide = (choice: Choice) => open !== undefined && actions.choose(open, choice);
  useKeys([
    ...candidates.list.slice(0, 9).map(({ patientId, name }, at) => ({ keys: String(at + 1), words: name, group: 'Which patient is this?', run: () => actions.pick(patientId) })),
    { keys: 'u', words: 'Use submitted', group: 'Case', run: () => decide('use_submitted') },
    { keys: 'k', words: 'Keep', group: 'Case', run: () => decide('keep') },
    { keys: 'p', words: 'Rehearse the portal', group: 'Case', run: actions.rehearse },
  ]);
}

/** Which patient the case is about: chosen by a person, linked or created. */
export function MatchTask({ caseId, number, candidates, draft = null, inQuestion = true, goOn, restrictedOff, offBecause }: Props) {
  const router = useRouter();
  // Who is another person is shown, and never chosen for somebody.
  const first = candidates.ambiguous ? undefined : candidates.list.find(({ band }) => band !== 'no');
  const pristine: MatchDraft = { patient: first?.patientId ?? '', reason: '', choices: offered(first, inQuestion) };
  const begun = draft !== null && (draft.value.patient === NOBODY || candidates.list.some(({ patientId }) => patientId === draft.value.patient)) ? draft : null;
  const form = useForm({ defaultValues: { patient: begun?.value.patient ?? pristine.patient, reason: begun?.value.reason ?? '' } });
  const [choices, setChoices] = useState<Choices>(begun?.value.choices ?? pristine.choices);
  const [link, create] = [useCommand('case.link'), useCommand('patient.create')];
  const { rehearsal, run, forget } = useRehearsal(caseId);
  const typed = useWatch({ control: form.control }) as { patient: string; reason: string };
  const chosen = typed.patient;
  const kept = useDraft({ key: caseDraft(caseId, 'match'), value: { ...typed, choices }, pristine, kept: begun });
  const person = candidates.list.find(({ patientId }) => patientId === chosen);
  const choose = (field: CaseField, choice: Choice) => {
    const next = { ...choices, [field]: choice };
    setChoices(next);
    focusSoon(nextId(person, next, SAVE));
    if (person !== undefined) void run(person.patientId, next);
  };
  const begin = (patientId: string) => {
    setChoices(offered(candidates.list.find((one) => one.patientId === patientId), inQuestion));
    forget();
  };
  const rehearse = () => void (person && run(person.patientId, choices));
  const pick = (patientId: string) => {
    form.setValue('patient', patientId);
    begin(patientId);
  };
  const open = person === undefined ? undefined : firstOpen(person.fields, choices);
  const off = offBecause ?? (open === undefined ? undefined : <FieldLink field={open.field}>{open.words}</FieldLink>);
  const submit = async ({ patient, reason }: { patient: string; reason: string }) => {
    if (off !== undefined) return focusField(nextId(person, choices, SAVE));
    const outcome = patient === NOBODY ? await create.run({ caseId, reason }) : await link.run({ caseId, patientId: patient, ...(reason.trim() === '' ? {} : { reason }) });
    if (!outcome.ok) return;
    await kept.forget();
    const changes = Object.values(choices).includes('use_submitted');
    router.push(goOn !== undefined && !changes ? goOn : `${paths.caseStep(number, 'correct')}${patient === NOBODY ? '' : choicesText(choices)}`);
  };
  useMatchKeys(candidates, person, choices, { pick, choose, rehearse });
  useSaveKey(FORM, 'Link');
  useLack(person === undefined && chosen !== NOBODY ? 'choose a patient' : open?.lack, person === undefined ? 'patient' : (open?.field ?? 'patient'));
  useFirstFocus(!candidates.searched || offBecause !== undefined ? null : person === undefined ? fieldId('patient') : nextId(person, choices, SAVE));
  if (!candidates.searched) return <EmptyState title="Still looking">The search for this person has not finished. Reload in a moment.</EmptyState>;
  const patientField = form.register('patient', { required: 'Choose a patient, or that none of these is the one', onChange: (event: { target: { value: string } }) => begin(event.target.value) });
  return (
    <Section title="Which patient is this?" aside={foundWords(candidates)} className="pb-4">
      <Form id={FORM} form={form} onSubmit={submit} problems={[...link.problems, ...create.problems]} words={words} label="Match" className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <Warnings candidates={candidates} caseId={caseId} restrictedOff={restrictedOff} />
        <CandidateList candidates={candidates.list} field={patientField} problem={form.formState.errors.patient?.message} />
        {person !== undefined && <Comparison person={person} choices={choices} rehearsal={rehearsal} onChoose={choose} onRehearse={rehearse} />}
        {(chosen === NOBODY || link.problems.length > 0) && (
          <TextArea label={chosen === NOBODY ? 'Why is none of these the person?' : 'Why is this the person?'} rows={2} {...form.register('reason', { validate: (text) => chosen !== NOBODY || text.trim() !== '' || 'Say why, in a sentence' })} problem={problemOf(form, 'reason', [...link.problems, ...create.problems], words)} />
        )}
        <CommandNotice reason={link.reason ?? create.reason} words={refusalWords} />
        <Foot>
          <Button id={SAVE} type="submit" form={FORM} kind="primary" busy={link.busy || create.busy} offBecause={off} keyCap="Ctrl Enter">
            {person === undefined ? (chosen === NOBODY ? 'Create a patient' : `Link C-${number}`) : `Link C-${number} to ${person.name}`}
          </Button>
        </Foot>
      </Form>
    </Section>
  );
}
