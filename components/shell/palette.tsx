'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { classes } from '../ui/classes';
import { Dialog } from '../ui/dialog';
import { capsOf, useKeyRing, useKeys, type ListedKey } from '../ui/keys';
import { useShell } from './shell-provider';

/** Something the palette can open or do. `href` opens a page, `run` acts. */
export type PaletteItem = { id: string; words: string; aside?: string; href?: string; run?: () => void };

type Props = {
  /** Pages and actions, filtered by what is typed. */
  items: readonly PaletteItem[];
  /** The address of a case number such as `C-2041`, or null when the text is none. */
  openNumber?: (typed: string) => PaletteItem | null;
  /** Looks people and cases up by POST: what is typed never enters an address. */
  search?: (typed: string, signal: AbortSignal) => Promise<readonly PaletteItem[]>;
};

const PAUSE_MS = 250;
const GENERAL = 'Everywhere';

/** Answers of the search for the text that stands still. */
function useFound(search: Props['search'], typed: string): { found: readonly PaletteItem[]; asking: boolean } {
  const [answer, setAnswer] = useState<{ of: string; found: readonly PaletteItem[] }>({ of: '', found: [] });
  const text = typed.trim();
  const wanted = search !== undefined && text.length >= 2;
  useEffect(() => {
    if (!wanted || !search) return;
    const call = new AbortController();
    const settle = (found: readonly PaletteItem[]) => call.signal.aborted || setAnswer({ of: text, found });
    const timer = setTimeout(() => void search(text, call.signal).then(settle, () => settle([])), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      call.abort();
    };
  }, [search, text, wanted]);
  return { found: wanted && answer.of === text ? answer.found : [], asking: wanted && answer.of !== text };
}

function matching(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const words = typed.trim().toLowerCase().split(/\s+/);
  return items.filter((item) => words.every((word) => item.words.toLowerCase().includes(word)));
}

function Entry({ item, id, marked, onTake }: { item: PaletteItem; id: string; marked: boolean; onTake: () => void }) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={marked}
      onClick={onTake}
      className={classes('flex min-h-8 cursor-default items-center justify-between gap-3 px-4', marked && 'bg-accent-tint shadow-[inset_3px_0_var(--accent)]')}
    >
      <span className="min-w-0 truncate">{item.words}</span>
      {item.aside && <span className="text-small text-ink-2">{item.aside}</span>}
    </li>
  );
}

/** What the keys of this page do, for whoever does not know the key or has turned single letters off. */
const actionsOf = (listed: readonly ListedKey[]): PaletteItem[] =>
  listed.filter(({ group, keyOnly }) => group !== GENERAL && keyOnly !== true).map(({ keys, words, act }) => ({ id: `key ${keys} ${words}`, words, aside: capsOf(keys).join(' '), run: act }));

function PaletteBody({ items, openNumber, search, onClose }: Props & { onClose: () => void }) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const { found, asking } = useFound(search, typed);
  const actions = actionsOf(useKeyRing()?.listed ?? []);
  const byNumber = openNumber?.(typed.trim()) ?? null;
  const shown = [...(byNumber ? [byNumber] : []), ...matching([...items, ...actions], typed), ...found];
  const current = Math.min(at, shown.length - 1);

  const take = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    if (item.href) router.push(item.href);
    item.run?.();
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) return take(shown[current]);
    const next = (current + step + shown.length) % Math.max(1, shown.length);
    setAt(next);
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <div className="-mx-4 -my-3">
      <div className="px-4 py-3">
        <input
          autoFocus
          role="combobox"
          aria-label="Find a case, a person or a page"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={shown.length > 0 ? `${list}-${current}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={move}
          placeholder="Case number, name or page"
          className="input"
        />
      </div>
      <ul id={list} role="listbox" aria-label="Found" className="max-h-[50vh] overflow-auto border-t">
        {shown.map((item, place) => (
          <Entry key={item.id} item={item} id={`${list}-${place}`} marked={place === current} onTake={() => take(item)} />
        ))}
      </ul>
      <p role="status" className="border-t px-4 py-2 text-small text-ink-2">
        {asking ? 'Looking …' : shown.length === 0 ? 'Nothing found. Try the case number, or fewer letters.' : `${shown.length} found. Enter opens, arrows move.`}
      </p>
    </div>
  );
}

/** Ctrl+K, `/`: opens pages, a case by its number, and people. */
export function CommandPalette(props: Props) {
  const shell = useShell();
  const open = () => shell?.setPaletteOpen(true);
  useKeys([
    { keys: '$mod+k', words: 'All commands', group: GENERAL, run: open },
    { keys: '/', words: 'Find a case or a person', group: GENERAL, run: open },
  ]);
  if (!shell) return null;
  return (
    <Dialog title="Find" open={shell.paletteOpen} onOpenChange={shell.setPaletteOpen} wide>
      <PaletteBody {...props} onClose={() => shell.setPaletteOpen(false)} />
    </Dialog>
  );
}
