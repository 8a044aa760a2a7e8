/** Passwords (argon2id) and one-time codes (TOTP, RFC 6238), checked in constant shape: nothing tells whether an account exists. */
import { hash, verify } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import { wallClock } from '@/lib/platform/clock';
import { required } from '@/lib/platform/config';
import { seal, unseal } from '@/lib/platform/seal';

/** OWASP's argon2id floor: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const STEP_SECONDS = 30;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let decoy: Promise<string> | undefined;
/** Verifies; without an account it spends the same time on a decoy and says no. */
export async function passwordAgrees(stored: string | null, password: string): Promise<boolean> {
  const agreed = await verify(stored ?? (await (decoy ??= hashPassword('nobody has this password'))), password);
  return agreed && stored !== null;
}

const totpKey = (): Buffer => Buffer.from(required('TOTP_KEY'), 'base64').subarray(0, 32);
export const sealTotpSecret = (base32: string): Buffer => seal(totpKey(), Buffer.from(base32));

const totp = (base32: string): TOTP => new TOTP({ secret: Secret.fromBase32(base32), digits: 6, period: STEP_SECONDS });

/** The time step whose code this is (one step of drift either way), or null. Codes follow real time, not a moved clock. */
export function agreedStep(sealed: Uint8Array | null, code: string): bigint | null {
  if (sealed === null) return null;
  const at = wallClock().getTime();
  const drift = totp(unseal(totpKey(), sealed).toString()).validate({ token: code, timestamp: at, window: 1 });
  return drift === null ? null : BigInt(Math.floor(at / 1000 / STEP_SECONDS) + drift);
}
