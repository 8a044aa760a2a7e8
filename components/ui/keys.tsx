'use client';

import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { tinykeys } from 'tinykeys';

/** One shortcut: `j`, `g q`, `$mod+k`, `Shift+?`. Its words stand on the key sheet. */
export type KeyBinding = { keys: string; words: string; run: (event: KeyboardEvent) => void; /** Heading on the sheet. */ group?: string; /** Left out of the palette: it only makes sense at the keyboard. */ keyOnly?: true };

export type ListedKey = Pick<KeyBinding, 'keys' | 'words' | 'group' | 'keyOnly'> & { /** Does what the key does, as when chosen in the palette. */ act: () => void };

type KeyRing = {
  /** False: only presses with Ctrl, Alt or a named key act. */
  singleKeys: boolean;
  setSingleKeys: (on: boolean) => void;
  list: (bindings: readonly ListedKey[]) => () => void;
  /** Every key that is bound on the page now. */
  listed: readonly ListedKey[];
};

const Ring = createContext<KeyRing | null>(null);

/** Keeps which keys act on the page, and whether single letters do. */
export function KeysProvider({ singleKeys: initially = true, onSwitch, children }: { singleKeys?: boolean; onSwitch: (on: boolean) => void; children: ReactNode }) {
  const [singleKeys, setOn] = useState(initially);
  const [lists, setLists] = useState<readonly (readonly ListedKey[])[]>([]);
  const list = useCallback((bindings: readonly ListedKey[]) => {
    setLists((all) => [...all, bindings]);
    return () => setLists((all) => all.filter((one) => one !== bindings));
  }, []);
  const ring = useMemo(
    () => ({
      singleKeys,
      setSingleKeys: (on: boolean) => {
        setOn(on);
        onSwitch(on);
      },
      list,
      listed: lists.flat(),
    }),
    [singleKeys, onSwitch, list, lists],
  );
  return <Ring.Provider value={ring}>{children}</Ring.Provider>;
}

/** Null outside the staff frame, as on the public pages: there no key is bound. */
export const useKeyRing = (): KeyRing | null => useContext(Ring);

const WRITES = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range]), textarea, select, [contenteditable=true], [role=combobox], [role=listbox], [role=menu]';

/** A press that types nothing by itself may act anywhere; a bare letter may not (WCAG 2.1.4). */
const isBare = (keys: string): boolean => keys.split(' ').some((press) => !/(\$mod|Control|Meta|Alt)\+/.test(press) && !/^(Escape|Enter|F\d+|Arrow\w+|Home|End|PageUp|PageDown)$/.test(press));

/** A sign may come without Shift: from another keyboard, or from a program that types for somebody. */
const spellings = (keys: string): string[] => [keys, ...(/^Shift\+([^a-z0-9])$/i.exec(keys)?.slice(1) ?? [])];

function belongsElsewhere(event: KeyboardEvent, bare: boolean): boolean {
  const at = event.target instanceof Element ? event.target : null;
  if (bare && at?.closest(WRITES)) return true;
  const dialog = document.querySelector('[role=dialog], [role=alertdialog]');
  return dialog !== null && !dialog.contains(at);
}

/** Binds keys while the component is on the page and puts them on the key sheet. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const ring = useKeyRing();
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const list = ring?.list;
  const singleKeys = ring?.singleKeys ?? false;
  const shape = bindings.map(({ keys, words, group }) => `${keys}\t${words}\t${group ?? ''}`).join('\n');

  useEffect(() => {
    if (!list) return;
    const bound = latest.current;
    const press = (keys: string) => () => latest.current.find((one) => one.keys === keys)?.run(new KeyboardEvent('keydown'));
    const off = list(bound.map(({ keys, words, group, keyOnly }) => ({ keys, words, group, keyOnly, act: press(keys) })));
    const map = bound
      .filter(({ keys }) => singleKeys || !isBare(keys))
      .flatMap(({ keys }, at) => {
        const act = (event: KeyboardEvent): void => {
          const binding = latest.current.find((one) => one.keys === keys) ?? bound[at];
          if (event.isComposing || event.defaultPrevented || belongsElsewhere(event, isBare(keys))) return;
          event.preventDefault();
          binding?.run(event);
        };
        return spellings(keys).map((spelling): [string, typeof act] => [spelling, act]);
      });
    const unbind = tinykeys(window, Object.fromEntries(map));
    return () => {
      unbind();
      off();
    };
  }, [shape, singleKeys, list]);
}

const caps: Record<string, string> = { $mod: 'Ctrl', Control: 'Ctrl', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓' };

/** `$mod+k` → `Ctrl`, `k`; `g q` → `g`, `q`. */
export const capsOf = (keys: string): string[] =>
  keys.split(' ').flatMap((press) => {
    const parts = press.split(/\+(?=.)/);
    const last = parts.at(-1) ?? '';
    // `?` is typed with Shift; saying so would only confuse. Letters after Ctrl stand as on the key.
    const mods = parts.slice(0, -1).filter((part) => !(part === 'Shift' && /^[^a-z0-9]$/i.test(last)));
    return [...mods, mods.length > 0 && last.length === 1 ? last.toUpperCase() : last].map((cap) => caps[cap] ?? cap);
  });
