'use client';

import type { ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useFirstFocus } from '@/components/cases/first-focus';
import { Foot } from '@/components/cases/foot';
import { MendLink } from '@/components/cases/mend-link';
import { useSaveKey } from '@/components/cases/save-key';
import { useDraft } from '@/components/drafts/use-draft';
import { Checkbox } from '@/components/forms/checkbox';
import { CommandNotice } from '@/components/forms/command-notice';
import { Fieldset } from '@/components/forms/fieldset';
import { Form, problemOf } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import type { SendDraft } from '@/lib/cases/drafts';
import { firstAddress, type AddressChoice } from '@/lib/cases/mail-addresses';
import type { SendView } from '@/lib/cases/queries/send';
import { RECORD_WORDS, recordsWords } from '@/lib/dispatch/labels';
import type { Draft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import type { RecordKind } from '@/lib/policies/evidence';
import { Refusals } from './cited-rule';
import { atFields, problemWords, refusalWords, SOURCE_WORDS } from './send-words';

const HINTS: Readonly<Record<AddressChoice['source'], string>> = { accepted_id: 'On the accepted ID', on_record: 'On record', submitted: 'As submitted: asks a second person' };

const sentence = (recipient: string, { lines, source }: AddressChoice): string => `By mail to ${recipient}, ${lines.join(', ')}: ${SOURCE_WORDS[source]}`;

type Values = SendDraft;
const [FORM, SAVE] = ['send-form', 'send-save'] as const;
type Props = { send: SendView; draft?: Draft<SendDraft> | null; offBecause?: string; approving: boolean; onApprove: (releaseId: string) => Promise<unknown> };

function whyNot({ lacks }: SendView, records: readonly RecordKind[], chosen: AddressChoice | undefined): ReactNode {
  const [first] = lacks;
  if (first !== undefined) {
    return (
      <>
        First: <MendLink href={first.href}>{first.words}</MendLink>
      </>
    );
  }
  if (records.length === 0) return 'Choose a record first.';
  return chosen === undefined ? 'Choose an address first.' : undefined;
}

const firstWord = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** What goes and where; one press sends it, unless a second person has to look. */
export function PrepareCopy({ send, draft = null, offBecause, approving, onApprove }: Props) {
  const prepare = useCommand('release.prepare');
  const pristine: Values = { records: [...send.offered], address: firstAddress(send.addresses) };
  const form = useForm<Values>({ defaultValues: draft?.value ?? pristine });
  const kept = useDraft({ key: caseDraft(send.caseId, 'send'), value: useWatch({ control: form.control }) as Values, pristine, kept: draft });
  const [records, key] = useWatch({ control: form.control, name: ['records', 'address'] });
  const chosen = send.addresses.find((choice) => choice.key === key);
  const second = send.secondAsked ?? (chosen?.source === 'submitted' ? 'Nobody has proved this address' : null);
  const problems = atFields(prepare.problems);
  const off = offBecause ?? whyNot(send, records, chosen);
  useSaveKey(FORM, 'Send');
  useFirstFocus(off === undefined ? SAVE : null);
  const submit = async () => {
    if (chosen === undefined || off !== undefined) return;
    const { recipientName, caseId } = send;
    const outcome = await prepare.run({ caseId, records: [...records], channel: 'mail', recipientName, address: chosen.address, addressSource: chosen.source });
    if (outcome.ok) await kept.forget();
    if (outcome.ok && !outcome.value.needsSecond) await onApprove(outcome.value.releaseId);
  };
  return (
    <Section title="What goes, and where" className="pb-3">
      <Form id={FORM} form={form} onSubmit={submit} problems={problems} words={problemWords} label="Send" summaryTitle="Check these before sending" className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <Fieldset label="Records" name="records" hint="Only what was asked for." problem={problemOf(form, 'records', problems, problemWords)}>
          {send.offered.map((kind) => (
            <Checkbox key={kind} id={`record-${kind}`} label={RECORD_WORDS[kind]} value={kind} {...form.register('records')} />
          ))}
        </Fieldset>
        {send.delivery === 'fax' && <p className="text-ink-2">They asked for a fax. This step mails copies only: tell them that it comes by mail.</p>}
        {send.addresses.length === 0 ? (
          <p className="text-ink-2">No address is known: none on an accepted ID, none on record, none submitted.</p>
        ) : (
          <RadioGroup
            framed
            label="Address"
            choices={send.addresses.map((choice) => ({ value: choice.key, words: choice.lines.join(', '), hint: HINTS[choice.source], ...(choice.asked ? { aside: 'They asked for it here' } : {}) }))}
            {...form.register('address')}
            problem={problemOf(form, 'address', problems, problemWords)}
          />
        )}
        <Refusals problems={prepare.problems.filter((_, at) => problems[at]?.field === 'authority')} number={send.number} />
        {chosen !== undefined && <p className="font-medium">{sentence(send.recipientName, chosen)}</p>}
        {second !== null && <p className="text-ink-2">{second}: a second person approves it.</p>}
        <CommandNotice reason={prepare.reason} words={refusalWords} />
        <Foot>
          <Button id={SAVE} type="submit" form={FORM} kind="primary" busy={prepare.busy || approving} offBecause={off} keyCap="Ctrl Enter">
            {second === null && records.length > 0 ? `Approve: send ${firstWord(recordsWords(records))}` : 'Prepare the release'}
          </Button>
        </Foot>
      </Form>
    </Section>
  );
}
