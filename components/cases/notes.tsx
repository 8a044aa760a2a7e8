'use client';

import { useForm, useWatch } from 'react-hook-form';
import { useEffect } from 'react';
import { useDraft } from '@/components/drafts/use-draft';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form } from '@/components/forms/form';
import { post } from '@/components/forms/command-request';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import type { NoteDraft } from '@/lib/cases/drafts';
import type { Colleague } from '@/lib/cases/queries/mentions';
import type { Draft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import { MentionBox } from './mention-box';
import { stillNamed } from './mention-text';

export type Note = { id: string; text: string; by: string; at: string };

const PRISTINE: NoteDraft = { text: '', mentions: [] };

/** Brings the keyboard to the note, from wherever one is on the page. */
export const writeNote = (): void => document.getElementById('field-text')?.focus();

function NoteForm({ caseId, colleagues, draft }: { caseId: string; colleagues: readonly Colleague[]; draft: Draft<NoteDraft> | null }) {
  const add = useCommand('case.note');
  const form = useForm<NoteDraft>({ defaultValues: draft?.value ?? PRISTINE });
  const value = useWatch({ control: form.control }) as NoteDraft;
  const kept = useDraft({ key: caseDraft(caseId, 'note'), value, pristine: PRISTINE, kept: draft });
  const submit = async ({ text, mentions }: NoteDraft) => {
    const outcome = await add.run({ caseId, text, mentions: stillNamed(text, mentions).map(({ id }) => id) });
    if (!outcome.ok) return;
    form.reset(PRISTINE);
    await kept.forget();
  };
  const call = (who: Colleague) => form.setValue('mentions', [...form.getValues('mentions').filter(({ id }) => id !== who.id), who]);
  useKeys([{ keys: 'm', words: 'Note', group: 'Case', run: writeNote }]);
  const { ref, onBlur, name } = form.register('text', { validate: (text) => text.trim() !== '' || 'Write the note first' });
  return (
    <Form form={form} onSubmit={submit} label="Note" className="grid gap-2">
      <CommandNotice reason={add.reason} />
      <MentionBox label="Note for colleagues" hint="@ calls a colleague by name." rows={2} ref={ref} name={name} onBlur={onBlur} value={value.text} colleagues={colleagues} onText={(text) => form.setValue('text', text, { shouldValidate: form.formState.isSubmitted })} onMention={call} problem={form.formState.errors.text?.message} />
      <div>
        <Button type="submit" busy={add.busy} keyCap="Ctrl Enter">
          Save note
        </Button>
      </div>
    </Form>
  );
}

/** What calls me here is read now. */
function useSeen(caseId: string, unseen: boolean): void {
  useEffect(() => {
    if (unseen) void post('/api/commands/case.see_mentions', JSON.stringify({ caseId }), { key: crypto.randomUUID() });
  }, [caseId, unseen]);
}

export type NotesProps = { caseId: string; notes: readonly Note[]; colleagues: readonly Colleague[]; draft: Draft<NoteDraft> | null; /** A note here calls me and I had not seen it. */ unseen: boolean; mayWrite: boolean };

/** What colleagues said about the case, newest first, and a box for one more. */
export function Notes({ caseId, notes, colleagues, draft, unseen, mayWrite }: NotesProps) {
  useSeen(caseId, unseen);
  return (
    <>
      {mayWrite && <NoteForm caseId={caseId} colleagues={colleagues} draft={draft} />}
      {notes.length === 0 && !mayWrite && <p className="text-ink-2">Nobody left a note.</p>}
      <ul className="mt-3 divide-y border-t empty:hidden">
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
