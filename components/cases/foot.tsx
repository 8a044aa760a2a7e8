'use client';

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { FieldLink } from './mend-link';

/** What the form on the screen still lacks, as it is being filled in. */
export type StepLack = { readonly words: string; readonly field: string };

type Foot = { readonly slot: HTMLElement | null; readonly setSlot: (slot: HTMLElement | null) => void; readonly lack: StepLack | null; readonly setLack: (lack: StepLack | null) => void };

const Shared = createContext<Foot | null>(null);

/** Ties the task of a step to the bar at the foot and to the rail: its buttons stand there, and what it still lacks is said there. */
export function FootProvider({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [lack, setLack] = useState<StepLack | null>(null);
  const foot = useMemo(() => ({ slot, setSlot, lack, setLack }), [slot, lack]);
  return <Shared.Provider value={foot}>{children}</Shared.Provider>;
}

/** Where the buttons of the task appear. */
export function FootSlot() {
  const foot = useContext(Shared);
  return <div ref={foot?.setSlot} className="contents" />;
}

/** Buttons of a task, in the bar at the foot; beside the task where there is no bar. A submit button names its form. */
export function Foot({ children }: { children: ReactNode }) {
  const foot = useContext(Shared);
  if (foot === null) return <div className="flex flex-wrap items-center justify-end gap-3 border-t pt-3">{children}</div>;
  return foot.slot === null ? null : createPortal(children, foot.slot);
}

/** Says in the rail what the form still lacks, as of this keystroke. */
export function useLack(words: string | undefined, field: string): void {
  const setLack = useContext(Shared)?.setLack;
  useEffect(() => {
    setLack?.(words === undefined ? null : { words, field });
    return () => setLack?.(null);
  }, [setLack, words, field]);
}

/** The rail's line of the present step: what the form lacks now, else what was known when the page was read. */
export function LiveNote({ children }: { children: ReactNode }) {
  const lack = useContext(Shared)?.lack ?? null;
  if (lack === null) return children;
  return (
    <>
      Missing: <FieldLink field={lack.field}>{lack.words}</FieldLink>
    </>
  );
}
