'use client';

import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import { useShell } from './shell-provider';

/** Looks like a box; opens the palette, where the text stays out of every address. */
export function FindBox() {
  const shell = useShell();
  return (
    <button type="button" aria-haspopup="dialog" onClick={() => shell?.setPaletteOpen(true)} className="input mr-1 flex w-[210px] items-center gap-[7px] whitespace-nowrap text-ink-3! wide:w-[268px]">
      <Icon name="search" className="size-3 text-ink" />
      <span className="flex-1 text-left">Find a case or a person</span>
      <KeyCap>/</KeyCap>
    </button>
  );
}
