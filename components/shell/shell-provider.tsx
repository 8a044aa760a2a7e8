'use client';

import { useRouter } from 'next/navigation';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';
import { KeysProvider } from '../ui/keys';
import { remember, SINGLE_KEYS_COOKIE } from './preferences';

type Shell = { paletteOpen: boolean; setPaletteOpen: (open: boolean) => void; sheetOpen: boolean; setSheetOpen: (open: boolean) => void };

const Shared = createContext<Shell | null>(null);

const rememberKeys = (on: boolean) => remember(SINGLE_KEYS_COOKIE, on ? 'on' : 'off');

/** What the frame of the desk shares: the palette, the key sheet, the keys, and links of menus within the desk. */
export function ShellProvider({ singleKeys, children }: { singleKeys?: boolean; children: ReactNode }) {
  const router = useRouter();
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [sheetOpen, setSheetOpen] = useState(false);
  const shared = useMemo(() => ({ paletteOpen, setPaletteOpen, sheetOpen, setSheetOpen }), [paletteOpen, sheetOpen]);
  return (
    <RouterProvider navigate={router.push}>
      <KeysProvider singleKeys={singleKeys} onSwitch={rememberKeys}>
        <Shared.Provider value={shared}>{children}</Shared.Provider>
      </KeysProvider>
    </RouterProvider>
  );
}

export const useShell = (): Shell | null => useContext(Shared);
