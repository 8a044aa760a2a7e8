'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import type { AuditFilters } from '@/lib/audit-explorer/schema';
import type { Commands } from '@/lib/commands';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/platform/outcome';

type Made = Extract<Commands['audit.export']['outcome'], { ok: true }>['value'];

const problemWords = (problem: Problem): string => (problem.reason === 'reason_missing' ? 'Say what the file is for.' : 'This cannot be read.');
const REFUSED = {
  too_many: 'More than 20,000 entries: no one file holds so many. Choose fewer days and export each span.',
  nothing_there: 'There is nothing to export under these filters.',
  not_found: 'The case, person or colleague of these filters is no longer there.',
};
const FORMATS = [
  { value: 'csv', words: 'CSV', hint: 'Opens in a spreadsheet; a cell that looks like a formula stands in quotes' },
  { value: 'json', words: 'JSON', hint: 'For another program, one entry a line' },
];

/** The file and its checksum: the file is handed out once. */
function Ready({ made }: { made: Made }) {
  return (
    <div className="grid gap-3" role="status">
      <p>
        <b className="font-semibold">{made.entries === 1 ? '1 entry' : `${made.entries.toLocaleString('en-US')} entries`}</b> in {made.name}. The file can be downloaded once, within ten minutes.
      </p>
      <div>
        <p className="label">SHA-256</p>
        <p className="mb-1 break-all tabular-nums">{made.sha256}</p>
        <CopyButton text={made.sha256} what="checksum" />
      </div>
      <p className="flex flex-wrap gap-4">
        <a className="link" href={paths.auditExport(made.exportId, 'file')} download>
          Download the file
        </a>
        <a className="link" href={paths.auditExport(made.exportId, 'checksum')} download>
          Download its checksum
        </a>
      </p>
    </div>
  );
}

function Ask({ filters, onMade }: { filters: AuditFilters; onMade: (made: Made) => void }) {
  const exporting = useCommand('audit.export');
  const form = useForm<{ format: 'csv' | 'json'; reason: string }>({ defaultValues: { format: 'csv', reason: '' } });
  const submit = async (values: { format: 'csv' | 'json'; reason: string }) => {
    const outcome = await exporting.run({ filters, ...values });
    if (outcome.ok) onMade(outcome.value);
  };
  return (
    <Form form={form} onSubmit={submit} problems={exporting.problems} words={problemWords} label="Export these entries" className="grid gap-3">
      <p className="text-ink-2">Everything that these filters show, and not this page alone. That you export it, and why, is itself an entry.</p>
      <RadioGroup label="As" choices={FORMATS} {...form.register('format')} defaultValue="csv" />
      <TextArea label="What is it for?" rows={2} {...form.register('reason', { required: 'reason_missing' })} problem={problemOf(form, 'reason', exporting.problems, problemWords)} />
      <CommandNotice reason={exporting.reason} words={REFUSED} />
      <div>
        <Button type="submit" kind="primary" busy={exporting.busy}>
          Make the file
        </Button>
      </div>
    </Form>
  );
}

/** What stands under the filters, as a file with its checksum. */
export function ExportAudit({ filters }: { filters: AuditFilters }) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const turn = (to: boolean) => {
    setOpen(to);
    if (!to) setMade(null);
  };
  return (
    <>
      <Button onClick={() => turn(true)}>Export, with a reason</Button>
      <Dialog title="Export these entries" open={open} onOpenChange={turn}>
        {made === null ? <Ask filters={filters} onMade={setMade} /> : <Ready made={made} />}
      </Dialog>
    </>
  );
}
