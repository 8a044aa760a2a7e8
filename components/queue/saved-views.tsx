'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Dialog } from '@/components/ui/dialog';
import { TextLink } from '@/components/ui/link';
import type { SavedView } from '@/lib/cases/queries/saved-views';
import type { Problem } from '@/lib/platform/outcome';

const refusals = { not_yours: 'Only its owner or a supervisor may change this view.' };
const NAME_WORDS: Readonly<Record<string, string>> = { name_taken: 'You have a view of this name already', too_many_views: 'You have 50 views: remove one first', missing: 'Give the view a name' };
const nameWords = ({ reason }: Problem): string => NAME_WORDS[reason] ?? 'Use at most 60 plain characters';

/** Share, stop sharing, remove: for the view that is open. */
function ViewActions({ view, supervisor }: { view: SavedView; supervisor: boolean }) {
  const share = useCommand('view.share');
  const remove = useCommand('view.remove');
  return (
    <div className="flex flex-wrap gap-x-2 px-3">
      {view.own && (
        <Button kind="text" size="small" busy={share.busy} onClick={() => void share.run({ viewId: view.id, shared: !view.shared })}>
          {view.shared ? 'Stop sharing' : 'Share'}
        </Button>
      )}
      {(view.own || (supervisor && view.shared)) && (
        <Button kind="text" size="small" busy={remove.busy} onClick={() => void remove.run({ viewId: view.id })}>
          Remove
        </Button>
      )}
      <CommandNotice reason={share.reason ?? remove.reason} words={refusals} />
    </div>
  );
}

type Props = { saved: readonly SavedView[]; current: string; supervisor: boolean; hrefOf: (query: string) => string };

/** Views under a name: one's own and those that colleagues share. */
export function SavedViews({ saved, current, supervisor, hrefOf }: Props) {
  return (
    <nav aria-label="Saved views" className="border-t py-1.5">
      <h2 className="mb-1 px-4 text-small font-medium text-ink-3">Saved views</h2>
      <ul>
        {saved.map((view) => {
          const here = view.query === current;
          return (
            <li key={view.id}>
              <TextLink bare href={hrefOf(view.query)} aria-current={here ? 'page' : undefined} title={view.name} className={classes('flex h-6 items-center gap-2 px-4 text-ink-2 hover:bg-surface-3 focus-visible:-outline-offset-2', here && 'bg-accent-tint font-semibold text-ink shadow-[inset_3px_0_var(--accent)]')}>
                <span className="min-w-0 flex-1 truncate">{view.name}</span>
                {view.shared && <span className="flex-none text-small font-normal text-ink-3">{view.own ? 'shared' : view.owner.split(' ')[0]}</span>}
              </TextLink>
              {here && <ViewActions view={view} supervisor={supervisor} />}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Keeps filters, order and columns of this page under a name. */
export function SaveView({ query }: { query: string }) {
  const [open, setOpen] = useState(false);
  const save = useCommand('view.save');
  const form = useForm({ defaultValues: { name: '' } });
  const submit = async ({ name }: { name: string }) => {
    const outcome = await save.run({ name, query });
    if (!outcome.ok) return;
    form.reset();
    setOpen(false);
  };
  return (
    <>
      <Button kind="text" size="small" onClick={() => setOpen(true)}>
        Save view
      </Button>
      <Dialog title="Save this view" open={open} onOpenChange={setOpen}>
        <Form form={form} onSubmit={submit} problems={save.problems} words={nameWords} label="Save this view" className="grid gap-3">
          <TextField label="Name of the view" hint="Say what it shows, never whom." maxLength={60} autoFocus {...form.register('name', { required: 'Give the view a name' })} problem={problemOf(form, 'name', save.problems, nameWords)} />
          <CommandNotice reason={save.reason === 'invalid' ? null : save.reason} />
          <div>
            <Button type="submit" kind="primary" busy={save.busy}>
              Save view
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
