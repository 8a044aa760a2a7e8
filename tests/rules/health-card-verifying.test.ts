import { createHmac, generateKeyPairSync } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { directoryOf, withOwnIssuer } from '@/lib/health-cards/directory';
import { generateSigningKey, thumbprint } from '@/lib/health-cards/issuing/keys';
import type { Carrier } from '@/lib/health-cards/verifying/carriers';
import { verifyCard, verifyCards, type VerifyOptions } from '@/lib/health-cards/verifying/verify-card';
import type { Passed, Verdict } from '@/lib/health-cards/verifying/verdict';
import {
  EXAMPLES_HOLD, NOW, OUR_ISSUER, directoryWith, exampleCode, exampleDirectory, exampleFile, exampleIssuer, exampleJws, ourDirectory, ourKid,
} from '../fixtures/health-cards/examples';
import { aPayload, forge } from '../fixtures/health-cards/forge';

const onExample = (carrier: Carrier, changes: Partial<VerifyOptions> = {}): Verdict =>
  verifyCard(carrier, { directory: exampleDirectory, now: EXAMPLES_HOLD, mode: 'read', ...changes });
const onOurs = (carrier: Carrier, changes: Partial<VerifyOptions> = {}): Verdict =>
  verifyCard(carrier, { directory: ourDirectory, now: NOW, mode: 'read', ...changes });

function passed(verdict: Verdict): Passed {
  if (verdict.answer === 'not_verified') throw new Error(`not verified: ${verdict.reason}`);
  return verdict;
}

describe("the framework's examples", () => {
  const forms: [string, Carrier][] = [
    ['00 as a JWS', exampleJws('00')],
    ['00 as a file', exampleFile('00')],
    ['00 as the bytes of a file', Buffer.from(exampleFile('00'))],
    ['00 as a code', exampleCode('00')],
    ['01, whose key comes with a certificate', exampleCode('01')],
    ['02, split over three codes', [2, 0, 1].map((part) => exampleCode('02', part))],
    ['02, three codes in one text', [0, 1, 2].map((part) => exampleCode('02', part)).join('\n')],
    ['03, whose rid is listed with a time before it was issued', exampleCode('03')],
  ];
  test.each(forms)('%s is verified', (_, carrier) => {
    expect(onExample(carrier)).toMatchObject({ answer: 'verified', reason: 'issuer_trusted', issuer: { name: exampleIssuer.name } });
  });

  test.each(['00', '01', '03'])('%s keeps every rule for issuers', (number) => {
    expect(onExample(exampleCode(number), { mode: 'conforms' }).violations).toEqual([]);
  });

  test('00 says who and which doses', () => {
    const { content, remarks } = passed(onExample(exampleCode('00')));
    expect(content).toMatchObject({ names: [{ family: 'Anyperson', given: ['John', 'B.'] }], birthOn: '1951-01-20' });
    expect(content.doses.map((dose) => [dose.cvx, dose.givenOn, dose.lot])).toEqual([
      ['207', '2021-01-01', '0000001'], ['207', '2021-01-29', '0000007'], ['229', '2022-09-05', '0000001'],
    ]);
    expect(remarks).toEqual([]);
  });

  test('02 reads, yet as a patient summary over several codes it breaks the rules of a card', () => {
    const verdict = passed(onExample([0, 1, 2].map((part) => exampleCode('02', part)), { mode: 'conforms' }));
    expect(verdict.content.names).toHaveLength(1);
    expect(verdict.content.others).toContain('Composition');
    expect(verdict.remarks).toEqual(['no_doses']);
    const rules = new Set((verdict.violations ?? []).map((violation) => violation.rule));
    for (const rule of ['jws_too_long', 'split_over_codes', 'bundle_not_collection', 'first_entry_not_patient', 'element_not_allowed']) {
      expect(rules).toContain(rule);
    }
  });
});

