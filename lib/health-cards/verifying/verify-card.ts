import type { Directory, RevocationList } from '../directory';
import { findCards, type Carrier, type FoundCard } from './carriers';
import { isHealthCard, readClaims, type Claims } from './claims';
import { violationsOf } from './conformance';
import { readContent } from './content';
import { openJws, type Opened } from './jws';
import { signedByItsKid } from './key-recovery';
import { revocationState, type RevocationState } from './revocation';
import { signatureHolds } from './signature';
import type { DirectoryState, Failed, FailureReason, Passed, Remark, Verdict } from './verdict';

export type VerifyOptions = {
  readonly directory: Directory;
  readonly now: Date;
  /** `read` shows what a card says; `conforms` also lists every rule that it breaks. */
  readonly mode: 'read' | 'conforms';
  /** Revocation lists beyond those of the directory. */
  readonly crls?: readonly (RevocationList & { readonly iss: string })[];
  /** From which age in days a directory is called stale; 30 unless told. */
  readonly staleAfterDays?: number;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const STALE_AFTER_DAYS = 30;

function directoryState({ directory, now, staleAfterDays = STALE_AFTER_DAYS }: VerifyOptions): DirectoryState {
  const ageDays = Math.max(0, Math.floor((now.getTime() - Date.parse(directory.asOf)) / DAY_MS));
  return { asOf: directory.asOf, ageDays, stale: ageDays > staleAfterDays };
}

function failed(reason: FailureReason, options: VerifyOptions): Failed {
  const violations = options.mode === 'conforms' ? [{ rule: reason, path: '' }] : null;
  return { answer: 'not_verified', reason, directory: directoryState(options), violations };
}

type Trust = { readonly trusted: boolean; readonly name: string | null; readonly revocation: RevocationState };

/** Who signed: found by issuer and key together, because different issuers share keys. */
function trustIn(opened: Opened, claims: Claims, { directory, crls = [] }: VerifyOptions): Trust | FailureReason {
  const { kid, signed, signature } = opened;
  const entry = directory.find(claims.iss, kid);
  if (entry === null && directory.nameOf(claims.iss) !== null) return 'key_not_in_directory';
  const intact = entry === null ? signedByItsKid(signed, signature, kid) : signatureHolds(signed, signature, entry.key);
  if (!intact) return 'signature_invalid';
  const added = crls.filter((list) => list.iss === claims.iss && list.kid === kid);
  const lists = entry?.revocations ? [entry.revocations, ...added] : added;
  const revocation = revocationState({ rid: claims.vc.rid, nbf: claims.nbf }, entry?.key.crlVersion, lists);
  return { trusted: entry !== null, name: entry?.name ?? null, revocation };
}

function timeFailure(claims: Claims, now: Date): FailureReason | null {
  const seconds = now.getTime() / 1000;
  if (claims.nbf > seconds) return 'not_yet_valid';
  return claims.exp !== undefined && claims.exp <= seconds ? 'expired' : null;
}

function remarksFor(trust: Trust, stale: boolean): Remark[] {
  const revocation: Partial<Record<RevocationState, Remark>> = { not_checked: 'revocation_not_checked', list_outdated: 'revocation_list_outdated' };
  const remark = revocation[trust.revocation];
  return [...(remark === undefined ? [] : [remark]), ...(stale ? (['directory_stale'] as const) : [])];
}

function passed(card: FoundCard, opened: Opened, claims: Claims, trust: Trust, options: VerifyOptions): Passed {
  const directory = directoryState(options);
  const { content, remarks } = readContent(claims);
  return {
    answer: trust.trusted ? 'verified' : 'partially_verified',
    reason: trust.trusted ? 'issuer_trusted' : 'issuer_not_in_directory',
    issuer: { iss: claims.iss, name: trust.name },
    kid: opened.kid,
    issuedAt: new Date(claims.nbf * 1000),
    expiresAt: claims.exp === undefined ? null : new Date(claims.exp * 1000),
    content,
    remarks: [...remarks, ...remarksFor(trust, directory.stale)],
    directory,
    violations: options.mode === 'conforms' ? violationsOf(card, opened, options.directory.find(claims.iss, opened.kid)?.key ?? null) : null,
  };
}

function verifyFound(card: FoundCard, options: VerifyOptions): Verdict {
  const opened = openJws(card.jws);
  if (typeof opened === 'string') return failed(opened, options);
  const claims = readClaims(opened.payload);
  if (claims === null) return failed('payload_invalid', options);
  const trust = trustIn(opened, claims, options);
  if (typeof trust === 'string') return failed(trust, options);
  if (!isHealthCard(claims)) return failed('not_a_health_card', options);
  const untimely = timeFailure(claims, options.now);
  if (untimely !== null) return failed(untimely, options);
  return trust.revocation === 'revoked' ? failed('revoked', options) : passed(card, opened, claims, trust, options);
}

/**
 * Verifies every card of a carrier, in its order; one verdict where no card is found. Reasons as for `verifyCard`.
 * Source: SMART Health Cards Framework 1.4.0, "via File Download" (a file may hold several cards).
 * @example
 * verifyCards(fileBytes, { directory: vciDirectory(), now: new Date(), mode: 'read' }).map((verdict) => verdict.answer)
 */
export function verifyCards(carrier: Carrier, options: VerifyOptions): Verdict[] {
  const found = findCards(carrier);
  return found.ok ? found.cards.map((card) => verifyFound(card, options)) : [failed(found.reason, options)];
}

/**
 * Says whether one SMART Health Card is what it claims to be: `verified` (signature valid, issuer in the directory),
 * `partially_verified` (unaltered, issuer not in the directory: anybody can make such a card) or `not_verified`.
 * Takes the text of a code, a JWS, a file's bytes or the texts of several codes; works offline; `now` decides `nbf` and `exp`.
 *
 * Reasons of `not_verified`: `not_a_card`, `too_large`, `parts_missing`, `parts_mixed`, `several_cards`, `header_invalid`,
 * `algorithm_not_allowed`, `payload_unreadable`, `payload_too_large`, `payload_invalid`, `not_a_health_card`,
 * `key_not_in_directory`, `signature_malformed`, `signature_invalid`, `not_yet_valid`, `expired`, `revoked`.
 * A failed card's content is never part of the answer. Throws nothing.
 * Source: SMART Health Cards Framework 1.4.0; RFC 7515; FHIR IG `hl7.fhir.uv.shc-vaccination` 1.0.0.
 * @example
 * const verdict = verifyCard('shc:/5676…', { directory: vciDirectory(), now: new Date(), mode: 'read' });
 * if (verdict.answer === 'verified') verdict.content.doses;
 */
export function verifyCard(carrier: Carrier, options: VerifyOptions): Verdict {
  const [verdict, ...more] = verifyCards(carrier, options);
  return verdict === undefined || more.length > 0 ? failed('several_cards', options) : verdict;
}
