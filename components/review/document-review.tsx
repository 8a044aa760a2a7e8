'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Controller, useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { focusSoon, useFirstFocus } from '@/components/cases/first-focus';
import { Foot } from '@/components/cases/foot';
import { useSaveKey } from '@/components/cases/save-key';
import { useDraft } from '@/components/drafts/use-draft';
import { Checkbox } from '@/components/forms/checkbox';
import { CommandNotice } from '@/components/forms/command-notice';
import { DateBox } from '@/components/forms/date-box';
import { fieldId } from '@/components/forms/field';
import { Fieldset } from '@/components/forms/fieldset';
import { Form, problemOf } from '@/components/forms/form';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { KeyCap } from '@/components/ui/key-cap';
import { useKeys } from '@/components/ui/keys';
import { RadioGroup } from '@/components/forms/radio-group';
import { checklistOf, showsAPerson, type ChecklistItem, type DocumentKind, type ReviewFacts } from '@/lib/documents/checklists';
import type { ReviewFormDraft } from '@/lib/cases/drafts';
import { CHECKLIST_WORDS, REVIEW_PROBLEM_WORDS } from '@/lib/documents/labels';
import { unread, type ReadFacts } from '@/lib/documents/reading/rules';
import { NOTHING_READ, readFacts } from '@/lib/documents/reading/schema';
import { reasonsFor, suggestedReasons } from '@/lib/documents/reasons';
import type { Draft } from '@/lib/drafts/rules';
import { reviewDraft } from '@/lib/drafts/schema';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import { ReadFacts as ReadFactsFields } from './read-facts';

type Values = Omit<ReviewFormDraft, 'returning'>;
/** Who asks for whom; null when they are one person. */
export type Asking = { requester: string; relation: string; subject: string } | null;
type Props = { asking: Asking; caseId: string; documentId: string; kind: DocumentKind; title: string; today: CalendarDate; /** Where the work goes on once it is judged. */ nextHref: string; draft: Draft<ReviewFormDraft> | null; offBecause?: string };

const words = (problem: Problem) => REVIEW_PROBLEM_WORDS[problem.reason] ?? problem.reason;
const refusals = { not_claimed: 'You no longer have this case.', not_ready: 'The file is not safe to look at yet: reload in a moment.' };
const OWN_FIELDS = ['expiresOn', 'holder'];
/** The server names a fact; the form has most of them under what was read. */
const atField = (problem: Problem): Problem => {
  const fact = /^facts\.(\w+)$/.exec(problem.field)?.[1];
  return fact === undefined ? problem : { ...problem, field: OWN_FIELDS.includes(fact) ? fact : `read.${fact}` };
};
const [FORM, SAVE] = ['review-form', 'review-save'] as const;
/** Kinds that end: the day stands on the paper. */
const ENDS: readonly ChecklistItem[] = ['not_expired', 'in_force', 'expiry_given'];

type Part = { kind: DocumentKind; facts: ReviewFacts; form: UseFormReturn<Values>; problems: readonly Problem[] };

/** Whose ID this is decides what it can agree with: no record of ours holds a parent's date of birth. */
function Whose({ asking: { requester, relation, subject }, form }: { asking: NonNullable<Asking>; form: UseFormReturn<Values> }) {
  const choices = [
    { value: 'requester', words: requester, hint: `Who asks: ${relation}` },
    { value: 'subject', words: subject, hint: 'Whose record it is' },
  ];
  return <RadioGroup label="Whose it is" {...form.register('holder')} choices={choices} />;
}

function Ticks({ kind, facts, form, problems }: Part) {
  return (
    <Fieldset label="What you see on it" name="ticks">
      <div className="grid sm:grid-cols-2 sm:gap-x-4">
        {checklistOf(kind, facts).map((item, at) => (
          <Checkbox key={item} label={CHECKLIST_WORDS[item]} aside={at < 9 ? <span aria-hidden="true"><KeyCap>{at + 1}</KeyCap></span> : undefined} {...form.register(`ticks.${item}`)} problem={problemOf(form, `ticks.${item}`, problems, words)} />
        ))}
      </div>
    </Fieldset>
  );
}

/** Reasons of what is not ticked stand first; each becomes a paragraph of the letter. */
function Reasons({ kind, facts, form, problems }: Part) {
  const first = suggestedReasons(kind, useWatch({ control: form.control, name: 'ticks' }), facts);
  const rest = reasonsFor(kind).filter((reason) => !first.includes(reason));
  return (
    <Fieldset label="Why it goes back" name="reasons" hint="These become the letter." problem={problemOf(form, 'reasons', problems, words)}>
      {[...first, ...rest].map(({ code, en }) => (
        <Checkbox key={code} id={`reason-${code}`} label={en.wrong} hint={en.todo} aside={code} value={code} {...form.register('reasons')} />
      ))}
    </Fieldset>
  );
}

