/**
 * The system's time. In a demo it can be moved; everywhere else the offset is 0.
 * The offset lives on globalThis because one process can hold this module in several bundles.
 */
import { Client } from 'pg';
import { config } from './config';
import { log } from './log';

type Clock = { offsetMs: number; frozenAt: number | null };
const KEY = Symbol.for('record-desk.clock');
const shared = globalThis as { [KEY]?: Clock };
const clock = (): Clock => (shared[KEY] ??= { offsetMs: 0, frozenAt: null });

export const now = (): Date => new Date(clock().frozenAt ?? Date.now() + clock().offsetMs);

/** Real time, for what other people's clocks must agree with (one-time codes). */
export const wallClock = (): Date => new Date();

/** Tests freeze time by name; null lets it run again. */
export function freezeClock(at: Date | null): void {
  clock().frozenAt = at === null ? null : at.getTime();
}

const RETRY_MS = 2_000;

/** Listens on a connection of its own; when it is lost (a restarted database) it connects again. */
class ClockListener {
  private client: Client | undefined;
  private stopped = false;

  async listen(): Promise<void> {
    const client = new Client({ connectionString: config().DATABASE_URL });
    this.client = client;
    client.on('error', (error) => log.failure('clock.listener_lost', error));
    client.on('end', () => this.again());
    client.on('notification', () => void this.read().catch((error: unknown) => log.failure('clock.read_failed', error)));
    await client.connect();
    await client.query('LISTEN system_clock');
    await this.read();
  }

  private again(): void {
    if (this.stopped) return;
    setTimeout(() => {
      if (!this.stopped) this.listen().catch((error: unknown) => (log.failure('clock.listener_away', error), this.again()));
    }, RETRY_MS).unref();
  }

  private async read(): Promise<void> {
    const answer = await this.client?.query<{ offset_ms: string }>('SELECT offset_ms FROM read_clock()');
    clock().offsetMs = Number(answer?.rows[0]?.offset_ms ?? 0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end();
  }
}

/** Follows the moved clock of a demo: reads it now and whenever somebody moves it. Returns a function that stops. */
export async function followClock(): Promise<() => Promise<void>> {
  const listener = new ClockListener();
  await listener.listen();
  return () => listener.stop();
}
