/** Who has a case open, as others are told. Pure. */

/** A page says so each 15 seconds; three missed beats, and whoever it was has gone. */
export const BEAT_MS = 15_000;
export const GONE_MS = 45_000;

export const isPresent = (seenAt: Date, now: Date): boolean => now.getTime() - seenAt.getTime() <= GONE_MS;

export type Here = { readonly name: string; readonly editing: boolean; /** `10:42 AM` in the office's zone. */ readonly since: string };
/** `at` null: somebody did while this page did not listen. */
export type Change = { readonly version: number; readonly by: string; readonly at: string | null; readonly mine: boolean };

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** "Maria is editing since 10:42 AM" */
export const hereWords = ({ name, editing, since }: Here): string => `${firstName(name)} is ${editing ? 'editing' : 'looking'} since ${since}`;

/** "Maria changed this case at 10:42 AM" */
export const changeWords = ({ by, at }: Change): string => `${firstName(by)} changed this case ${at === null ? 'meanwhile' : `at ${at}`}`;

/** What a stream that begins anew says of the time between: nothing, or that somebody changed the case. */
export const missedChange = (known: number | null, version: number): Change | null => (known === null || version <= known ? null : { version, by: 'Somebody', at: null, mine: false });
