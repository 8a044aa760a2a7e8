'use client';

import type { ReactNode } from 'react';
import { Dialog } from '../ui/dialog';
import { KeyCap } from '../ui/key-cap';
import { capsOf, useKeyRing, useKeys } from '../ui/keys';
import { useShell } from './shell-provider';

const GENERAL = 'Everywhere';
const PAGE = 'This page';

/** `?`: every key that acts on this page, and the switch for single letters. */
export function KeySheet({ about }: { about?: ReactNode }) {
  const shell = useShell();
  const ring = useKeyRing();
  useKeys([{ keys: 'Shift+?', words: 'Show the keys', group: GENERAL, run: () => shell?.setSheetOpen(true) }]);
  if (!shell || !ring) return null;
  const groups = [...new Set(ring.listed.map((binding) => binding.group ?? PAGE))].sort((a) => (a === PAGE ? -1 : 0));
  return (
    <Dialog title="Keys" open={shell.sheetOpen} onOpenChange={shell.setSheetOpen} wide>
      {about}
      <label className="flex min-h-6 items-center gap-2">
        <input type="checkbox" checked={ring.singleKeys} onChange={(event) => ring.setSingleKeys(event.target.checked)} className="check" />
        Single letters act
      </label>
      <p className="text-small text-ink-2">Never while you type in a box. Turn them off if you speak to the computer or press keys by accident.</p>
      <div className="mt-3 gap-x-6 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 font-semibold">{group}</h3>
            <dl>
              {ring.listed.filter((binding) => (binding.group ?? PAGE) === group).map(({ keys, words }) => (
                <div key={`${keys} ${words}`} className="flex items-center justify-between gap-3 border-t py-1">
                  <dt className="text-ink-2">{words}</dt>
                  <dd className="flex gap-1">
                    {capsOf(keys).map((cap, at) => (
                      <KeyCap key={at}>{cap}</KeyCap>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
