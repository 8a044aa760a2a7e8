'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
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
      <input type="range" min={50} max={200} step={10} value={value} onChange={(event) => onChange(Number(event.target.value))} className="w-14" />
    </label>
  );
}

export type ViewedPage = { src: string; alt: string; width: number; height: number };

/** One document, page by page: fit, zoom, turn, brightness and contrast, all by keyboard. */
export function ImageView({ title, pages }: { title: string; pages: readonly [ViewedPage, ...ViewedPage[]] }) {
  const [at, setAt] = useState(0);
  const [look, setLook] = useState(FIT);
  const image = useLook(look);
  const page = pages[at] ?? pages[0];
  const change = (part: Partial<Look>) => setLook((before) => ({ ...before, ...part }));
  const turnPage = (by: 1 | -1) => setAt((before) => Math.min(pages.length - 1, Math.max(0, before + by)));
  const zoom = (by: 1 | -1) => setLook((before) => ({ ...before, zoom: nextZoom(before.zoom, by) }));
  const rotate = () => setLook((before) => ({ ...before, turn: (before.turn + 90) % 360 }));
  useKeys([
    { keys: '+', words: 'Larger', group: 'Document', run: () => zoom(1) },
    { keys: '-', words: 'Smaller', group: 'Document', run: () => zoom(-1) },
    { keys: '0', words: 'Fit', group: 'Document', run: () => setLook(FIT) },
    { keys: 'r', words: 'Rotate', group: 'Document', run: rotate },
    { keys: '[', words: 'Page before', group: 'Document', run: () => turnPage(-1) },
    { keys: ']', words: 'Next page', group: 'Document', run: () => turnPage(1) },
  ]);
  return (
    <>
      <div className="flex min-h-10 flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line-strong bg-surface px-3 py-1">
        <h2 className="font-semibold">{title}</h2>
        <span className="text-ink-2">
          page {at + 1} of {pages.length}
        </span>
        <Button size="small" aria-label="Page before" onClick={() => turnPage(-1)}>[</Button>
        <Button size="small" aria-label="Next page" onClick={() => turnPage(1)}>]</Button>
        <span className="flex-1" />
        <Button size="small" aria-label="Smaller" onClick={() => zoom(-1)}>−</Button>
        <span aria-live="polite" className="w-10 text-center">{Math.round(look.zoom * 100)}%</span>
        <Button size="small" aria-label="Larger" onClick={() => zoom(1)}>+</Button>
        <Button size="small" onClick={() => setLook(FIT)}>Fit</Button>
        <Button size="small" onClick={rotate}>Rotate</Button>
        <Dial label="Brightness" value={look.brightness} onChange={(brightness) => change({ brightness })} />
        <Dial label="Contrast" value={look.contrast} onChange={(contrast) => change({ contrast })} />
      </div>
      <div tabIndex={0} role="region" aria-label={`${title}, image`} className="grid min-h-0 flex-1 place-items-center overflow-auto p-4">
        {/* Plain img: the framework's image optimizer must never see a document. */}
        <img ref={image} src={page.src} alt={page.alt} width={page.width} height={page.height} className="max-h-full w-auto max-w-full object-contain" />
      </div>
    </>
  );
}
