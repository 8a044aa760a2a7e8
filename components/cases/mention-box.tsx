'use client';

import { useId, useState, type ComponentProps, type KeyboardEvent } from 'react';
import { classes } from '@/components/ui/classes';
import { TextArea } from '@/components/forms/text-area';
import type { Colleague } from '@/lib/cases/queries/mentions';
import { mentionAt, namesLike, withMention } from './mention-text';

type Props = Omit<ComponentProps<typeof TextArea>, 'value' | 'onChange'> & { value: string; colleagues: readonly Colleague[]; onText: (text: string) => void; onMention: (who: Colleague) => void };

/** A box of words in which `@` calls a colleague: arrows choose, Enter or Tab takes, Esc leaves it. */
export function MentionBox({ value, colleagues, onText, onMention, ...box }: Props) {
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [marked, setMarked] = useState(0);
  const begun = caret === null ? null : mentionAt(value, caret);
  const found = begun === null ? [] : namesLike(colleagues, begun.typed);
  const at = Math.min(marked, found.length - 1);
  const take = (who: Colleague) => {
    if (begun === null) return;
    onText(withMention(value, begun, who.name));
    onMention(who);
    setCaret(null);
  };
  const keys = (event: KeyboardEvent) => {
    const who = found[at];
    if (who === undefined || event.ctrlKey || event.metaKey) return;
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (move === 0 && !['Enter', 'Tab', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    if (move !== 0) setMarked((at + move + found.length) % found.length);
    else if (event.key === 'Escape') setCaret(null);
    else take(who);
  };
  return (
    <div className="relative">
      <TextArea
        {...box}
        value={value}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
        onKeyDown={keys}
        onChange={({ target }) => {
          onText(target.value);
          setCaret(target.selectionStart);
          setMarked(0);
        }}
      />
      {found.length > 0 && (
        <ul id={listId} role="listbox" aria-label="Colleagues" className="absolute z-10 max-h-48 w-64 overflow-auto rounded-2 border border-ctl-line bg-surface py-1 shadow-open">
          {found.map((who, place) => (
            <li key={who.id} id={`${listId}-${place}`} role="option" aria-selected={place === at} onMouseDown={(event) => (event.preventDefault(), take(who))} className={classes('min-h-6 cursor-default px-2.5 py-1', place === at && 'bg-accent-tint shadow-[inset_3px_0_var(--accent)]')}>
              {who.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