describe('an altered card is not verified and shows nothing', () => {
  const [header = '', payload = '', signature = ''] = exampleJws('00').split('.');
  const flip = (segment: string, at: number): string => {
    const bytes = Buffer.from(segment, 'base64url');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes.toString('base64url');
  };
  const length = (segment: string): number => Buffer.from(segment, 'base64url').length;
  const flips = [
    ...Array.from({ length: length(header) }, (_, at) => [flip(header, at), payload, signature].join('.')),
    ...Array.from({ length: length(payload) }, (_, at) => [header, flip(payload, at), signature].join('.')),
    ...Array.from({ length: length(signature) }, (_, at) => [header, payload, flip(signature, at)].join('.')),
  ];

  test('one flipped bit in any byte of header, payload or signature', () => {
    const verdicts = flips.map((jws) => onExample(jws));
    expect(verdicts.filter((verdict) => verdict.answer !== 'not_verified')).toEqual([]);
    for (const verdict of verdicts) {
      expect(verdict).not.toHaveProperty('content');
      expect(verdict).not.toHaveProperty('issuer');
    }
  });

  test('the same signature bytes written with other spare bits', () => {
    const last = signature.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const other = `${signature.slice(0, -1)}${alphabet[alphabet.indexOf(last) + 1] ?? ''}`;
    expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(signature, 'base64url'));
    expect(onExample(`${header}.${payload}.${other}`)).toMatchObject({ reason: 'signature_malformed' });
  });
});

describe('why a card is not verified', () => {
  const other = generateSigningKey();
  const bomb = deflateRawSync(Buffer.alloc(50_000_000, 0x20));
  const hmac = (() => {
    const input = `${Buffer.from(JSON.stringify({ zip: 'DEF', alg: 'HS256', kid: ourKid })).toString('base64url')}.${forge().split('.')[1] ?? ''}`;
    return `${input}.${createHmac('sha256', ourKid).update(input).digest('base64url')}`;
  })();
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const cases: [string, string, Carrier][] = [
    ['nothing at all', 'not_a_card', ''],
    ['some words', 'not_a_card', 'hello shc:/12'],
    ['a code with an odd digit', 'not_a_card', `${exampleCode('00')}1`],
    ['a code with characters no JWS has', 'not_a_card', 'shc:/9999'],
    ['a file that is not JSON', 'not_a_card', '{"verifiableCredential":'],
    ['a file without cards', 'not_a_card', '{"verifiableCredential":[]}'],
    ['a file of numbers', 'not_a_card', '{"verifiableCredential":[1]}'],
    ['a megabyte of text', 'too_large', 'shc:/'.padEnd(1_000_000, '12')],
    ['one of three codes', 'parts_missing', [exampleCode('02', 0)]],
    ['codes of two cards', 'parts_mixed', [exampleCode('02', 0), exampleCode('00')]],
    ['the same part twice, different', 'parts_mixed', [exampleCode('02', 0), exampleCode('02', 1).replace('/2/3/', '/1/3/')]],
    ['a file of two cards where one is asked for', 'several_cards', JSON.stringify({ verifiableCredential: [forge(), forge()] })],
    ['alg none', 'algorithm_not_allowed', forge({ header: { alg: 'none' } })],
    ['alg HS256 over the public key id', 'algorithm_not_allowed', hmac],
    ['alg ES384', 'algorithm_not_allowed', forge({ header: { alg: 'ES384' } })],
    ['no compression named', 'header_invalid', forge({ header: { zip: undefined } })],
    ['an extension that must be understood', 'header_invalid', forge({ header: { crit: ['b64'] } })],
    ['no key named', 'header_invalid', forge({ header: { kid: undefined } })],
    ['a kid that our directory does not have', 'key_not_in_directory', forge({ header: { kid: thumbprint(other) } })],
    ['another key under our kid', 'signature_invalid', forge({ key: other })],
    ['another key that the card itself brings', 'signature_invalid', forge({ key: other, header: { jwk: stranger, jku: 'https://evil.example/jwks.json' } })],
    ['an unknown issuer under our kid', 'signature_invalid', forge({ key: other, payload: aPayload({ claims: { iss: 'https://other.example' } }) })],
    ['a DER signature', 'signature_malformed', forge({ encoding: 'der' })],
    ['an all-zero signature', 'signature_invalid', forge().replace(/[^.]+$/, Buffer.alloc(64).toString('base64url'))],
    ['a payload that grows to 50 MB', 'payload_too_large', forge({ deflated: bomb })],
    ['a payload with a zlib header', 'payload_unreadable', forge({ deflated: deflateSync(JSON.stringify(aPayload())) })],
    ['a payload that is not JSON', 'payload_unreadable', forge({ payload: 'nonsense' })],
    ['a payload 5,000 lists deep', 'payload_unreadable', forge({ payload: '['.repeat(5000) + ']'.repeat(5000) })],
    ['a payload without a bundle', 'payload_invalid', forge({ payload: { iss: OUR_ISSUER, nbf: 1, vc: {} } })],
    ['an nbf in words', 'payload_invalid', forge({ payload: aPayload({ claims: { nbf: 'yesterday' } }) })],
    ['an nbf beyond all numbers', 'payload_invalid', forge({ payload: JSON.stringify(aPayload()).replace('1795000000', '1e309') })],
    ['a credential of another kind', 'not_a_health_card', forge({ payload: aPayload({ vc: { type: ['VerifiableCredential'] } }) })],
    ['an nbf one second ahead', 'not_yet_valid', forge({ payload: aPayload({ claims: { nbf: NOW.getTime() / 1000 + 1 } }) })],
    ['an exp that is now', 'expired', forge({ payload: aPayload({ claims: { exp: NOW.getTime() / 1000 } }) })],
  ];
  test.each(cases)('%s: %s', (_, reason, carrier) => {
    const verdict = onOurs(carrier);
    expect(verdict).toMatchObject({ answer: 'not_verified', reason, violations: null });
    expect(Object.keys(verdict).sort()).toEqual(['answer', 'directory', 'reason', 'violations']);
  });

  test('03 after its expiry', () => {
    expect(onExample(exampleCode('03'), { now: new Date('2025-06-01T00:00:00Z') })).toMatchObject({ reason: 'expired' });
  });
});

