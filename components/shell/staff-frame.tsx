import type { ReactNode } from 'react';
import { SkipLink } from '../ui/skip-link';
import { KeySheet } from './key-sheet';
import { ShellProvider } from './shell-provider';

type Props = {
  /** The top bar. */
  top: ReactNode;
  /** The palette and the overlay of a locked screen. */
  overlays?: ReactNode;
  /** Stands above the keys of the page. */
  help?: ReactNode;
  /** Between the top bar and the page: a first-day tour. */
  strip?: ReactNode;
  singleKeys?: boolean;
  children: ReactNode;
};

/** The frame of every staff page: skip link, top bar, the page, and what lies over it. */
export function StaffFrame({ top, overlays, help, strip, singleKeys, children }: Props) {
  return (
    <ShellProvider singleKeys={singleKeys}>
      <div data-frame className="flex min-h-dvh flex-col desk:h-dvh desk:overflow-hidden">
        <SkipLink />
        {top}
        {strip}
        {children}
      </div>
      <KeySheet about={help} />
      {overlays}
    </ShellProvider>
  );
}
