'use client';

import type { ReactNode } from 'react';
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

export type MenuEntry = { id: string; words: string; aside?: string; href?: string; current?: boolean };

const TRIGGER =
  'inline-flex min-h-6 items-center gap-1.5 rounded-2 border border-line-strong bg-surface px-2 text-small font-medium whitespace-nowrap text-ink-2 hover:bg-surface-3 data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2 data-[focus-visible]:outline-focus';
const ENTRY =
  'flex min-h-[29px] cursor-default items-center justify-between gap-6 px-2.5 text-ink outline-none data-[focused]:bg-accent-tint data-[focused]:shadow-[inset_3px_0_var(--accent)]';

type Props = { words: ReactNode; entries: readonly MenuEntry[]; onChoose?: (id: string) => void; /** A shape before the words; the button then adds something and stands dashed. */ icon?: IconName; /** As tall as the buttons beside it. */ tall?: boolean };

/** A button that opens a list of actions or pages. */
export function Menu({ words, entries, onChoose, icon, tall = false }: Props) {
  return (
    <MenuTrigger>
      <Button className={classes(TRIGGER, icon && 'border-dashed border-ctl-line!', tall && 'min-h-ctl! border-ctl-line! px-2.5! text-dense! text-ink!')}>
        {icon && <Icon name={icon} className="size-[11px]" />}
        {words}
        {!icon && !tall && <Icon name="down" className="size-[9px]" />}
      </Button>
      <Popover offset={4} className="min-w-44 rounded-2 border border-ctl-line bg-surface shadow-open">
        <AriaMenu className="max-h-[60vh] overflow-auto py-1 outline-none" onAction={(id) => onChoose?.(String(id))}>
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} href={entry.href} textValue={entry.words} className={ENTRY}>
              <span className={classes('inline-flex items-center gap-2', entry.current && 'font-semibold')}>
                {entry.words}
                {entry.current && <Icon name="done" className="size-2.5" />}
              </span>
              {entry.aside && <span className="text-small text-ink-2">{entry.aside}</span>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