describe('time', () => {
  test('a fractional nbf and an exp still ahead are legal', () => {
    const card = forge({ payload: aPayload({ claims: { nbf: NOW.getTime() / 1000 - 0.25, exp: NOW.getTime() / 1000 + 1 } }) });
    expect(onOurs(card, { mode: 'conforms' })).toMatchObject({ answer: 'verified', violations: [] });
  });

  test.each([
    ['2026-11-24', 0, false], ['2026-10-25', 30, false], ['2026-10-24', 31, true],
  ])('a directory of %s is %i days old (stale: %s)', (asOf, ageDays, stale) => {
    const directory = { ...ourDirectory, asOf };
    const verdict = passed(onOurs(forge(), { directory }));
    expect(verdict.directory).toEqual({ asOf, ageDays, stale });
    expect(verdict.remarks.includes('directory_stale')).toBe(stale);
  });
});

describe('revocation', () => {
  const nbf = 1_795_000_000;
  const lists: [string, string[], string | number, string][] = [
    ['a rid on the list', ['MKyCxh7p6uQ'], 1, 'not_verified'],
    ['a rid on a list whose counter is text', ['x', 'MKyCxh7p6uQ'], '2', 'not_verified'],
    ['a time after the card began', [`MKyCxh7p6uQ.${nbf + 1}`], 1, 'not_verified'],
    ['the very time the card began', [`MKyCxh7p6uQ.${nbf}`], 1, 'verified'],
    ['a time before the card began', [`MKyCxh7p6uQ.${nbf - 1}`], 1, 'verified'],
    ['a time nobody can read', ['MKyCxh7p6uQ.soon'], 1, 'not_verified'],
    ['another rid', ['MKyCxh7p6u', 'MKyCxh7p6uQx', 'mKyCxh7p6uQ'], 1, 'verified'],
  ];
  test.each(lists)('%s', (_, rids, ctr, answer) => {
    expect(onOurs(forge(), { crls: [{ iss: OUR_ISSUER, kid: ourKid, ctr, rids }] })).toMatchObject({ answer });
  });

  test("another issuer's list with the same kid does not count", () => {
    expect(onOurs(forge(), { crls: [{ iss: 'https://other.example', kid: ourKid, ctr: 1, rids: ['MKyCxh7p6uQ'] }] }).answer).toBe('verified');
  });

  const announced = directoryOf('2026-11-20', [{ iss: OUR_ISSUER, name: 'x', keys: [{ ...keyOf(), crlVersion: 12 }] }]);
  test.each([
    ['no list at hand', [], ['revocation_not_checked']],
    ['an older list', [{ iss: OUR_ISSUER, kid: ourKid, ctr: '9', rids: [] }], ['revocation_list_outdated']],
    ['the current list', [{ iss: OUR_ISSUER, kid: ourKid, ctr: '12', rids: [] }], []],
    ['a list of another method', [{ iss: OUR_ISSUER, kid: ourKid, method: 'legacy', ctr: '12', rids: [] }], ['revocation_not_checked']],
  ])('a key that announces a list: %s', (_, crls, remarks) => {
    expect(passed(onOurs(forge(), { directory: announced, crls })).remarks).toEqual(remarks);
  });

  function keyOf() {
    const found = ourDirectory.find(OUR_ISSUER, ourKid);
    if (found === null) throw new Error('our key is missing');
    return found.key;
  }
});

