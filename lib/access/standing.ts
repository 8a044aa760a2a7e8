/** How a session stands at an hour, from its row alone: open, locked, or over and why. */

export const IDLE_LOCK_MS = 15 * 60_000;
export const SESSION_MS = 12 * 3_600_000;
/** The page says so this long before a lock or an end. */
export const WARNING_MS = 150_000;
/** Somebody may sit at two desks. */
export const MOST_SESSIONS = 2;

export const END_REASONS = ['signed_out', 'newer_session', 'signed_in_again', 'ended_by_person', 'ended_by_administrator', 'password_changed', 'second_factor_reset', 'disabled', 'expired', 'somebody_else'] as const;
export type EndReason = (typeof END_REASONS)[number];

type SessionRow = { readonly seenAt: Date; readonly endsAt: Date; readonly lockedAt: Date | null; readonly endedAt: Date | null; readonly endReason: string | null; readonly staff: { readonly disabledAt: Date | null } };

export type Standing =
  | { readonly state: 'open' | 'locked'; readonly locksInMs: number; readonly endsInMs: number }
  | { readonly state: 'signed_out'; readonly because: EndReason | null };

const asReason = (text: string | null): EndReason | null => END_REASONS.find((reason) => reason === text) ?? null;

/** A lock holds until the password opens it: idle minutes that ran out are one, whether or not somebody pressed the button. */
export function standing({ seenAt, endsAt, lockedAt, endedAt, endReason, staff }: SessionRow, at: Date): Standing {
  if (endedAt !== null) return { state: 'signed_out', because: asReason(endReason) };
  if (staff.disabledAt !== null) return { state: 'signed_out', because: 'disabled' };
  const endsInMs = endsAt.getTime() - at.getTime();
  if (endsInMs <= 0) return { state: 'signed_out', because: 'expired' };
  const locksInMs = seenAt.getTime() + IDLE_LOCK_MS - at.getTime();
  return { state: lockedAt !== null || locksInMs < 0 ? 'locked' : 'open', locksInMs: Math.max(0, locksInMs), endsInMs };
}
