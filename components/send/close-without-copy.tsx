'use client';

import { useForm } from 'react-hook-form';
import { useFirstFocus } from '@/components/cases/first-focus';
import { Foot } from '@/components/cases/foot';
import { useSaveKey } from '@/components/cases/save-key';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form } from '@/components/forms/form';
import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import type { SendView } from '@/lib/cases/queries/send';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/platform/outcome';
import { refusalWords } from './send-words';

const [FORM, SAVE] = ['close-form', 'close-save'] as const;
const words = ({ reason }: Problem): string => CASE_PROBLEM_WORDS[reason] ?? reason;
const TITLE = 'No copy was asked for';
const AS = { fixed: 'Close as fixed', doses_added: 'Close as doses added' } as const;

const says = ({ endsAs, rehearsed }: SendView): string =>
  endsAs === 'doses_added' ? 'The doses are on the record. The case ends with them.' : rehearsed ? 'They use the portal, which is rehearsed once more when the case is closed as fixed.' : 'The record is what they asked about. Once it is right, the case ends.';

type Props = { send: SendView; offBecause?: string };

/** One press ends it: the door looks once more whether what the outcome claims is so. */
function CloseAs({ send, outcome, offBecause }: Props & { outcome: keyof typeof AS }) {
  const close = useCommand('case.close');
  const form = useForm();
  useSaveKey(FORM, AS[outcome]);
  useFirstFocus(offBecause === undefined ? SAVE : null);
  const unfound = close.problems.some(({ reason }) => reason === 'rehearsal_not_passed' || reason === 'corrections_unsaved');
  return (
    <Section title={TITLE} className="pb-3">
      <p className="mb-2 text-ink-2">Nothing is mailed. {says(send)}</p>
      <Form id={FORM} form={form} onSubmit={() => close.run({ caseId: send.caseId, outcome })} problems={close.problems.map((problem) => ({ ...problem, field: '' }))} words={words} summaryTitle="It cannot be closed yet" label={AS[outcome]} className="grid gap-3">
        {unfound && <TextLink href={paths.caseStep(send.number, 'correct')}>Go back to Correct</TextLink>}
        {close.problems.length === 0 && <CommandNotice reason={close.reason} words={refusalWords} />}
        <Foot>
          <Button id={SAVE} type="submit" form={FORM} kind="primary" busy={close.busy} offBecause={offBecause} keyCap="Ctrl Enter">
            {AS[outcome]}
          </Button>
        </Foot>
      </Form>
    </Section>
  );
}

/** Nothing is mailed: says so, and how the case ends instead. */
export function CloseWithoutCopy({ send, offBecause }: Props) {
  if (send.endsAs !== null) return <CloseAs send={send} outcome={send.endsAs} offBecause={offBecause} />;
  return (
    <Section title={TITLE} className="pb-3">
      <p className="text-ink-2">Nothing is mailed. Choose how the case ends: “Close” at the foot, or “Finish and next”, offers every outcome with what goes out.</p>
    </Section>
  );
}
