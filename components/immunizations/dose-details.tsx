'use client';

import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Facts } from '@/components/ui/facts';
import { SOURCE_WORDS } from '@/lib/immunizations/labels';
import type { DoseOnRecord } from '@/lib/immunizations/queries';
import { SOURCES } from '@/lib/immunizations/schema';
import { staffDate } from '@/lib/platform/dates';
import { doseRefusalWords } from './refusal-words';

const sourceWords = (code: string): string => {
  const known = SOURCES.find((source) => source === code);
  return known === undefined ? code : SOURCE_WORDS[known];
};

const factsOf = (dose: DoseOnRecord) => [
  { term: 'Vaccine', value: `${dose.vaccine}, CVX ${dose.cvx}` },
  { term: 'Given', value: `${staffDate(dose.givenOn)}${dose.age === null ? '' : `, at ${dose.age}`}` },
  { term: 'Lot', value: dose.lot ?? 'Not given' },
  { term: 'Given by', value: dose.organization ?? 'Not named' },
  { term: 'Source', value: sourceWords(dose.source) },
  ...(dose.readFrom === null ? [] : [{ term: 'Read from', value: dose.readFrom }]),
  ...(dose.voided === null ? [] : [{ term: 'Voided', value: `${dose.voided.on} by ${dose.voided.by}: ${dose.voided.reason}` }]),
];

type Props = { caseId: string; dose: DoseOnRecord; supervises: boolean; offBecause: string | undefined; onClose: () => void };

function VoidForm({ caseId, dose, supervises, offBecause, onClose }: Props) {
  const strike = useCommand('dose.void');
  const form = useForm({ defaultValues: { reason: '' } });
  const save = async ({ reason }: { reason: string }) => {
    const outcome = await strike.run({ caseId, doseId: dose.doseId, version: dose.version, reason });
    if (outcome.ok) onClose();
  };
  const providers = dose.source === '00' && !supervises ? 'Reported by its provider: ask them first, then a supervisor.' : undefined;
  return (
    <Form form={form} onSubmit={save} problems={strike.problems.filter(({ field }) => field === 'reason')} label="Void this dose" className="mt-3 grid gap-3">
      <TextArea label="Why does this dose not count?" rows={2} maxLength={500} {...form.register('reason', { validate: (text) => text.trim() !== '' || 'Say why, in a sentence' })} problem={problemOf(form, 'reason', strike.problems)} />
      <CommandNotice reason={strike.reason} words={doseRefusalWords} />
      <div className="flex justify-end">
        <Button type="submit" busy={strike.busy} offBecause={providers ?? offBecause}>Void this dose</Button>
      </div>
    </Form>
  );
}

/** One dose on record: where it comes from, and striking it. */
export function DoseDetails(props: Props) {
  const { dose, onClose } = props;
  return (
    <Dialog title={`${dose.vaccine}, ${staffDate(dose.givenOn)}`} open onOpenChange={(open) => !open && onClose()}>
      <Facts facts={factsOf(dose)} compact />
      {dose.voided === null && <VoidForm {...props} />}
    </Dialog>
  );
}
