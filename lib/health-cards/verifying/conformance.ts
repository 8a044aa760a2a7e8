import type { IssuerKey } from '../directory';
import { bundleViolations } from './bundle-conformance';
import type { FoundCard } from './carriers';
import { structureOf, type Opened } from './jws';
import { thumbprintOf } from './signature';

/** One broken rule: a stable code and where in the payload (`entry.1.lotNumber`); empty for the card as a whole. */
export type Violation = { readonly rule: string; readonly path: string };

const JWS_LIMIT = 1195;
const HEADER_MEMBERS = ['alg', 'kid', 'zip'];

type Rule = readonly [holds: boolean, rule: string, path: string];
type Json = Readonly<Record<string, unknown>>;

const brokenOf = (rules: readonly Rule[]): Violation[] => rules.flatMap(([holds, rule, path]) => (holds ? [] : [{ rule, path }]));
const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

function envelopeRules({ jws, parts }: FoundCard, { header, kid, payloadText }: Opened, key: IssuerKey | null): Rule[] {
  return [
    [jws.length <= JWS_LIMIT, 'jws_too_long', ''],
    [parts === 1, 'split_over_codes', ''],
    [Object.keys(header).sort().join() === HEADER_MEMBERS.join(), 'header_member_not_allowed', 'header'],
    [/^[\w-]{43}$/.test(kid) && (key === null || thumbprintOf(key) === kid), 'kid_not_thumbprint', 'header.kid'],
    [!/\s/.test(structureOf(payloadText)), 'payload_not_minified', ''],
  ];
}

function claimRules(payload: Json): Rule[] {
  const vc = asObject(payload.vc);
  const subject = asObject(vc.credentialSubject);
  const iss = String(payload.iss);
  const unknown = Object.keys(payload).filter((name) => !['iss', 'nbf', 'exp', 'vc'].includes(name));
  return [
    [iss.startsWith('https://'), 'issuer_not_https', 'iss'],
    [!iss.endsWith('/'), 'issuer_ends_in_slash', 'iss'],
    [unknown.length === 0, 'claim_not_allowed', ''],
    [!('@context' in vc), 'context_present', 'vc'],
    [Object.keys(vc).every((name) => ['type', 'credentialSubject', 'rid', '@context'].includes(name)), 'claim_not_allowed', 'vc'],
    [vc.rid === undefined || /^[\w-]{1,24}$/.test(String(vc.rid)), 'rid_malformed', 'vc.rid'],
    [subject.fhirVersion === '4.0.1', 'fhir_version', 'vc.credentialSubject.fhirVersion'],
    [Object.keys(subject).every((name) => ['fhirVersion', 'fhirBundle'].includes(name)), 'claim_not_allowed', 'vc.credentialSubject'],
  ];
}

/**
 * Every rule for issuers that a readable card breaks. Deprecated types are neither asked for nor held against a card,
 * a fractional `nbf` and an `exp` are legal.
 */
export function violationsOf(card: FoundCard, opened: Opened, key: IssuerKey | null): Violation[] {
  const payload = asObject(opened.payload);
  const bundle = asObject(asObject(payload.vc).credentialSubject).fhirBundle;
  return [...brokenOf(envelopeRules(card, opened, key)), ...brokenOf(claimRules(payload)), ...bundleViolations(bundle)];
}
