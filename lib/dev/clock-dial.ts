/** Moves the system's clock: one row, and every process hears of it. */
import { asCalendarDate, OFFICE_ZONE, officeInstant } from '@/lib/platform/dates';
import { withClient } from './database';
import { Obstacle } from './places';

/** `2026-11-25T16:31`, Hartford wall time, as an instant; null when it is no such time. */
export function hartfordInstant(text: string): Date | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  const on = asCalendarDate(parts?.[1] ?? '');
  return on === null ? null : officeInstant(on, Number(parts?.[2]), Number(parts?.[3]));
}

/** `2026-11-25T16:31` of an instant, as the form field wants it. */
export const hartfordField = (at: Date): string =>
  at.toLocaleString('sv-SE', { timeZone: OFFICE_ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).replace(' ', 'T');

export const hartfordWords = (at: Date): string =>
  at.toLocaleString('en-US', { timeZone: OFFICE_ZONE, weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });

export type ClockDial = { now: () => Promise<Date>; moveTo: (text: string) => Promise<void>; letRun: () => Promise<void> };

/** `url` is the owner's: the programs themselves may not touch the row. */
export function clockDial(url: string): ClockDial {
  const turn = (offsetMs: number): Promise<void> =>
    withClient(url, async (client) => {
      await client.query('UPDATE system_clock SET offset_ms = $1 WHERE id = 1 AND demo', [offsetMs]);
      await client.query('NOTIFY system_clock');
    });
  return {
    now: () => withClient(url, async (client) => {
      const { rows } = await client.query<{ offset_ms: string }>('SELECT offset_ms FROM system_clock WHERE id = 1');
      return new Date(Date.now() + Number(rows[0]?.offset_ms ?? 0));
    }),
    moveTo: async (text) => {
      const at = hartfordInstant(text);
      if (at === null) throw new Obstacle(`${text} is not a time: write it like 2026-11-25T16:31 (Hartford wall time).`);
      await turn(at.getTime() - Date.now());
    },
    letRun: () => turn(0),
  };
}
