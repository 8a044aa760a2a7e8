/** Passwords (argon2id) and one-time codes (TOTP, RFC 6238), checked in constant shape: nothing tells whether an account exists. */
import { hash, verify } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { wallClock } from '@/lib/platform/clock';
import { required } from '@/lib/platform/config';
import { seal, unseal } from '@/lib/platform/seal';

/** OWASP's argon2id floor: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const STEP_SECONDS = 30;

export const hashPassword = (password: string): Promise<string> => hash(asTyped(password), COST);

let decoy: Promise<string> | undefined;
/** Verifies; without an account it spends the same time on a decoy and says no. */
export async function passwordAgrees(stored: string | null, password: string): Promise<boolean> {
  const agreed = await verify(stored ?? (await (decoy ??= hashPassword('nobody has this password'))), asTyped(password));
  return agreed && stored !== null;
}

/** A password as it is compared: the same letters typed on another keyboard are the same password. */
export const asTyped = (password: string): string => password.normalize('NFC');

const totpKey = (): Buffer => Buffer.from(required('TOTP_KEY'), 'base64').subarray(0, 32);
export const sealTotpSecret = (base32: string): Buffer => seal(totpKey(), Buffer.from(base32));

const totp = (base32: string): TOTP => new TOTP({ secret: Secret.fromBase32(base32), digits: 6, period: STEP_SECONDS });

const ISSUER = 'Record Desk';
/** What an authenticator scans. */
export const enrolmentUri = (base32: string, email: string): string => new TOTP({ issuer: ISSUER, label: email, secret: Secret.fromBase32(base32), digits: 6, period: STEP_SECONDS }).toString();
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** A secret on its way to a telephone and back: only the page of this link can bring it, within the hour. */
const OFFER_MS = 3_600_000;
const offered = z.strictObject({ secret: z.string(), linkId: z.string(), until: z.number() });
export const sealOffer = (secret: string, linkId: string): string => seal(totpKey(), Buffer.from(JSON.stringify({ secret, linkId, until: wallClock().getTime() + OFFER_MS } satisfies z.output<typeof offered>))).toString('base64url');

/** The secret of an offer, or null: altered, of another link, too old. */
export function readOffer(sealed: string, linkId: string): string | null {
  try {
    const offer = offered.parse(JSON.parse(unseal(totpKey(), Buffer.from(sealed, 'base64url')).toString()));
    return offer.linkId === linkId && offer.until > wallClock().getTime() ? offer.secret : null;
  } catch {
    return null;
  }
}

/** For whoever has no authenticator: the same arithmetic, and never the right code. */
let decoySecret: Uint8Array | undefined;
const decoyTotp = (): Uint8Array => (decoySecret ??= sealTotpSecret(newTotpSecret()));

/** The time step whose code this is (one step of drift either way), or null. Codes follow real time, not a moved clock. */
export function agreedStep(sealed: Uint8Array | null, code: string): bigint | null {
  const at = wallClock().getTime();
  const drift = totp(unseal(totpKey(), sealed ?? decoyTotp()).toString()).validate({ token: code, timestamp: at, window: 1 });
  return drift === null || sealed === null ? null : BigInt(Math.floor(at / 1000 / STEP_SECONDS) + drift);
}
