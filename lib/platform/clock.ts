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

/** Follows the moved clock of a demo: reads it now and whenever somebody moves it. Returns a function that stops. */
export async function followClock(): Promise<() => Promise<void>> {
  const listener = new Client({ connectionString: config().DATABASE_URL });
  const read = async (): Promise<void> => {
    const { rows } = await listener.query<{ offset_ms: string }>('SELECT offset_ms FROM read_clock()');
    clock().offsetMs = Number(rows[0]?.offset_ms ?? 0);
  };
  listener.on('error', (error) => log.error('clock.listener_lost', { code: (error as { code?: string }).code }));
  listener.on('notification', () => void read().catch((error: unknown) => log.failure('clock.read_failed', error)));
  await listener.connect();
  await listener.query('LISTEN system_clock');
  await read();
  return () => listener.end();
}
