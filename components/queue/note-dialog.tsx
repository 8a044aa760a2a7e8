'use client';

import { DraftBoard, DraftStatus } from '@/components/drafts/draft-board';
import { useDraftForm } from '@/components/drafts/use-draft-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import type { Row } from '@/components/tables/data-table';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { noteDraft, type NoteDraft } from '@/lib/cases/drafts';
import { caseDraft } from '@/lib/drafts/schema';

const PRISTINE: NoteDraft = { text: '', mentions: [] };

function NoteForm({ row, onDone }: { row: Row; onDone: () => void }) {
  const add = useCommand('case.note');
  const { form, forget } = useDraftForm({ key: caseDraft(row.id, 'note'), shape: noteDraft, pristine: PRISTINE });
  const submit = async ({ text }: { text: string }) => {
    const outcome = await add.run({ caseId: row.id, text });
    if (!outcome.ok) return;
    await forget();
    onDone();
  };
  return (
    <Form form={form} onSubmit={submit} label={`Note on ${row.name}`} className="grid gap-2">
      <CommandNotice reason={add.reason} />
      <TextArea label="Note for colleagues" rows={4} autoFocus {...form.register('text', { required: 'Write the note first' })} problem={form.formState.errors.text?.message} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button type="submit" kind="primary" busy={add.busy} keyCap="Ctrl Enter">
          Save note
        </Button>
        <span className="text-small text-ink-3">
          <DraftStatus />
        </span>
      </div>
    </Form>
  );
}

/** A word on the row where the keyboard stands, without opening its case. */
export function NoteDialog({ row, onClose }: { row: Row | null; onClose: () => void }) {
  return (
    <Dialog title={`Note on ${row?.name ?? 'a case'}`} open={row !== null} onOpenChange={onClose}>
      {row !== null && (
        <DraftBoard since={null}>
          <NoteForm row={row} onDone={onClose} />
        </DraftBoard>
      )}
    </Dialog>
  );
}
