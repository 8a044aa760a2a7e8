'use client';

import { useRouter } from 'next/navigation';
import { CommandPalette, type PaletteItem } from '@/components/shell/palette';
import { useKeys } from '@/components/ui/keys';
import { paths } from '@/lib/paths';

/** `C-2041`, `c2041` or `2041`. */
function openNumber(typed: string): PaletteItem | null {
  const number = /^c?-?(\d{4,7})$/i.exec(typed)?.[1];
  return number === undefined ? null : { id: 'case', words: `Open case C-${number}`, href: paths.case(Number(number)) };
}

/** The palette of the desk: its pages and a case by its number. */
export function DeskPalette({ items }: { items: readonly PaletteItem[] }) {
  const router = useRouter();
  useKeys([{ keys: 'g q', words: 'Queue', group: 'Everywhere', run: () => router.push(paths.queue()) }]);
  return <CommandPalette items={items} openNumber={openNumber} />;
}
