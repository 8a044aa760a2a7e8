import { createHmac } from 'node:crypto';

const RID_BYTES = 8;
const SECRET_BYTES = 32;

/**
 * The revocation identifier of a person under one key: 64 bits of HMAC-SHA256(secret ‖ kid, patient) in base64url, 11 characters.
 * It tells nothing about the person to whoever lacks the secret, and differs from key to key. Old secrets must be kept as long as their cards live.
 * Throws RangeError when the secret is shorter than 32 bytes.
 * Source: SMART Health Cards Framework 1.4.0, "Revocation".
 * @example
 * revocationId(secret, thumbprint(key), 'p_8f2c…') // 'MKyCxh7p6uQ'
 */
export function revocationId(secret: Uint8Array, kid: string, patientPublicId: string): string {
  if (secret.byteLength < SECRET_BYTES) throw new RangeError('the revocation secret needs 32 bytes or more');
  const key = Buffer.concat([secret, Buffer.from(kid)]);
  return createHmac('sha256', key).update(patientPublicId).digest().subarray(0, RID_BYTES).toString('base64url');
}

/** One withdrawal: every card of the `rid`, or those issued up to and including the second of `upTo`. */
export type Withdrawal = { readonly rid: string; readonly upTo?: Date };

// A list revokes cards whose nbf is *before* its timestamp, and nbf is whole seconds: the second after, so that
// a card made in the very second of the correction is withdrawn too.
const timestampOf = (upTo: Date): number => Math.floor(upTo.getTime() / 1000) + 1;

function latestByRid(withdrawals: readonly Withdrawal[]): Map<string, number> {
  const latest = new Map<string, number>();
  for (const { rid, upTo } of withdrawals) {
    const at = upTo === undefined ? Infinity : timestampOf(upTo);
    latest.set(rid, Math.max(at, latest.get(rid) ?? 0));
  }
  return latest;
}

/**
 * The body of `<issuer>/.well-known/crl/<kid>.json`. `ctr` counts the list's editions from 1 and equals `crlVersion` in the published key.
 * Of several withdrawals of one `rid` the widest stays. The card that replaces a withdrawn one must be issued in a later second than `upTo`.
 * Throws RangeError when `ctr` is not a whole number from 1 up.
 * Source: SMART Health Cards Framework 1.4.0, "Revocation".
 * @example
 * revocationList(kid, [{ rid: 'MKyCxh7p6uQ', upTo: new Date('2026-11-24T15:00:00Z') }], 1)
 * // { kid, method: 'rid', ctr: 1, rids: ['MKyCxh7p6uQ.1795532401'] }
 */
export function revocationList(kid: string, withdrawals: readonly Withdrawal[], ctr: number) {
  if (!Number.isSafeInteger(ctr) || ctr < 1) throw new RangeError('a revocation list counts its editions from 1');
  const rids = [...latestByRid(withdrawals)].map(([rid, at]) => (at === Infinity ? rid : `${rid}.${at}`)).sort();
  return { kid, method: 'rid' as const, ctr, rids };
}