describe('an issuer outside the directory', () => {
  const stranger = generateSigningKey();
  const iss = 'https://stranger.example/cards';
  const card = forge({ key: stranger, header: { kid: thumbprint(stranger) }, payload: aPayload({ claims: { iss } }) });

  test('an unaltered card is partially verified, without any name for the issuer', () => {
    expect(onOurs(card)).toMatchObject({ answer: 'partially_verified', reason: 'issuer_not_in_directory', issuer: { iss, name: null } });
  });

  test('an altered one is not', () => {
    const [header = '', payload = '', signature = ''] = card.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    bytes[40] = (bytes[40] ?? 0) ^ 4;
    expect(onOurs(`${header}.${payload}.${bytes.toString('base64url')}`)).toMatchObject({ answer: 'not_verified', reason: 'signature_invalid' });
  });

  test('every fresh key is recovered, whichever half of the curve it lies on', () => {
    for (let round = 0; round < 12; round += 1) {
      const key = generateSigningKey();
      const made = forge({ key, header: { kid: thumbprint(key) }, payload: aPayload({ claims: { iss } }) });
      expect(onOurs(made).answer).toBe('partially_verified');
    }
  });

  test('the directory is asked by issuer and kid: the same key under another issuer is not trusted', () => {
    const payload = aPayload({ claims: { iss: `${OUR_ISSUER}/other` } });
    expect(onOurs(forge({ payload })).answer).toBe('partially_verified');
  });

  test('our own issuer joins a directory, and a key that the directory lists under our name does not count', () => {
    const directory = withOwnIssuer(directoryWith(stranger), { iss: OUR_ISSUER, name: 'Ours', keys: [] });
    const payload = aPayload();
    expect(onOurs(forge({ key: stranger, header: { kid: thumbprint(stranger) }, payload }), { directory })).toMatchObject({ reason: 'key_not_in_directory' });
  });
});

