/**
 * How often something may be tried: one table. Counted in PostgreSQL, so that every process shares the count, and before
 * any transaction of the try, so that one that is rolled back was a try all the same and none holds two connections. It
 * fails closed: where the count cannot be written the try throws and nothing is compared, looked up or kept.
 */
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import type { Actor } from './actor';

type Rate = { readonly most: number; readonly minutes: number; /** Whose tries are counted together. */ readonly of: 'person' | 'session' | 'address' };

export const RATES = {
  unlock: { most: 10, minutes: 15, of: 'session' },
  step_up: { most: 10, minutes: 15, of: 'person' },
  break_glass: { most: 20, minutes: 60, of: 'person' },
  look: { most: 600, minutes: 15, of: 'person' },
  person_search: { most: 120, minutes: 15, of: 'person' },
  upload: { most: 60, minutes: 60, of: 'address' },
  upload_link: { most: 60, minutes: 60, of: 'address' },
  scan: { most: 200, minutes: 60, of: 'person' },
  submission: { most: 20, minutes: 60, of: 'address' },
} as const satisfies Readonly<Record<string, Rate>>;

export type RateName = keyof typeof RATES;

/** Whose count it is; one that has no such thing shares the count of all like it. */
function whoOf(name: RateName, actor: Actor): string {
  const { of } = RATES[name];
  if (of === 'address') return actor.address ?? '';
  return 'staffId' in actor ? (of === 'session' ? actor.sessionId : actor.staffId) : '';
}

/** One counted try; false once there were too many in the window. */
export async function countTry(name: RateName, who: string): Promise<boolean> {
  const { most, minutes } = RATES[name];
  const [row] = await db().$queryRaw<{ take_rate: boolean }[]>`SELECT take_rate(${`${name}:${who}`}, ${most}::int, make_interval(mins => ${minutes}::int), ${now()})`;
  return row?.take_rate === true;
}

export const withinRate = (name: RateName, actor: Actor): Promise<boolean> => countTry(name, whoOf(name, actor));
