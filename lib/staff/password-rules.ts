/**
 * What may be a password: long, and not put together of what is tried first. No rule asks for capitals, digits or signs
 * (NIST SP 800-63B-4, 3.1.1.2).
 */
import common from './common-passwords.json';

export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 200;

/** What somebody who knows the office would try. */
const OFFICE = ['recorddesk', 'record', 'desk', 'connecticut', 'hartford', 'immunization', 'immunisation', 'vaccine', 'vaccination', 'registry', 'ctwiz', 'health', 'public', 'department', 'welcome', 'summer', 'winter', 'autumn', 'spring', 'password', 'passwort', 'contrasena'];
/** Fingers walking along a row; four in a row say nothing. */
const WALKS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LEET: Readonly<Record<string, string>> = { '@': 'a', $: 's', '0': 'o', '1': 'i', '3': 'e', '5': 's', '7': 't', '!': 'i' };

/** A common word is worth as much as four letters of one's own; below nine there is nothing that guessing would not find. */
const WORD = 4;
const ENOUGH = 9;

const plain = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9@$!]/g, '');
const letters = (text: string): string => plain(text).replace(/[@$!013457]/g, (sign) => LEET[sign] ?? sign);
const escaped = (words: readonly string[]): string => [...new Set(words)].sort((a, b) => b.length - a.length).join('|');

const stretches = (walk: string): string[] => [...Array(walk.length - 3).keys()].flatMap((from) => [...Array(walk.length - from - 3).keys()].map((more) => walk.slice(from, from + 4 + more)));
const WALK = new RegExp(escaped(WALKS.flatMap((walk) => [...stretches(walk), ...stretches([...walk].reverse().join(''))])), 'g');
/** The same again and again counts once. */
const AGAIN = /(.{3,}?)\1+/g;
const COMMON = new RegExp(escaped(common.words), 'g');
const WHOLE = new Set(common.whole);

export type About = { readonly name: string; readonly email: string };

/** The parts of somebody's own name and address that are long enough to be meant. */
const ownWords = ({ name, email }: About): string[] => [...name.split(/[^\p{L}]+/u), ...email.split(/[^\p{L}]+/u)].map(letters).filter((word) => word.length >= 4);

/** How much is left when what is tried first is taken out. */
function worth(password: string, about: About): number {
  const known = new RegExp(escaped([...ownWords(about), ...OFFICE]), 'g');
  const rest = letters(plain(password).replace(AGAIN, '$1').replace(WALK, '')).replace(known, '');
  const words = new Set(rest.match(COMMON) ?? []);
  const own = new Set(rest.replace(COMMON, '').replace(/[^a-z0-9]/g, ''));
  return words.size * WORD + own.size;
}

export type PasswordProblem = 'too_short' | 'too_long' | 'too_common';

/** Null when it may be one. */
export function passwordProblem(password: string, about: About): PasswordProblem | null {
  const length = [...password.normalize('NFC')].length;
  if (length < SHORTEST_PASSWORD) return 'too_short';
  if (length > LONGEST_PASSWORD) return 'too_long';
  return WHOLE.has(plain(password)) || worth(password, about) < ENOUGH ? 'too_common' : null;
}
