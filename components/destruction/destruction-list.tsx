'use client';

import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/link';
import { DESTRUCTION_REFUSALS } from '@/lib/documents/retention/labels';
import type { DestructionView } from '@/lib/documents/retention/queries';
import { paths } from '@/lib/paths';

type Open = NonNullable<DestructionView['open']>;
type Line = Open['lines'][number];
const refusal = (reason: string | null) => (reason === 'step_up_needed' ? null : reason);

/** Keeps one paper back, with why. */
function Spare({ itemId, kind }: Pick<Line, 'itemId' | 'kind'>) {
  const { run, busy, reason, problems } = useCommand('document.spare');
  const form = useForm({ defaultValues: { reason: '' } });
  const words = () => 'Say why it is kept, in a sentence';
  return (
    <Disclosure summary="Keep it">
      <Form form={form} onSubmit={async (typed) => void (await run({ itemId, ...typed }))} problems={problems} words={words} label={`Keep: ${kind}`} className="grid gap-2">
        <TextField id={`why-${itemId}`} label="Why it is kept" {...form.register('reason')} problem={problemOf(form, 'reason', problems, words)} />
        <CommandNotice reason={reason} words={DESTRUCTION_REFUSALS} />
        <div>
          <Button type="submit" size="small" busy={busy}>
            Keep it
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}

function Row({ line, mayDecide }: { line: Line; mayDecide: boolean }) {
  return (
    <li className="grid gap-x-4 border-b px-4 py-2 sm:grid-cols-[minmax(0,1fr)_260px]">
      <div>
        <p className="font-medium">{line.kind}</p>
        <p className="text-ink-2">
          {line.cases.map((number, at) => (
            <span key={number}>
              {at > 0 && ', '}
              <TextLink href={paths.case(number)}>{`C-${number}`}</TextLink>
            </span>
          ))}
          {`. Received ${line.receivedOn}. ${line.rule}: kept until ${line.keptUntil}.`}
        </p>
      </div>
      {line.spared !== null ? <p>{line.spared}</p> : mayDecide && <Spare itemId={line.itemId} kind={line.kind} />}
    </li>
  );
}

/** The approval: the form's number, both factors, and no way back. */
function Approve({ open: { listId, lines } }: { open: Open }) {
  const { run, busy, reason, problems } = useCommand('document.approve_destruction');
  const form = useForm({ defaultValues: { formNumber: '' } });
  const words = () => 'Give the number of the signed form';
  const left = lines.filter(({ spared }) => spared === null).length;
  return (
    <Form form={form} onSubmit={async (typed) => void (await run({ listId, documents: left, ...typed }))} problems={problems} words={words} label="Approve the destruction" className="grid max-w-[560px] gap-3 px-4 py-3">
      <TextField label="Number of the records disposal form" hint="As on the form that the State Library signed, such as RC-108 26-041." {...form.register('formNumber')} problem={problemOf(form, 'formNumber', problems, words)} />
      <p className="text-ink-2">The files and everything made from them are destroyed and cannot be brought back. What each paper was, how it was judged and by whom stays.</p>
      <CommandNotice reason={refusal(reason)} words={DESTRUCTION_REFUSALS} />
      <div>
        <Button type="submit" kind="primary" busy={busy} offBecause={left === 0 && 'Everything on the list is kept.'}>
          {left === 1 ? 'Destroy 1 document' : `Destroy ${left} documents`}
        </Button>
      </div>
    </Form>
  );
}

export function DestructionList({ open, mayDecide }: { open: Open; mayDecide: boolean }) {
  return (
    <>
      <ul aria-label={`List ${open.number}`}>
        {open.lines.map((line) => (
          <Row key={line.itemId} line={line} mayDecide={mayDecide} />
        ))}
      </ul>
      {mayDecide && <Approve open={open} />}
    </>
  );
}
