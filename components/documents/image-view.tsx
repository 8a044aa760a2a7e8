'use client';

import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { useKeys } from '@/components/ui/keys';

type Look = { zoom: number; turn: number; brightness: number; contrast: number };
const FIT: Look = { zoom: 1, turn: 0, brightness: 100, contrast: 100 };
const STEPS = [1, 1.25, 1.5, 2, 3, 4];

const nextZoom = (zoom: number, by: 1 | -1): number => {
  const at = STEPS.findIndex((step) => step >= zoom);
  return STEPS[Math.min(STEPS.length - 1, Math.max(0, at + by))] ?? 1;
};

/** The content policy refuses style attributes: what the reviewer dials is set through the object model. */
function useLook(look: Look) {
  const image = useRef<HTMLImageElement>(null);
  useLayoutEffect(() => {
    const style = image.current?.style;
    if (style === undefined) return;
    style.transform = `scale(${look.zoom}) rotate(${look.turn}deg)`;
    style.filter = `brightness(${look.brightness}%) contrast(${look.contrast}%)`;
    style.transformOrigin = look.zoom > 1 ? 'top left' : 'center';
  }, [look]);
  return image;
}

function Dial({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <label className="flex items-center gap-1.5 text-small text-ink-2">
      {label}
      <input type="range" min={50} max={200} step={10} value={value} onChange={(event) => onChange(Number(event.target.value))} className="w-8 accent-accent-fill" />
    </label>
  );
}

export type ViewedPage = { src: string; alt: string; width: number; height: number };

/** How each document was left, as long as the page lives: a step later it stands as it stood. Nothing of it is kept in the browser's storage. */
const left = new Map<string, { at: number; look: Look }>();

/** Where one stands in a document; remembered when another is looked at in between. */
function usePlace(documentId: string) {
  const [place, setPlace] = useState(() => left.get(documentId) ?? { at: 0, look: FIT });
  const move = (change: (before: { at: number; look: Look }) => { at: number; look: Look }) =>
    setPlace((before) => {
      const next = change(before);
      left.set(documentId, next);
      return next;
    });
  return [place, move] as const;
}

function Tool({ label, active = false, children, onClick }: { label: string; active?: boolean; children: ReactNode; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} aria-pressed={active || undefined} onClick={onClick} className={classes('inline-flex min-h-6 min-w-6 items-center justify-center border-l border-line-strong px-[7px] text-small font-medium first:border-l-0', active ? 'bg-ink text-surface' : 'bg-surface text-ink hover:bg-surface-3')}>
      {children}
    </button>
  );
}
const GROUP = 'inline-flex flex-none overflow-hidden rounded-2 border border-ctl-line has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus';

/** One document, page by page: fit, zoom, turn, brightness and contrast, all by keyboard. `windowHref`: where it stands alone. */
export function ImageView({ documentId, title, pages, windowHref }: { documentId: string; title: string; pages: readonly [ViewedPage, ...ViewedPage[]]; windowHref?: string }) {
  const [{ at, look }, move] = usePlace(documentId);
  const image = useLook(look);
  const page = pages[at] ?? pages[0];
  const change = (part: Partial<Look>) => move((before) => ({ ...before, look: { ...before.look, ...part } }));
  const turnPage = (by: 1 | -1) => move((before) => ({ ...before, at: Math.min(pages.length - 1, Math.max(0, before.at + by)) }));
  const zoom = (by: 1 | -1) => move((before) => ({ ...before, look: { ...before.look, zoom: nextZoom(before.look.zoom, by) } }));
  const rotate = () => move((before) => ({ ...before, look: { ...before.look, turn: (before.look.turn + 90) % 360 } }));
  const fit = () => move((before) => ({ ...before, look: FIT }));
  const popOut = () => windowHref !== undefined && void window.open(windowHref, 'record-desk-paper', 'popup,width=1100,height=1000,noopener');
  useKeys([
    { keys: '+', words: 'Larger', group: 'Document', run: () => zoom(1) },
    { keys: '-', words: 'Smaller', group: 'Document', run: () => zoom(-1) },
    { keys: '0', words: 'Fit', group: 'Document', run: fit },
    { keys: 'r', words: 'Rotate', group: 'Document', run: rotate },
    { keys: '[', words: 'Page before', group: 'Document', run: () => turnPage(-1) },
    { keys: ']', words: 'Next page', group: 'Document', run: () => turnPage(1) },
    ...(windowHref === undefined ? [] : [{ keys: 'o', words: 'Open in a second window', group: 'Document', run: popOut }]),
  ]);
  return (
    <>
      {/* One line at 600 pixels and more; in a narrow pane what dials the look stands in a second. */}
      <div className="@container flex-none border-b border-line-strong bg-surface">
        <div className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1 @min-[600px]:flex-nowrap">
          <div className="flex min-w-0 flex-1 basis-auto items-center gap-2 @max-[599px]:w-full">
            <h2 className="min-w-0 truncate font-semibold" title={title}>{title}</h2>
            {pages.length > 1 && (
              <>
                <span className="whitespace-nowrap text-ink-2">
                  {at + 1} of {pages.length}
                </span>
                <span className={GROUP}>
                  <Tool label="Page before" onClick={() => turnPage(-1)}>[</Tool>
                  <Tool label="Next page" onClick={() => turnPage(1)}>]</Tool>
                </span>
              </>
            )}
            <span className="flex-1" />
            <span className={GROUP}>
              <Tool label="Smaller" onClick={() => zoom(-1)}>−</Tool>
              <span aria-live="polite" className="inline-flex w-11 items-center justify-center border-l border-line-strong text-small">{Math.round(look.zoom * 100)}%</span>
              <Tool label="Larger" onClick={() => zoom(1)}>+</Tool>
              <Tool label="Fit" active={look === FIT} onClick={fit}>Fit</Tool>
            </span>
          </div>
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1 @max-[599px]:w-full @max-[599px]:justify-between @min-[600px]:flex-nowrap">
            <Button size="small" onClick={rotate}>Rotate</Button>
            <Dial label="Brightness" value={look.brightness} onChange={(brightness) => change({ brightness })} />
            <Dial label="Contrast" value={look.contrast} onChange={(contrast) => change({ contrast })} />
            {windowHref !== undefined && <Button size="small" onClick={popOut}>Pop out</Button>}
          </div>
        </div>
      </div>
      <div tabIndex={0} role="region" aria-label={`${title}, image`} className="grid min-h-0 flex-1 place-items-center overflow-auto p-4">
        {/* Plain img: the framework's image optimizer must never see a document. */}
        <img ref={image} src={page.src} alt={page.alt} width={page.width} height={page.height} className="max-h-full w-auto max-w-full object-contain" />
      </div>
    </>
  );
}
