import { sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { done, refuse, type Outcome, type Problem } from '@/lib/platform/outcome';
import { cardBundle, leftOff, type Detail, type LeftOff } from './bundle';
import { shcText } from './carriers';
import { cardProblems, inCardOrder, type CardFacts } from './facts';
import { thumbprint, type SigningKey } from './keys';

export type CardRequest = CardFacts & {
  /** Our issuer URL: https, no slash at its end. */
  readonly issuer: string;
  /** From `revocationId`. */
  readonly rid: string;
};

export type IssuedCard = {
  /** Compact JWS. Never stored: made anew for each copy. */
  readonly jws: string;
  /** Text for the QR code. */
  readonly shcText: string;
  readonly kid: string;
  /** Known facts that are not on the card: too long for it, or the card was. */
  readonly leftOff: readonly LeftOff[];
  /** When the card starts to hold, whole seconds since 1970. */
  readonly nbf: number;
  readonly doseCount: number;
};

/** One QR code of version 22 holds no more (SMART Health Cards Framework 1.4.0, "Health Cards as QR Codes"). */
const JWS_LIMIT = 1195;
const SIGNATURE_LENGTH = 86;

// #immunization and #covid19 are deprecated since 1.4.0, yet older wallets and the reference validator ask for them.
const TYPES = ['https://smarthealth.cards#health-card', 'https://smarthealth.cards#immunization', 'https://smarthealth.cards#covid19'];

/** What lots, then performers, are given up for; doses never are. */
const DETAILS: readonly Detail[] = [
  { lots: true, performers: true },
  { lots: false, performers: true },
  { lots: false, performers: false },
];

const part = (bytes: Buffer): string => bytes.toString('base64url');

/** What is signed: header and deflated payload. */
function signingInput(request: CardRequest, detail: Detail, kid: string, nbf: number): string {
  const credentialSubject = { fhirVersion: '4.0.1', fhirBundle: cardBundle(request, detail) };
  const payload = JSON.stringify({ iss: request.issuer, nbf, vc: { type: TYPES, credentialSubject, rid: request.rid } });
  const header = JSON.stringify({ zip: 'DEF', alg: 'ES256', kid });
  return `${part(Buffer.from(header))}.${part(deflateRawSync(payload, { level: 9 }))}`;
}

const fits = (input: string): boolean => input.length + 1 + SIGNATURE_LENGTH <= JWS_LIMIT;

/** ES256 wants r‖s of 32 bytes each (RFC 7518 section 3.4); Node's default is DER. */
function signed(input: string, key: SigningKey): string {
  const signature = sign('sha256', Buffer.from(input), { key: { ...key }, format: 'jwk', dsaEncoding: 'ieee-p1363' });
  return `${input}.${part(signature)}`;
}

/** The oldest doses that would have to stay off for the newest to fit: advice for staff, never acted upon. */
function dosesTooMany(request: CardRequest, kid: string, nbf: number): Problem[] {
  const doses = inCardOrder(request.doses);
  const bare = { lots: false, performers: false };
  let off = 1;
  while (off < doses.length && !fits(signingInput({ ...request, doses: doses.slice(off) }, bare, kid, nbf))) off += 1;
  return doses.slice(0, off).map((dose) => ({ field: `doses.${request.doses.indexOf(dose)}`, reason: 'does_not_fit' }));
}

function requestProblems(request: CardRequest): Problem[] {
  const issuer = /^https:\/\/[^\s?#]*[^\s?#/]$/.test(request.issuer);
  const rid = /^[\w-]{1,24}$/.test(request.rid);
  return [
    ...(issuer ? [] : [{ field: 'issuer', reason: 'issuer_invalid' }]),
    ...(rid ? [] : [{ field: 'rid', reason: 'rid_invalid' }]),
    ...cardProblems(request),
  ];
}

/**
 * Issues one SMART Health Card for COVID-19 doses: at most 1195 characters, so that one QR code of version 22 holds it.
 * `now` is the instant of issue (`nbf`, whole seconds). A card too long gives up lots, then performers, in that order, never doses.
 *
 * Refusals: `invalid` with problems (`name_missing`, `unprintable`, `no_doses`, `not_a_covid_code`, `unspecified_not_agreed`,
 * `issuer_invalid`, `rid_invalid`); `too_long` with the doses (`doses.N`, `does_not_fit`) that would have to stay off:
 * the record then goes out without a card. Throws when the key is no P-256 private key.
 * Source: SMART Health Cards Framework 1.4.0; FHIR IG `hl7.fhir.uv.shc-vaccination` 1.0.0.
 * @example
 * const outcome = issueCard({ patient: { family: 'Rivera', given: ['Ana'] }, birthOn, doses: [{ cvx: '208', givenOn }], issuer, rid }, key, new Date());
 * if (outcome.ok) qrMatrix(outcome.value.shcText);
 */
export function issueCard(request: CardRequest, key: SigningKey, now: Date): Outcome<IssuedCard> {
  const problems = requestProblems(request);
  if (problems.length > 0) return refuse('invalid', problems);
  const kid = thumbprint(key);
  const nbf = Math.floor(now.getTime() / 1000);
  for (const detail of DETAILS) {
    const input = signingInput(request, detail, kid, nbf);
    if (!fits(input)) continue;
    const jws = signed(input, key);
    return done({ jws, shcText: shcText(jws), kid, leftOff: leftOff(request, detail), nbf, doseCount: request.doses.length });
  }
  return refuse('too_long', dosesTooMany(request, kid, nbf));
}
