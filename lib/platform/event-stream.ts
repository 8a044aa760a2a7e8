/** Server-sent events: a body that stays open, and the certainty that it ends. */
const KEY = Symbol.for('record-desk.event-streams');
const shared = globalThis as { [KEY]?: Map<() => void, string> };

/** Every open stream's end, and whose it is. A process that stops ends them all, so that nobody waits for its last second. */
function openEnds(): Map<() => void, string> {
  if (shared[KEY] !== undefined) return shared[KEY];
  const ends = new Map<() => void, string>();
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => [...ends.keys()].forEach((end) => end()));
  return (shared[KEY] = ends);
}

export const openStreams = (): number => openEnds().size;
/** How many one person holds of this process: whoever asks for ever more gets no more. */
export const streamsOf = (whose: string): number => [...openEnds().values()].filter((owner) => owner === whose).length;

export type EventPen = {
  /** One event with its data as JSON. */
  readonly send: (event: string, data: object) => void;
  /** A line that browsers skip: it keeps the connection, and finds out that it is gone. */
  readonly beat: () => void;
  readonly end: () => void;
};

/**
 * The body of a stream. `start` writes with the pen and answers what must be given back; that is done once, whoever ends
 * it: the browser, the signal of the request, the stream itself or the process.
 */
export function eventStream(signal: AbortSignal, start: (pen: EventPen) => Promise<() => void>, whose = ''): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      let open = true;
      let giveBack: (() => void) | null = null;
      const end = (): void => {
        if (!open) return;
        open = false;
        openEnds().delete(end);
        signal.removeEventListener('abort', end);
        giveBack?.();
        try {
          controller.close();
        } catch {
          // The browser closed it first, or it never began.
        }
      };
      const write = (text: string): void => void (open && controller.enqueue(encoder.encode(text)));
      stop = end;
      openEnds().set(end, whose);
      signal.addEventListener('abort', end);
      if (signal.aborted) return end();
      try {
        const given = await start({ send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`), beat: () => write(': beat\n\n'), end });
        if (open) giveBack = given;
        else given(); // ended while it was being set up
      } catch (error) {
        controller.error(error);
        end();
      }
    },
    cancel: () => stop(),
  });
}
