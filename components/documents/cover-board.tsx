'use client';

import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { SelectField } from '@/components/forms/select-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { COVERED_WORDS, VIEWING_REFUSAL_WORDS } from '@/lib/documents/viewing/labels';
import { MIDDLE, nudged, regionBetween } from '@/lib/documents/viewing/rules';
import { COVERED, WHOLE, type Covered, type Region } from '@/lib/documents/viewing/schema';
import type { ViewedPage } from './page-image';

/** A place of the pointer in ten-thousandths of the page; the image stands in the middle of its box, as large as it fits. */
function placeOf({ nativeEvent, currentTarget }: PointerEvent<HTMLElement>, { width, height }: ViewedPage) {
  const scale = Math.min(currentTarget.clientWidth / width, currentTarget.clientHeight / height);
  const [left, top] = [(currentTarget.clientWidth - width * scale) / 2, (currentTarget.clientHeight - height * scale) / 2];
  return { x: ((nativeEvent.offsetX - left) / (width * scale)) * WHOLE, y: ((nativeEvent.offsetY - top) / (height * scale)) * WHOLE };
}

/** Stable, so that it runs when the board comes and not at each stroke. */
const focusNow = (board: HTMLElement | null): void => board?.focus();

type BoardProps = { page: ViewedPage; region: Region; onChange: (region: Region) => void; onKeep: () => void };

/** Lies over the page: drawn with the pointer, or moved and sized with the arrow keys. */
export function CoverBoard({ page, region, onChange, onKeep }: BoardProps) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const draw = (event: PointerEvent<HTMLElement>) => {
    const drawn = from.current === null ? null : regionBetween(from.current, placeOf(event, page));
    if (drawn !== null) onChange(drawn);
  };
  const press = (event: KeyboardEvent) => {
    const moved = nudged(region, event.key, event.shiftKey);
    if (moved === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (moved === null) onKeep();
    else onChange(moved);
  };
  return (
    <div
      role="application"
      aria-label="Region to cover. Arrow keys move it, with Shift they size it, Enter covers it."
      tabIndex={0}
      ref={focusNow}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = placeOf(event, page);
      }}
      onPointerMove={draw}
      onPointerUp={(event) => {
        draw(event);
        from.current = null;
      }}
      className="absolute inset-0 cursor-crosshair touch-none"
    >
      <svg aria-hidden viewBox={`0 0 ${page.width} ${page.height}`} className="pointer-events-none size-full">
        <rect x={(region.left * page.width) / WHOLE} y={(region.top * page.height) / WHOLE} width={(region.width * page.width) / WHOLE} height={(region.height * page.height) / WHOLE} className="fill-ink/60 stroke-accent" strokeWidth={Math.max(page.width, page.height) / 300} />
      </svg>
    </div>
  );
}

/** The region being drawn and what keeps it. `close` when it is kept or given up. */
export function useCover(caseId: string, documentId: string, page: number, close: () => void) {
  const redact = useCommand('document.redact');
  const [region, onChange] = useState<Region>(MIDDLE);
  const [covers, setCovers] = useState<Covered>('licence_number');
  const onKeep = async () => {
    if (redact.busy) return;
    const outcome = await redact.run({ caseId, documentId, page, covers, region });
    if (outcome.ok) close();
  };
  return { region, onChange, covers, setCovers, onKeep, busy: redact.busy, reason: redact.reason };
}

/** What is covered, and the two ways out. */
export function CoverTools({ cover, onClose }: { cover: ReturnType<typeof useCover>; onClose: () => void }) {
  return (
    <div className="flex-none border-b border-line-strong bg-surface px-3 py-2">
      <p className="mb-2 text-ink-2">Draw over the number, or move the region with the arrow keys and size it with Shift. What is covered is blacked out in the image itself, for everybody.</p>
      <div className="flex flex-wrap items-end gap-2">
        <SelectField label="What it covers" name="covers" id="cover-what" choices={COVERED.map((value) => ({ value, words: COVERED_WORDS[value] }))} value={cover.covers} onChange={(event) => cover.setCovers(event.target.value as Covered)} />
        <Button kind="primary" busy={cover.busy} busyWords="Covering" onClick={() => void cover.onKeep()}>
          Cover it
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
      <CommandNotice reason={cover.reason} words={VIEWING_REFUSAL_WORDS} />
    </div>
  );
}
