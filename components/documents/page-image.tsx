'use client';

import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { classes } from '@/components/ui/classes';
import type { View } from './view';

/** `thumb`: the page small; `sensitive`: nothing is covered on it now. */
export type ViewedPage = { readonly number: number; readonly src: string; readonly thumb: string; readonly alt: string; readonly width: number; readonly height: number };

/** The content policy refuses style attributes, and these few steps are all there are. */
const ZOOMED: Readonly<Record<number, string>> = { 1: 'size-full', 1.25: 'h-[125%] w-[125%]', 1.5: 'h-[150%] w-[150%]', 2: 'h-[200%] w-[200%]', 3: 'h-[300%] w-[300%]', 4: 'h-[400%] w-[400%]' };
/** Turned by a quarter, a page fits what is high where it was wide. */
const SIDEWAYS = 'top-1/2 left-1/2 h-[100cqw] w-[100cqh] -translate-x-1/2 -translate-y-1/2';
const TURNED: Readonly<Record<number, string>> = { 0: 'inset-0', 90: `${SIDEWAYS} rotate-90`, 180: 'inset-0 rotate-180', 270: `${SIDEWAYS} -rotate-90` };

/** What was in the middle stays there when it grows. */
function useCentred(zoom: number) {
  const region = useRef<HTMLDivElement>(null);
  const before = useRef(zoom);
  useLayoutEffect(() => {
    const [at, by] = [region.current, zoom / before.current];
    before.current = zoom;
    if (at === null || by === 1) return;
    at.scrollTo((at.scrollLeft + at.clientWidth / 2) * by - at.clientWidth / 2, (at.scrollTop + at.clientHeight / 2) * by - at.clientHeight / 2);
  }, [zoom]);
  return region;
}

function useLight({ brightness, contrast }: View) {
  const image = useRef<HTMLImageElement>(null);
  useLayoutEffect(() => {
    const style = image.current?.style;
    if (style !== undefined) style.filter = brightness === 100 && contrast === 100 ? '' : `brightness(${brightness}%) contrast(${contrast}%)`;
  }, [brightness, contrast]);
  return image;
}

/** One page in its pane, as large as dialled; the arrow keys move it when it is larger than the pane. `children` lie over the page and turn with it. */
export function PageImage({ title, page, view, children }: { title: string; page: ViewedPage; view: View; children?: ReactNode }) {
  const region = useCentred(view.zoom);
  const image = useLight(view);
  return (
    <div ref={region} tabIndex={0} role="region" aria-label={`${title}, image`} className="relative min-h-0 flex-1 overflow-auto max-lg:min-h-[50vh]">
      <div className={classes('absolute top-0 left-0 p-4', ZOOMED[view.zoom])}>
        <div className="relative size-full [container-type:size]">
          <div className={classes('absolute', TURNED[view.turn])}>
            {/* Plain img: the framework's image optimizer must never see a document. */}
            <img ref={image} src={page.src} alt={page.alt} className="size-full object-contain" />
            {children}
          </div>
        </div>
      </div>
    </div>
  );
}
