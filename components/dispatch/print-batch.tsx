'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/forms/checkbox';
import { CommandNotice } from '@/components/forms/command-notice';
import { Fieldset } from '@/components/forms/fieldset';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';

export type BatchEnvelope = { id: string; code: string; about: string; confirmed: boolean; stopped: string | null };
export type BatchView = { id: string; code: string; about: string; file: string; envelopes: readonly BatchEnvelope[] };

const refusals = {
  not_printed: 'Open the PDF and print it first. Nothing is confirmed that was never printed.',
  not_in_batch: 'One of these envelopes is no longer in the batch. Reload the page.',
  already_confirmed: 'These envelopes were confirmed before.',
  conflict: 'A colleague changed this batch or one of its cases. Reload the page.',
};

function Envelope({ envelope, chosen, onChange }: { envelope: BatchEnvelope; chosen: boolean; onChange: (on: boolean) => void }) {
  const { id, code, about, confirmed, stopped } = envelope;
  if (confirmed) {
    return (
      <p className="py-[3px]">
        <Status kind="done">Confirmed</Status> <span className="tabular-nums">{code}</span> <span className="text-ink-2">{about}</span>
      </p>
    );
  }
  return (
    <Checkbox
      name={`envelope-${id}`}
      checked={chosen}
      onChange={(event) => onChange(event.target.checked)}
      label={
        <>
          <b className="font-medium tabular-nums">{code}</b> <span className="text-ink-2">{about}</span>
          {stopped !== null && (
            <>
              {' '}
              <Status kind="blocked">{stopped}. Take it back on its case.</Status>
            </>
          )}
        </>
      }
    />
  );
}

/** A batch: its file, and each envelope to confirm once its pages are counted and its name shows in the window. */
export function PrintBatch({ batch, mayPrint }: { batch: BatchView; mayPrint: boolean }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const confirm = useCommand('dispatch.confirm_printed');
  const ids = batch.envelopes.filter(({ id, confirmed }) => !confirmed && chosen.has(id)).map(({ id }) => id);
  const choose = (id: string, on: boolean) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  const open = batch.envelopes.filter(({ confirmed }) => !confirmed);
  const press = async () => {
    const outcome = await confirm.run({ batchId: batch.id, dispatchIds: ids });
    if (outcome.ok) setChosen(new Set());
  };
  return (
    <section aria-label={`Batch ${batch.code}`} className="border-t px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="text-section font-semibold tabular-nums">{batch.code}</h3>
        <p className="text-ink-2">{batch.about}</p>
        {mayPrint && (
          <a href={batch.file} target="_blank" rel="noreferrer" className="link ml-auto">
            Open PDF<span className="sr-only"> of batch {batch.code} in a new tab</span>
          </a>
        )}
      </div>
      <CommandNotice reason={confirm.reason} words={refusals} />
      <Fieldset name={`batch-${batch.id}`} label="Tick each envelope that is sealed">
        {batch.envelopes.map((envelope) => (
          <Envelope key={envelope.id} envelope={envelope} chosen={chosen.has(envelope.id)} onChange={(on) => choose(envelope.id, on)} />
        ))}
      </Fieldset>
      {mayPrint && (
        <div className="mt-2 flex flex-wrap items-center gap-3">
          {open.length > 1 && (
            <Button size="small" onClick={() => setChosen(new Set(open.map(({ id }) => id)))}>
              Tick all {open.length}
            </Button>
          )}
          <Button busy={confirm.busy} busyWords="Confirming" offBecause={ids.length === 0 ? 'Tick at least one envelope.' : undefined} onClick={() => void press()}>
            Confirm printed
          </Button>
        </div>
      )}
    </section>
  );
}
