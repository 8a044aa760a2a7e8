'use client';

import { useForm } from 'react-hook-form';
import { Foot } from '@/components/cases/foot';
import { useSaveKey } from '@/components/cases/save-key';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form } from '@/components/forms/form';
import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/platform/outcome';
import { refusalWords } from './send-words';

const FORM = 'close-fixed-form';
const words = ({ reason }: Problem): string => CASE_PROBLEM_WORDS[reason] ?? reason;

/** Nothing is mailed: the case ends once the portal finds the person. */
export function CloseFixed({ caseId, number, offBecause }: { caseId: string; number: number; offBecause?: string }) {
  const close = useCommand('case.close');
  const form = useForm();
  useSaveKey(FORM, 'Close as fixed');
  const unfound = close.problems.some(({ reason }) => reason === 'rehearsal_not_passed' || reason === 'corrections_unsaved');
  return (
    <Section title="Nothing to mail" className="pb-3">
      <p className="mb-2 text-ink-2">They asked to use the portal. The portal is rehearsed once more when the case is closed as fixed.</p>
      <Form id={FORM} form={form} onSubmit={() => close.run({ caseId, outcome: 'fixed' })} problems={close.problems.map((problem) => ({ ...problem, field: '' }))} words={words} summaryTitle="It cannot be closed as fixed" label="Close as fixed" className="grid gap-3">
        {unfound && <TextLink href={paths.caseStep(number, 'correct')}>Go back to Correct</TextLink>}
        {close.problems.length === 0 && <CommandNotice reason={close.reason} words={refusalWords} />}
        <Foot>
          <Button type="submit" form={FORM} kind="primary" busy={close.busy} offBecause={offBecause} keyCap="Ctrl Enter">
            Close as fixed
          </Button>
        </Foot>
      </Form>
    </Section>
  );
}
