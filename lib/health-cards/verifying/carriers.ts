/** Finds the signed text in whatever was brought: a scanned code, several codes, a pasted JWS or a wallet's file. */

/** Text of a code or a JWS, the bytes of a `.smart-health-card` file, or the texts of several codes in any order. */
export type Carrier = string | Uint8Array | readonly string[];

export type CarrierReason = 'not_a_card' | 'too_large' | 'parts_missing' | 'parts_mixed';

/** A JWS and in how many codes it came. */
export type FoundCard = { readonly jws: string; readonly parts: number };

export type Found = { readonly ok: true; readonly cards: readonly FoundCard[] } | { readonly ok: false; readonly reason: CarrierReason };

const CHARACTER_LIMIT = 200_000;
const CARD_LIMIT = 20;
const CODE = /^shc:\/(?:(\d{1,2})\/(\d{1,2})\/)?((?:\d\d)+)$/i;

type Part = { readonly index: number; readonly total: number; readonly text: string };

const lost = (reason: CarrierReason): Found => ({ ok: false, reason });

/** Two digits are one character, its code minus 45; above "z" nothing belongs to a JWS. */
function charactersOf(digits: string): string | null {
  const codes = (digits.match(/\d\d/g) ?? []).map((pair) => Number(pair) + 45);
  return codes.every((code) => code <= 122) ? String.fromCharCode(...codes) : null;
}

function readPart(code: string): Part | null {
  const [, index, total, digits] = CODE.exec(code) ?? [];
  const text = digits === undefined ? null : charactersOf(digits);
  if (text === null) return null;
  return { index: Number(index ?? 1), total: Number(total ?? 1), text };
}

/** Chunking is deprecated since 1.3.0; codes of that kind are still in people's hands. */
function joinParts(parts: readonly Part[]): Found {
  const total = parts[0]?.total ?? 0;
  const byIndex = new Map<number, string>();
  for (const part of parts) {
    if (part.total !== total || part.index < 1 || part.index > total) return lost('parts_mixed');
    if ((byIndex.get(part.index) ?? part.text) !== part.text) return lost('parts_mixed');
    byIndex.set(part.index, part.text);
  }
  if (byIndex.size !== total) return lost('parts_missing');
  const jws = Array.from({ length: total }, (_, index) => byIndex.get(index + 1) ?? '').join('');
  return { ok: true, cards: [{ jws, parts: total }] };
}

function fromCodes(codes: readonly string[]): Found {
  const parts: Part[] = [];
  for (const code of codes) {
    const part = readPart(code);
    if (part === null) return lost('not_a_card');
    parts.push(part);
  }
  const single = parts.every((part) => part.total === 1);
  return single ? { ok: true, cards: parts.map((part) => ({ jws: part.text, parts: 1 })) } : joinParts(parts);
}

function fromFile(text: string): Found {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return lost('not_a_card');
  }
  const listed: unknown = typeof file === 'object' && file !== null && 'verifiableCredential' in file ? file.verifiableCredential : null;
  if (!Array.isArray(listed) || listed.length === 0 || !listed.every((card) => typeof card === 'string')) return lost('not_a_card');
  return { ok: true, cards: listed.map((jws: string) => ({ jws, parts: 1 })) };
}

function fromText(text: string): Found {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed.startsWith('{')) return fromFile(trimmed);
  const words = trimmed.split(/\s+/);
  if (words.every((word) => /^shc:\//i.test(word))) return fromCodes(words);
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed) ? { ok: true, cards: [{ jws: trimmed, parts: 1 }] } : lost('not_a_card');
}

const asText = (carrier: Carrier): string =>
  typeof carrier === 'string' ? carrier : carrier instanceof Uint8Array ? Buffer.from(carrier).toString('utf8') : carrier.join('\n');

/** The cards in a carrier, each still unverified. */
export function findCards(carrier: Carrier): Found {
  const text = asText(carrier);
  if (text.length > CHARACTER_LIMIT) return lost('too_large');
  const found = fromText(text);
  return found.ok && found.cards.length > CARD_LIMIT ? lost('too_large') : found;
}
