'use client';

import { useState } from 'react';
import { useKeys } from '@/components/ui/keys';
import { CoverBoard, CoverTools, useCover } from './cover-board';
import { PageImage, type ViewedPage } from './page-image';
import { PageStrip } from './page-strip';
import { FIT, nextZoom, useView, type View } from './view';
import { ViewTools } from './view-tools';

const GROUP = 'Document';

type Keys = { view: View; change: (part: Partial<View>) => void; turnPage: (by: 1 | -1) => void; popOut: (() => void) | undefined; onCover: (() => void) | undefined };

/** Everything the tools do, by one key each. */
function useViewKeys({ view, change, turnPage, popOut, onCover }: Keys): void {
  useKeys([
    { keys: '+', words: 'Larger', group: GROUP, run: () => change({ zoom: nextZoom(view.zoom, 1) }) },
    { keys: '-', words: 'Smaller', group: GROUP, run: () => change({ zoom: nextZoom(view.zoom, -1) }) },
    { keys: '0', words: 'Fit', group: GROUP, run: () => change({ ...FIT, at: view.at }) },
    { keys: 'r', words: 'Rotate', group: GROUP, run: () => change({ turn: (view.turn + 90) % 360 }) },
    { keys: '[', words: 'Page before', group: GROUP, run: () => turnPage(-1) },
    { keys: ']', words: 'Next page', group: GROUP, run: () => turnPage(1) },
    { keys: 'l', words: 'Lighter', group: GROUP, run: () => change({ brightness: Math.min(200, view.brightness + 10) }) },
    { keys: 'd', words: 'Darker', group: GROUP, run: () => change({ brightness: Math.max(50, view.brightness - 10) }) },
    { keys: 's', words: 'More contrast', group: GROUP, run: () => change({ contrast: Math.min(200, view.contrast + 10) }) },
    { keys: 'f', words: 'Less contrast', group: GROUP, run: () => change({ contrast: Math.max(50, view.contrast - 10) }) },
    ...(popOut === undefined ? [] : [{ keys: 'o', words: 'Open in a second window', group: GROUP, run: popOut }]),
    ...(onCover === undefined ? [] : [{ keys: 'c', words: 'Cover a number', group: GROUP, run: onCover }]),
  ]);
}

type CoveringProps = { caseId: string; documentId: string; title: string; page: ViewedPage; view: View; onClose: () => void };

/** The page with the region being drawn over it. */
function Covering({ caseId, documentId, title, page, view, onClose }: CoveringProps) {
  const cover = useCover(caseId, documentId, page.number, onClose);
  useKeys([{ keys: 'Escape', words: 'Cover nothing', group: GROUP, run: onClose }]);
  return (
    <>
      <CoverTools cover={cover} onClose={onClose} />
      <PageImage title={title} page={page} view={view}>
        <CoverBoard page={page} region={cover.region} onChange={cover.onChange} onKeep={() => void cover.onKeep()} />
      </PageImage>
    </>
  );
}

type Props = {
  documentId: string;
  title: string;
  pages: readonly [ViewedPage, ...ViewedPage[]];
  /** Where it stands alone, for a second window. */
  windowHref?: string;
  /** It is the second window: it goes where the desk goes. */
  follows?: boolean;
  /** The case in whose name a region may be covered; undefined: not by this person. */
  coverFor?: string;
};

/** One document, page by page: fit, zoom, turn, brightness and contrast, all by keyboard, in step with a second window. */
export function ImageView({ documentId, title, pages, windowHref, follows = false, coverFor }: Props) {
  const [view, change] = useView(documentId, windowHref, follows);
  const [strip, setStrip] = useState(false);
  const [covering, setCovering] = useState(false);
  const page = pages[view.at] ?? pages[0];
  const turnPage = (by: 1 | -1) => change({ at: Math.min(pages.length - 1, Math.max(0, view.at + by)) });
  const popOut = windowHref === undefined ? undefined : () => void window.open(windowHref, 'record-desk-paper', 'popup,width=1100,height=1000,noopener');
  const onCover = coverFor === undefined ? undefined : () => setCovering(true);
  useViewKeys({ view, change, turnPage, popOut, onCover });
  return (
    <>
      <ViewTools title={title} view={view} count={pages.length} strip={strip} onChange={change} onTurn={turnPage} onStrip={() => setStrip(!strip)} onPopOut={popOut} onCover={onCover} />
      {strip && <PageStrip title={title} pages={pages} at={view.at} onChoose={(at) => change({ at })} />}
      {covering && coverFor !== undefined ? (
        <Covering key={page.number} caseId={coverFor} documentId={documentId} title={title} page={page} view={view} onClose={() => setCovering(false)} />
      ) : (
        <PageImage title={title} page={page} view={view} />
      )}
    </>
  );
}
