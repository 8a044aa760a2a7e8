/**
 * JSON as only one reader would read it: no key twice in one object, none that reaches for a prototype, no number that
 * is none any more, and no deeper than any form of ours. Throws `SyntaxError` for what is not so. Pure.
 */

const MOST_DEPTH = 24;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|-?\d[\d.eE+-]*/g;
const REACHING = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys seen in each open object; an open list has none. */
type Open = Set<string> | null;

function addKey(keys: Set<string>, token: string): void {
  const key = JSON.parse(token) as string;
  if (keys.has(key) || REACHING.has(key)) throw new SyntaxError('a key stands twice or reaches for a prototype');
  keys.add(key);
}

/** Walks the text once, without recursion: a thousand brackets cost a thousand steps. */
function judge(text: string): void {
  const open: Open[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null);
    if (token === '}' || token === ']') open.pop();
    if (open.length > MOST_DEPTH) throw new SyntaxError('too deep');
    const keys = open.at(-1);
    if (token === ':' && keys) addKey(keys, last);
    if (/^-?\d/.test(token) && !Number.isFinite(Number(token))) throw new SyntaxError('no number');
    last = token;
  }
}

/** The value of a text that every reader reads alike. */
export function strictJson(text: string): unknown {
  judge(text);
  return JSON.parse(text) as unknown;
}
