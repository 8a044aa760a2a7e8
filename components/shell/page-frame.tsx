import type { ReactNode } from 'react';
import { classes } from '../ui/classes';

type FrameProps = { /** Identity bar, under the top bar. */ bar?: ReactNode; /** Action bar, at the foot. */ foot?: ReactNode; children: ReactNode };

/** Between the top bar and the foot. Give it one `Pane` or a grid of them. */
export function PageFrame({ bar, foot, children }: FrameProps) {
  return (
    <>
      {bar}
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">{children}</div>
      {foot}
    </>
  );
}

/** The pane with the page's own content; the skip link leads here. */
export function MainPane({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <main id="main" tabIndex={-1} className={classes('relative min-w-0 flex-1 bg-surface focus-visible:outline-none desk:overflow-y-auto', className)}>
      {children}
    </main>
  );
}

/** A pane beside the main one. */
export function SidePane({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <aside aria-label={label} className={classes('relative border-line-strong bg-surface max-lg:border-t lg:border-l desk:overflow-y-auto', className)}>
      {children}
    </aside>
  );
}

/** Three panes at 1440: steps, document, task. At 1280 the steps are a row; below 1024 all stack. */
export function CasePanes({ rail, viewer, viewerLabel = 'Document', task }: { rail: ReactNode; viewer: ReactNode; viewerLabel?: string; task: ReactNode }) {
  return (
    <div className="grid min-h-0 flex-1 max-lg:grid-cols-1 lg:max-wide:grid-cols-[minmax(0,1fr)_var(--task)] lg:max-wide:grid-rows-[auto_minmax(0,1fr)] wide:grid-cols-[var(--rail)_minmax(0,1fr)_var(--task)] lg:max-wide:[&>:first-child]:col-span-2">
      {rail}
      <section aria-label={viewerLabel} className="flex min-h-0 min-w-0 flex-col bg-doc max-lg:min-h-[60vh] desk:overflow-hidden">
        {viewer}
      </section>
      <main id="main" tabIndex={-1} className="relative min-w-0 border-line-strong bg-surface focus-visible:outline-none max-lg:border-t lg:border-l desk:overflow-y-auto">
        {task}
      </main>
    </div>
  );
}

/** The same where the task is a grid: it has the wide pane, and the paper stands narrow beside it. */
export function GridPanes({ rail, viewer, viewerLabel = 'Document', task }: { rail: ReactNode; viewer: ReactNode; viewerLabel?: string; task: ReactNode }) {
  return (
    <div className="grid min-h-0 flex-1 max-lg:grid-cols-1 lg:max-wide:grid-cols-[minmax(0,1fr)_340px] lg:max-wide:grid-rows-[auto_minmax(0,1fr)] wide:grid-cols-[var(--rail)_minmax(0,1fr)_388px] lg:max-wide:[&>:first-child]:col-span-2">
      {rail}
      <main id="main" tabIndex={-1} className="relative min-w-0 bg-surface focus-visible:outline-none desk:overflow-y-auto">
        {task}
      </main>
      <section aria-label={viewerLabel} className="flex min-h-0 min-w-0 flex-col border-line-strong bg-doc max-lg:min-h-[60vh] max-lg:border-t lg:border-l desk:overflow-hidden">
        {viewer}
      </section>
    </div>
  );
}

/** The head of a page: its name, one sentence, and what can be done at the right. */
export function PageHead({ title, about, children }: { title: ReactNode; about?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex min-h-14 flex-none flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
      <h1 className="text-title font-semibold tracking-[-0.01em]">{title}</h1>
      {about && <p className="text-ink-2">{about}</p>}
      <div className="ml-auto flex flex-wrap items-center gap-3">{children}</div>
    </div>
  );
}

/** A part of a page under its heading. */
export function Section({ title, aside, children, className }: { title: ReactNode; aside?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section className={classes('px-4 pt-2.5', className)}>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <h2 className="text-section font-semibold">{title}</h2>
        {aside && <span className="text-small text-ink-3">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
