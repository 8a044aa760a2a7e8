/** `@` and what follows it, as it is typed. */
import type { Colleague } from '@/lib/cases/queries/mentions';

export type Begun = { readonly from: number; readonly to: number; readonly typed: string };

/** The name that is being called where the caret stands, or null: an `@` at the start of a word, and letters after it. */
export function mentionAt(text: string, caret: number): Begun | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, caret));
  return found === null ? null : { from: caret - (found[1] ?? '').length - 1, to: caret, typed: found[1] ?? '' };
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Colleagues any part of whose name begins so. */
export const namesLike = (colleagues: readonly Colleague[], typed: string): readonly Colleague[] => {
  const sought = plain(typed);
  return colleagues.filter(({ name }) => plain(name).startsWith(sought) || plain(name).split(' ').some((part) => part.startsWith(sought))).slice(0, 6);
};

export const withMention = (text: string, { from, to }: Begun, name: string): string => `${text.slice(0, from)}@${name} ${text.slice(to)}`;

/** Who is still named in the text: a name that was deleted again calls nobody. */
export const stillNamed = (text: string, called: readonly Colleague[]): readonly Colleague[] => called.filter(({ name }) => text.includes(`@${name}`));
