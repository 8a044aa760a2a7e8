'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { missedChange, type Change, type Here } from '@/lib/cases/presence';
import { paths } from '@/lib/paths';

export type CaseStream = { readonly people: readonly Here[]; /** The last change since the page listens. */ readonly change: Change | null };

const QUIET: CaseStream = { people: [], change: null };
/** The browser reconnects a lost stream by itself; one that was refused (a locked screen) is asked for again. */
const AGAIN_MS = 10_000;

/** One stream of a case for the whole page, open while somebody listens and the page can be seen. */
class Stream {
  private readonly hearers = new Set<() => void>();
  private source: EventSource | null = null;
  private again: ReturnType<typeof setTimeout> | undefined;
  private state = QUIET;
  /** Where the case stood when the stream was last heard: what happened while the page was hidden is told when it is seen again. */
  private known: number | null = null;

  constructor(private readonly caseId: string) {}

  readonly get = (): CaseStream => this.state;

  readonly subscribe = (hearer: () => void): (() => void) => {
    this.hearers.add(hearer);
    if (this.hearers.size === 1) {
      document.addEventListener('visibilitychange', this.look);
      this.look();
    }
    return () => {
      this.hearers.delete(hearer);
      if (this.hearers.size > 0) return;
      document.removeEventListener('visibilitychange', this.look);
      // The next page of this case is read anew.
      this.known = null;
      this.close();
    };
  };

  private readonly look = (): void => (document.visibilityState === 'hidden' ? this.close() : this.open());

  private open(): void {
    if (this.source !== null || this.hearers.size === 0 || typeof EventSource === 'undefined') return;
    const source = new EventSource(paths.presence(this.caseId));
    this.source = source;
    source.addEventListener('here', ({ data }: MessageEvent<string>) => this.tell({ ...this.state, people: (JSON.parse(data) as { people: Here[] }).people }));
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => this.learn(JSON.parse(data) as Change));
    source.addEventListener('version', ({ data }: MessageEvent<string>) => {
      const { version } = JSON.parse(data) as { version: number };
      const missed = missedChange(this.known, version);
      if (missed !== null) this.learn(missed);
      this.known = version;
    });
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED || this.source !== source) return;
      this.close();
      this.again = setTimeout(this.look, AGAIN_MS);
    });
  }

  private close(): void {
    clearTimeout(this.again);
    this.source?.close();
    this.source = null;
    if (this.state.people.length > 0) this.tell({ ...this.state, people: [] });
  }

  private learn(change: Change): void {
    this.known = change.version;
    this.tell({ ...this.state, change });
  }

  private tell(state: CaseStream): void {
    this.state = state;
    this.hearers.forEach((hearer) => hearer());
  }
}

const streams = new Map<string, Stream>();
const streamOf = (caseId: string): Stream => {
  const stream = streams.get(caseId) ?? new Stream(caseId);
  streams.set(caseId, stream);
  return stream;
};

export function useCaseStream(caseId: string): CaseStream {
  const stream = useMemo(() => streamOf(caseId), [caseId]);
  return useSyncExternalStore(stream.subscribe, stream.get, () => QUIET);
}

/** What a colleague changed since the page was read, or null: for whoever must look again before saving. */
export function useCaseChanges(caseId: string): Change | null {
  const { change } = useCaseStream(caseId);
  return change === null || change.mine ? null : change;
}
