'use client';

import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import type { Row } from '@/components/tables/data-table';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

function NoteForm({ row, onDone }: { row: Row; onDone: () => void }) {
  const add = useCommand('case.note');
  const form = useForm({ defaultValues: { text: '' } });
  const submit = async ({ text }: { text: string }) => {
    const outcome = await add.run({ caseId: row.id, text });
    if (outcome.ok) onDone();
  };
  return (
    <Form form={form} onSubmit={submit} label={`Note on ${row.name}`} className="grid gap-2">
      <CommandNotice reason={add.reason} />
      <TextArea label="Note for colleagues" rows={4} autoFocus {...form.register('text', { required: 'Write the note first' })} problem={form.formState.errors.text?.message} />
      <div>
        <Button type="submit" kind="primary" busy={add.busy} keyCap="Ctrl Enter">
          Save note
        </Button>
      </div>
    </Form>
  );
}

/** A word on the row where the keyboard stands, without opening its case. */
export function NoteDialog({ row, onClose }: { row: Row | null; onClose: () => void }) {
  return (
    <Dialog title={`Note on ${row?.name ?? 'a case'}`} open={row !== null} onOpenChange={onClose}>
      {row !== null && <NoteForm row={row} onDone={onClose} />}
    </Dialog>
  );
}
