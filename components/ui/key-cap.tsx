import type { ReactNode } from 'react';

/** One key of the keyboard. */
export function KeyCap({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-2 border border-b-2 border-line-strong bg-surface px-1 font-sans text-[11.5px]/[16px] font-medium text-ink-2 group-data-[kind=primary]:border-on-accent/55 group-data-[kind=primary]:bg-transparent group-data-[kind=primary]:text-on-accent">
      {children}
    </kbd>
  );
}

/** Keys and what they do: `j k move`. */
export function KeyHint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-[5px] text-small whitespace-nowrap text-ink-2">
      {keys.map((key) => (
        <KeyCap key={key}>{key}</KeyCap>
      ))}
      {children}
    </span>
  );
}
