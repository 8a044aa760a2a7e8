'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { FIT, nextZoom, type View } from './view';

function Dial({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <label className="flex items-center gap-1.5 text-small text-ink-2">
      {label}
      <input type="range" min={50} max={200} step={10} value={value} onChange={(event) => onChange(Number(event.target.value))} className="w-8 accent-accent-fill" />
    </label>
  );
}

function Tool({ label, active = false, children, onClick }: { label: string; active?: boolean; children: ReactNode; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} aria-pressed={active || undefined} onClick={onClick} className={classes('inline-flex min-h-6 min-w-6 items-center justify-center border-l border-line-strong px-[7px] text-small font-medium first:border-l-0', active ? 'bg-ink text-surface' : 'bg-surface text-ink hover:bg-surface-3')}>
      {children}
    </button>
  );
}
const GROUP = 'inline-flex flex-none overflow-hidden rounded-2 border border-ctl-line has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus';

/** Which page, of how many, and all of them small beside one another. */
function Pages({ at, count, strip, onTurn, onStrip }: { at: number; count: number; strip: boolean; onTurn: (by: 1 | -1) => void; onStrip: () => void }) {
  return (
    <>
      <span className="whitespace-nowrap text-ink-2" aria-live="polite">
        {at + 1} of {count}
      </span>
      <span className={GROUP}>
        <Tool label="Page before" onClick={() => onTurn(-1)}>[</Tool>
        <Tool label="Next page" onClick={() => onTurn(1)}>]</Tool>
        <Tool label="All pages" active={strip} onClick={onStrip}>All</Tool>
      </span>
    </>
  );
}

type Props = { title: string; view: View; count: number; strip: boolean; onChange: (part: Partial<View>) => void; onTurn: (by: 1 | -1) => void; onStrip: () => void; onPopOut: (() => void) | undefined; /** Undefined: nothing may be covered by this person. */ onCover: (() => void) | undefined };

/** One line at 600 pixels and more; in a narrow pane what dials the look stands in a second. */
export function ViewTools({ title, view, count, strip, onChange, onTurn, onStrip, onPopOut, onCover }: Props) {
  const { at, zoom, turn, brightness, contrast } = view;
  const fits = zoom === 1 && turn === 0 && brightness === 100 && contrast === 100;
  return (
    <div className="@container flex-none border-b border-line-strong bg-surface">
      <div className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1 @min-[600px]:flex-nowrap">
        <div className="flex min-w-0 flex-1 basis-auto items-center gap-2 @max-[599px]:w-full">
          <h2 className="min-w-0 truncate font-semibold" title={title}>{title}</h2>
          {count > 1 && <Pages at={at} count={count} strip={strip} onTurn={onTurn} onStrip={onStrip} />}
          <span className="flex-1" />
          <span className={GROUP}>
            <Tool label="Smaller" onClick={() => onChange({ zoom: nextZoom(zoom, -1) })}>−</Tool>
            <span aria-live="polite" className="inline-flex w-11 items-center justify-center border-l border-line-strong text-small">{Math.round(zoom * 100)}%</span>
            <Tool label="Larger" onClick={() => onChange({ zoom: nextZoom(zoom, 1) })}>+</Tool>
            <Tool label="Fit" active={fits} onClick={() => onChange({ ...FIT, at })}>Fit</Tool>
          </span>
        </div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 @max-[599px]:w-full @max-[599px]:justify-between @min-[600px]:flex-nowrap">
          <Button size="small" onClick={() => onChange({ turn: (turn + 90) % 360 })}>Rotate</Button>
          <Dial label="Brightness" value={brightness} onChange={(value) => onChange({ brightness: value })} />
          <Dial label="Contrast" value={contrast} onChange={(value) => onChange({ contrast: value })} />
          {onCover !== undefined && <Button size="small" onClick={onCover}>Cover</Button>}
          {onPopOut !== undefined && <Button size="small" onClick={onPopOut}>Pop out</Button>}
        </div>
      </div>
    </div>
  );
}