function EndsOn({ form, problems, today }: { form: UseFormReturn<Values>; problems: readonly Problem[]; today: CalendarDate }) {
  return (
    <Controller
      control={form.control}
      name="expiresOn"
      render={({ field }) => <DateBox label="Ends on" name="expiresOn" hint="As on the document; leave empty if it names no day." value={field.value} onChange={field.onChange} onBlur={field.onBlur} today={today} scope="any" problem={problemOf(form, 'expiresOn', problems, words)} className="max-w-60" />}
    />
  );
}

/** A person's judgement of one document: accepted with every tick, or returned with coded reasons. */
export function DocumentReview({ asking, caseId, documentId, kind, title, today, nextHref, draft, offBecause }: Props) {
  const router = useRouter();
  const review = useCommand('document.review');
  const [returning, setReturning] = useState(draft?.value.returning ?? false);
  const nothing: Values = { ticks: Object.fromEntries(checklistOf(kind).map((item) => [item, false])), holder: 'requester', expiresOn: '', read: NOTHING_READ, reasons: [] };
  const form = useForm<Values>({ defaultValues: draft?.value ?? nothing });
  const typed = useWatch({ control: form.control }) as Values;
  const kept = useDraft({ key: reviewDraft(caseId, documentId), value: { ...typed, returning }, pristine: { ...nothing, returning: false }, kept: draft });
  const asked = showsAPerson(kind) ? asking : null;
  const read = readFacts(kind, typed.read);
  const facts: ReadFacts = asked === null ? read : { ...read, holder: typed.holder };
  const items = checklistOf(kind, facts);
  const ends = items.some((item) => ENDS.includes(item));
  const problems = review.problems.map(atField);
  const submit = async ({ ticks, expiresOn, reasons }: Values) => {
    const set = Object.fromEntries(items.map((item) => [item, ticks[item] === true]));
    const outcome = await review.run({ caseId, documentId, decision: returning ? 'returned' : 'accepted', ticks: set, reasons: returning ? reasons : [], facts: { ...facts, ...(expiresOn === '' ? {} : { expiresOn }) } });
    if (!outcome.ok) return;
    await kept.forget();
    router.push(nextHref);
  };
  /** The last tick hands the keyboard on: to the day it ends, else to the button. */
  const tick = (item: ChecklistItem) => {
    form.setValue(`ticks.${item}`, form.getValues(`ticks.${item}`) !== true);
    const open = items.some((one) => form.getValues(`ticks.${one}`) !== true);
    if (open) return;
    const [next] = unread(kind, read);
    focusSoon(next !== undefined ? fieldId(`read.${next}`) : ends && form.getValues('expiresOn') === '' ? fieldId('expiresOn') : SAVE);
  };
  const turn = (back: boolean) => (setReturning(back), review.reset());
  useKeys([{ keys: 'i', words: returning ? 'Accept instead' : 'Return to requester', group: 'Document', run: () => turn(!returning) }]);
  useKeys(items.slice(0, 9).map((item, at) => ({ keys: String(at + 1), words: CHECKLIST_WORDS[item], group: 'What you see on it', run: () => tick(item) })));
  useSaveKey(FORM, returning ? 'Return' : 'Accept');
  useFirstFocus(offBecause === undefined ? fieldId('ticks') : null);
  return (
    <Form id={FORM} form={form} onSubmit={submit} problems={problems} words={words} label={`Review: ${title}`} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {asked !== null && <Whose asking={asked} form={form} />}
      <Ticks kind={kind} facts={facts} form={form} problems={problems} />
      {ends && <EndsOn form={form} problems={problems} today={today} />}
      {!returning && <ReadFactsFields {...{ kind, read, form, problems, today }} />}
      {returning && <Reasons kind={kind} facts={facts} form={form} problems={problems} />}
      <CommandNotice reason={review.reason} words={refusals} />
      <Foot>
        <Button onClick={() => turn(!returning)} keyCap="i">
          {returning ? 'Accept instead' : 'Return to requester'}
        </Button>
        <Button id={SAVE} type="submit" form={FORM} kind="primary" busy={review.busy} offBecause={offBecause} keyCap="Ctrl Enter">
          {returning ? `Return: ${title}` : `Accept: ${title}`}
        </Button>
      </Foot>
    </Form>
  );
}