describe('what is read and remarked', () => {
  const read = (changes: Parameters<typeof aPayload>[0]): Passed => passed(onOurs(forge({ payload: aPayload(changes) })));

  test('a name as one text', () => {
    expect(read({ patient: { name: [{ text: '李' }] } }).content.names).toEqual([{ family: null, given: [], text: '李' }]);
  });

  test('SNOMED, ICD-11 and unknown codings beside CVX', () => {
    const coding = [
      { system: 'http://snomed.info/sct', code: '1119349007' },
      { system: 'http://id.who.int/icd11/mms', code: 'XM0GQ8' },
      { system: 'urn:x', code: 'y' },
      { system: 'http://hl7.org/fhir/sid/cvx', code: '208' },
    ];
    const [dose] = read({ dose: { vaccineCode: { coding } } }).content.doses;
    expect(dose?.codings.map((each) => each.system)).toEqual(['snomed', 'icd11', 'other', 'cvx']);
    expect(dose?.cvx).toBe('208');
  });

  const remarked: [string, Parameters<typeof aPayload>[0], string[]][] = [
    ['a dose not done', { dose: { status: 'not-done' } }, ['status_not_completed']],
    ['a subpotent dose', { dose: { isSubpotent: true } }, ['subpotent_dose']],
    ['a dose of somebody else', { dose: { patient: { reference: 'resource:9' } } }, ['reference_unclear']],
    ['a dose without a code', { dose: { vaccineCode: { text: 'shot' } } }, ['dose_unreadable']],
    ['a patient without a name', { patient: { name: [] } }, ['patient_missing']],
    ['two patients', { more: [{ resourceType: 'Patient', name: [{ text: 'Other' }] }] }, ['several_patients']],
  ];
  test.each(remarked)('%s is said', (_, changes, remarks) => {
    expect(read(changes).remarks).toEqual(remarks);
  });

  test('of two patients none is shown', () => {
    expect(read({ more: [{ resourceType: 'Patient', name: [{ text: 'Other' }] }] }).content.names).toEqual([]);
  });

  test('each card of a file gets its own answer', () => {
    const file = JSON.stringify({ verifiableCredential: [forge(), forge({ encoding: 'der' })] });
    const options: VerifyOptions = { directory: ourDirectory, now: NOW, mode: 'read' };
    expect(verifyCards(file, options).map((verdict) => verdict.answer)).toEqual(['verified', 'not_verified']);
  });
});

