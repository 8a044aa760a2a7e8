/** Expected outcomes are values; throwing is for bugs. */

/** One thing wrong with one field. `reason` is a stable snake_case code; its words live in a room's `labels.ts`. */
export type Problem = { readonly field: string; readonly reason: string; readonly detail?: string };

export type Done<T> = { readonly ok: true; readonly value: T };
export type Refused = {
  readonly ok: false;
  /** Stable snake_case code: `invalid`, `conflict`, `not_found`, `forbidden`, or a room's own. */
  readonly reason: string;
  readonly problems: readonly Problem[];
};
export type Outcome<T> = Done<T> | Refused;

export const done = <T>(value: T): Done<T> => ({ ok: true, value });
export const refuse = (reason: string, problems: readonly Problem[] = []): Refused => ({ ok: false, reason, problems });
