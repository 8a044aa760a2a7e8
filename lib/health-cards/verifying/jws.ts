import { inflateRawSync } from 'node:zlib';

export type JwsReason =
  | 'not_a_card'
  | 'header_invalid'
  | 'algorithm_not_allowed'
  | 'payload_unreadable'
  | 'payload_too_large'
  | 'signature_malformed';

/** A JWS taken apart; nothing in it is believed yet. */
export type Opened = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly kid: string;
  readonly payloadText: string;
  readonly payload: unknown;
  /** What the signature covers. */
  readonly signed: Buffer;
  readonly signature: Buffer;
};

// A card is a few kilobytes inflated; a patient summary tens. Deflate grows up to a thousandfold.
const INFLATED_LIMIT = 256 * 1024;
const NESTING_LIMIT = 40;
const SIGNATURE_BYTES = 64;

/** Strict base64url: text that decodes to the same bytes as other text would let a signature be rewritten unseen. */
function bytesOf(segment: string): Buffer | null {
  const bytes = Buffer.from(segment, 'base64url');
  return bytes.length > 0 && bytes.toString('base64url') === segment ? bytes : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

type Header = { readonly header: Record<string, unknown>; readonly kid: string };

/** The algorithm is ours to fix, never the card's to choose; a key inside the header is not looked at. */
function readHeader(bytes: Buffer): Header | JwsReason {
  const header = parsed(utf8(bytes) ?? '');
  if (!isRecord(header)) return 'header_invalid';
  if (header.alg !== 'ES256') return 'algorithm_not_allowed';
  // RFC 7515 section 4.1.11: an extension that must be understood, and is not, fails the whole.
  if (header.zip !== 'DEF' || typeof header.kid !== 'string' || 'crit' in header) return 'header_invalid';
  return { header, kid: header.kid };
}

function inflated(bytes: Buffer): Buffer | JwsReason {
  try {
    return inflateRawSync(bytes, { maxOutputLength: INFLATED_LIMIT });
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'payload_too_large' : 'payload_unreadable';
  }
}

/** JSON text with every string emptied, so that what is left is structure. */
export const structureOf = (json: string): string => json.replace(/"(?:[^"\\]|\\.)*"/gs, '""');

function deepest(json: string): number {
  let depth = 0;
  let most = 0;
  for (const character of structureOf(json)) {
    if (character === '{' || character === '[') most = Math.max(most, (depth += 1));
    if (character === '}' || character === ']') depth -= 1;
  }
  return most;
}

function readPayload(bytes: Buffer): { payloadText: string; payload: unknown } | JwsReason {
  const plain = inflated(bytes);
  if (typeof plain === 'string') return plain;
  const payloadText = utf8(plain);
  if (payloadText === null || deepest(payloadText) > NESTING_LIMIT) return 'payload_unreadable';
  const payload = parsed(payloadText);
  return payload === undefined ? 'payload_unreadable' : { payloadText, payload };
}

/** Takes a compact JWS apart, or says why it cannot be one of ours to read. */
export function openJws(jws: string): Opened | JwsReason {
  const [headerPart, payloadPart, signaturePart, ...more] = jws.split('.');
  if (headerPart === undefined || payloadPart === undefined || signaturePart === undefined || more.length > 0) return 'not_a_card';
  const [headerBytes, payloadBytes, signature] = [bytesOf(headerPart), bytesOf(payloadPart), bytesOf(signaturePart)];
  if (headerBytes === null) return 'header_invalid';
  const head = readHeader(headerBytes);
  if (typeof head === 'string') return head;
  // DER is what most libraries sign with unless told otherwise; ES256 is the bare 64 bytes (RFC 7518 section 3.4).
  if (signature === null || signature.length !== SIGNATURE_BYTES) return 'signature_malformed';
  const body = payloadBytes === null ? 'payload_unreadable' : readPayload(payloadBytes);
  if (typeof body === 'string') return body;
  return { ...head, ...body, signed: Buffer.from(`${headerPart}.${payloadPart}`), signature };
}