describe('rules for issuers', () => {
  const brokenBy = (jws: string): string[] => (onOurs(jws, { mode: 'conforms' }).violations ?? []).map(({ rule, path }) => `${rule} ${path}`.trim());
  const vc = 'vc.credentialSubject';
  const subject = (changes: Readonly<Record<string, unknown>>) => ({ credentialSubject: { ...aPayload().vc.credentialSubject, ...changes } });
  const one = 'entry.1.resource';
  const cases: [string, string, string[]][] = [
    ['a plain card', forge(), []],
    ['a key in the header', forge({ header: { jwk: {} } }), ['header_member_not_allowed header']],
    ['white space in the payload', forge({ payload: JSON.stringify(aPayload(), null, 1) }), ['payload_not_minified']],
    ['an issuer that ends in a slash and is not https', forge({ payload: aPayload({ claims: { iss: 'http://x.example/' } }) }), ['issuer_not_https iss', 'issuer_ends_in_slash iss']],
    ['an unknown claim', forge({ payload: aPayload({ claims: { sub: 'x' } }) }), ['claim_not_allowed']],
    ['a context', forge({ payload: aPayload({ vc: { '@context': ['https://www.w3.org/2018/credentials/v1'] } }) }), ['context_present vc']],
    ['a rid that is too long', forge({ payload: aPayload({ vc: { rid: 'a'.repeat(25) } }) }), ['rid_malformed vc.rid']],
    ['FHIR 3', forge({ payload: aPayload({ vc: subject({ fhirVersion: '3.0.2' }) }) }), [`fhir_version ${vc}.fhirVersion`]],
    ['an identifier', forge({ payload: aPayload({ patient: { identifier: [{ value: '1' }] } }) }), ['element_not_allowed entry.0.resource.identifier']],
    ['an id and a gender', forge({ payload: aPayload({ patient: { id: 'a', gender: 'male' } }) }), ['element_not_allowed entry.0.resource.id', 'element_not_allowed entry.0.resource.gender']],
    ['meta.security', forge({ payload: aPayload({ dose: { meta: { security: [{ code: 'IAL1.2' }] } } }) }), []],
    ['meta.profile', forge({ payload: aPayload({ dose: { meta: { security: [{ code: 'x' }], profile: ['p'] } } }) }), [`element_not_allowed ${one}.meta.profile`]],
    ['a name with a use', forge({ payload: aPayload({ patient: { name: [{ use: 'official', text: 'A B' }] } }) }), ['element_not_allowed entry.0.resource.name.0.use']],
    ['family and text', forge({ payload: aPayload({ patient: { name: [{ family: 'A', given: ['B'], text: 'A B' }] } }) }), ['name_parts_or_text entry.0.resource.name.0']],
    ['family alone', forge({ payload: aPayload({ patient: { name: [{ family: 'A' }] } }) }), ['name_parts_or_text entry.0.resource.name.0']],
    ['two names', forge({ payload: aPayload({ patient: { name: [{ text: 'A' }, { text: 'B' }] } }) }), ['name_not_one entry.0.resource.name']],
    ['a birth date in words', forge({ payload: aPayload({ patient: { birthDate: '05/01/1994' } }) }), ['birth_date_malformed entry.0.resource.birthDate']],
    ['a display', forge({ payload: aPayload({ dose: { vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '208', display: 'x' }] } } }) }), [`element_not_allowed ${one}.vaccineCode.coding.0.display`]],
    ['two codings', forge({ payload: aPayload({ dose: { vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '208' }, { system: 'http://hl7.org/fhir/sid/cvx', code: '213' }] } } }) }), [`coding_not_one ${one}.vaccineCode.coding`]],
    ['another status', forge({ payload: aPayload({ dose: { status: 'not-done' } }) }), [`status_not_completed ${one}.status`]],
    ['a time of day', forge({ payload: aPayload({ dose: { occurrenceDateTime: '2021-01-08T10:00:00Z' } }) }), [`occurrence_not_a_day ${one}.occurrenceDateTime`]],
    ['a lot of 20 characters', forge({ payload: aPayload({ dose: { lotNumber: 'A'.repeat(20) } }) }), [`lot_too_long ${one}.lotNumber`]],
    ['a lot that says lot', forge({ payload: aPayload({ dose: { lotNumber: 'Lot 5' } }) }), [`lot_says_lot ${one}.lotNumber`]],
    ['a performer of 30 characters', forge({ payload: aPayload({ dose: { performer: [{ actor: { display: 'A'.repeat(30) } }] } }) }), [`performer_too_long ${one}.performer.0.actor.display`]],
    ['isSubpotent false', forge({ payload: aPayload({ dose: { isSubpotent: false } }) }), [`subpotent_only_when_true ${one}.isSubpotent`]],
    ['a long reference', forge({ payload: aPayload({ dose: { patient: { reference: 'Patient/1' } } }) }), [`reference_not_short ${one}.patient.reference`, `reference_not_the_patient ${one}.patient`]],
    ['another resource', forge({ payload: aPayload({ more: [{ resourceType: 'Observation' }] }) }), ['entry_not_immunization entry.2.resource.resourceType']],
  ];
  test.each(cases)('%s', (_, jws, expected) => {
    const found = brokenBy(jws);
    if (expected.length === 0) expect(found).toEqual([]);
    else expect(found).toEqual(expect.arrayContaining(expected));
  });

  test('nulls and empty values are found wherever they stand', () => {
    const found = brokenBy(forge({ payload: aPayload({ dose: { lotNumber: null, performer: [], note: '' } }) }));
    expect(found).toEqual(expect.arrayContaining([`null_value ${one}.lotNumber`, `empty_value ${one}.performer`, `empty_value ${one}.note`]));
  });

  test('a card that is not verified breaks the rule it failed by', () => {
    expect(brokenBy(forge({ encoding: 'der' }))).toEqual(['signature_malformed']);
  });
});
