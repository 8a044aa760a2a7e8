'use client';

import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';

export type Note = { id: string; text: string; by: string; at: string };

/** What colleagues said about the case, newest first, and a box for one more. */
export function Notes({ caseId, notes }: { caseId: string; notes: readonly Note[] }) {
  const add = useCommand('case.note');
  const form = useForm({ defaultValues: { text: '' } });
  const submit = async ({ text }: { text: string }) => {
    const outcome = await add.run({ caseId, text });
    if (outcome.ok) form.reset();
  };
  useKeys([{ keys: 'm', words: 'Note', group: 'Case', run: (event) => (event.preventDefault(), form.setFocus('text')) }]);
  return (
    <>
      <Form form={form} onSubmit={submit} label="Note" className="grid gap-2">
        <CommandNotice reason={add.reason} />
        <TextArea label="Note for colleagues" rows={2} {...form.register('text', { required: 'Write the note first' })} problem={form.formState.errors.text?.message} />
        <div>
          <Button type="submit" busy={add.busy} keyCap="Ctrl Enter">
            Save note
          </Button>
        </div>
      </Form>
      <ul className="mt-3 divide-y border-t">
        {notes.map((note) => (
          <li key={note.id} className="py-2">
            <p className="text-body whitespace-pre-line">{note.text}</p>
            <p className="text-small text-ink-3">
              {note.by}, {note.at}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
