'use client';

import { useDraftForm } from '@/components/drafts/use-draft-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import { reasonDraft } from '@/lib/cases/drafts';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import { caseDraft } from '@/lib/drafts/schema';
import type { Problem } from '@/lib/platform/outcome';
import { refusalWords } from './refusal-words';

export type AskedReview = {
  approvalId: string;
  askedBy: string;
  askedAt: string;
  reason: string;
  risks: readonly string[];
  changes: readonly { field: string; before: string; after: string }[];
  decided: { decision: 'approved' | 'refused'; by: string; reason: string | null } | null;
};

function Proposal({ asked }: { asked: AskedReview }) {
  return (
    <>
      <ul className="list-disc pl-5">
        {asked.risks.map((risk) => (
          <li key={risk}>{risk}</li>
        ))}
      </ul>
      <dl className="mt-2 grid grid-cols-[minmax(96px,auto)_1fr] gap-x-4 border-t">
        {asked.changes.map(({ field, before, after }) => (
          <div key={field} className="col-span-2 grid grid-cols-subgrid border-b py-1.5">
            <dt className="text-ink-2 first-letter:uppercase">{field}</dt>
            <dd className="min-w-0 break-words">
              <del className="text-ink-2">{before}</del> <span className="sr-only">becomes</span>
              <span aria-hidden="true">→</span> <ins className="font-semibold no-underline">{after}</ins>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-ink-2">
        {asked.askedBy}, {asked.askedAt}: “{asked.reason}”
      </p>
    </>
  );
}

const words = (problem: Problem) => problem.detail ?? (problem.reason === 'born_after_a_dose' ? 'A dose on record was given before this date: send it back' : (CASE_PROBLEM_WORDS[problem.reason] ?? problem.reason));

const PRISTINE = { reason: '' };

function Decision({ caseId, asked, offBecause }: { caseId: string; asked: AskedReview; offBecause: string | undefined }) {
  const decide = useCommand('approval.decide');
  const { form, forget } = useDraftForm({ key: caseDraft(caseId, 'second_review'), shape: reasonDraft, pristine: PRISTINE });
  const say = async (decision: 'approved' | 'refused') => {
    const reason = form.getValues('reason').trim();
    const outcome = await decide.run({ approvalId: asked.approvalId, decision, ...(reason === '' ? {} : { reason }) });
    if (outcome.ok) await forget();
  };
  return (
    <Form form={form} onSubmit={() => say('approved')} problems={decide.problems} words={words} label="Second review" className="mt-3 grid gap-3">
      <TextArea label="Words for the one who asked" hint="Needed to send it back." rows={2} {...form.register('reason')} problem={problemOf(form, 'reason', decide.problems, words)} />
      <CommandNotice reason={decide.reason} words={refusalWords} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button busy={decide.busy} onClick={() => void say('refused')}>
          Send back
        </Button>
        <Button type="submit" kind="primary" busy={decide.busy} offBecause={offBecause} keyCap="Ctrl Enter">
          Approve the correction
        </Button>
      </div>
    </Form>
  );
}

/** A correction that a second person must see: what, why, and their word. */
export function SecondReview({ caseId, asked, mayDecide, offBecause }: { caseId: string; asked: AskedReview; mayDecide: boolean; offBecause?: string }) {
  const state = asked.decided === null ? 'Waiting for a supervisor' : `${asked.decided.decision === 'approved' ? 'Approved' : 'Sent back'} by ${asked.decided.by}`;
  return (
    <Section title="Second review" aside={state} className="pb-2">
      <Proposal asked={asked} />
      {asked.decided?.reason && <p className="mt-1 font-medium">“{asked.decided.reason}”</p>}
      {asked.decided === null && mayDecide && <Decision caseId={caseId} asked={asked} offBecause={offBecause} />}
    </Section>
  );
}
