'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/forms/checkbox';
import { CommandNotice } from '@/components/forms/command-notice';
import { Fieldset } from '@/components/forms/fieldset';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Asking } from '@/lib/cases/queries/asking';
import type { DocumentKind } from '@/lib/documents/checklists';

const refusals: Readonly<Record<string, string>> = {
  not_claimed: 'You no longer have this case.',
  already_asked: 'Somebody asked already: reload to see how it stands.',
  nothing_to_ask: 'Nothing is returned and nothing is chosen: return a document or choose a paper first.',
  nobody_to_tell: 'There is no e-mail and no phone to send a link to. Call or write to them, and set the case to wait.',
  not_from_this_state: 'The case is waiting already: resume it first.',
  nothing_asked: 'The question is over: it was answered or taken back.',
};

/** What the message will say, in the requester's own language, and the one button that sends it and stops the clock. */
export function AskAgain({ caseId, asking: { language, returned, missing, to }, offBecause }: { caseId: string; asking: Asking; offBecause?: string }) {
  const { run, busy, reason } = useCommand('case.ask_documents');
  const [chosen, setChosen] = useState<readonly DocumentKind[]>(() => missing.map(({ kind }) => kind));
  const toggle = (kind: DocumentKind) => setChosen((all) => (all.includes(kind) ? all.filter((one) => one !== kind) : [...all, kind]));
  const nobody = to === null ? 'No e-mail and no phone is known: call or write to them.' : undefined;
  const nothing = returned.length + chosen.length === 0 ? 'Choose a paper, or return a document first.' : undefined;
  return (
    <div className="grid gap-3">
      {returned.length > 0 && (
        <ul lang={language} className="list-disc pl-5">
          {returned.map(({ kind, name, says }) => (
            <li key={kind}>
              <b className="font-medium">{name}.</b> {says.join(' ')}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <Fieldset label="Also ask for" name="missing">
          {missing.map(({ kind, words }) => (
            <Checkbox key={kind} id={`missing-${kind}`} name="missing" label={words} checked={chosen.includes(kind)} onChange={() => toggle(kind)} />
          ))}
        </Fieldset>
      )}
      <p className="text-ink-2">
        {`A message in ${language === 'es' ? 'Spanish' : 'English'} goes by ${to ?? 'nothing we know'}, with a link that works once, for 14 days. The clock stops until they answer.`}
      </p>
      <CommandNotice reason={reason} words={refusals} />
      <div>
        <Button onClick={() => void run({ caseId, missing: [...chosen] })} busy={busy} offBecause={offBecause ?? nobody ?? nothing}>
          Ask and wait
        </Button>
      </div>
    </div>
  );
}

/** A question that is open: when it was asked, what becomes of it, and the way back. */
export function Asked({ caseId, open, offBecause }: { caseId: string; open: NonNullable<Asking['open']>; offBecause?: string }) {
  const { run, busy, reason } = useCommand('case.withdraw_asking');
  return (
    <Notice kind={open.failed ? 'warn' : 'info'} title={`Asked by ${open.by}, ${open.at}: ${open.lines.map(({ name }) => name).join(', ')}`}>
      <p className="mb-2">
        {open.message} {open.next}
        {open.ends}
      </p>
      <CommandNotice reason={reason} words={refusals} />
      <Button onClick={() => void run({ caseId })} busy={busy} offBecause={offBecause}>
        Take the question back
      </Button>
    </Notice>
  );
}
