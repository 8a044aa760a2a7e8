import { inflateRawSync } from 'node:zlib';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import { lotOnCard, performerOnCard } from '@/lib/health-cards/issuing/card-text';
import { cardFile, shcText } from '@/lib/health-cards/issuing/carriers';
import { isCovidCode } from '@/lib/health-cards/issuing/covid-codes';
import { contentDigest } from '@/lib/health-cards/issuing/facts';
import { issueCard, type CardRequest, type IssuedCard } from '@/lib/health-cards/issuing/issue-card';
import { generateSigningKey, newKeyIsDue, publicJwks, thumbprint } from '@/lib/health-cards/issuing/keys';
import { revocationId, revocationList } from '@/lib/health-cards/issuing/revocation';
import { verifyCard } from '@/lib/health-cards/verifying/verify-card';
import { NOW, OUR_ISSUER, aCard, ourDirectory, ourKey, ourKid } from '../fixtures/health-cards/examples';
import { secondOpinion } from '../fixtures/health-cards/second-opinion';

function issued(request: CardRequest = aCard()): IssuedCard {
  const outcome = issueCard(request, ourKey, NOW);
  if (!outcome.ok) throw new Error(`${outcome.reason} ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}

const payloadText = (jws: string): string => inflateRawSync(Buffer.from(jws.split('.')[1] ?? '', 'base64url')).toString();
type Payload = { vc: { credentialSubject: { fhirBundle: { entry: { resource: Record<string, unknown> }[] } } } };
const resourcesOf = (card: IssuedCard) => (JSON.parse(payloadText(card.jws)) as Payload).vc.credentialSubject.fhirBundle.entry.map((entry) => entry.resource);
const givenOn = (text: string) => text as CalendarDate;

describe('the card', () => {
  test('its header is exactly what the framework writes', () => {
    const header = Buffer.from(issued().jws.split('.')[0] ?? '', 'base64url').toString();
    expect(header).toBe(`{"zip":"DEF","alg":"ES256","kid":"${ourKid}"}`);
  });

  test('its payload is the whole truth and nothing more', () => {
    const immunization = (cvx: string, day: string, performer: string, lot: object) => ({
      resourceType: 'Immunization', status: 'completed', vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: cvx }] },
      patient: { reference: 'resource:0' }, occurrenceDateTime: day, performer: [{ actor: { display: performer } }], ...lot,
    });
    const resources = [
      { resourceType: 'Patient', name: [{ family: 'Nguyễn', given: ['Łukasz', 'B.'] }], birthDate: '1951-01-20' },
      immunization('208', '2021-01-08', 'Hartford Clinic', { lotNumber: 'EK9231' }),
      immunization('208', '2021-01-29', 'Hartford Clinic', { lotNumber: 'EL0142' }),
      immunization('300', '2022-10-03', 'Elm Street Pharmacy', {}),
    ];
    const entry = resources.map((resource, index) => ({ fullUrl: `resource:${index}`, resource }));
    expect(payloadText(issued().jws)).toBe(JSON.stringify({
      iss: OUR_ISSUER,
      nbf: Math.floor(NOW.getTime() / 1000),
      vc: {
        type: ['https://smarthealth.cards#health-card', 'https://smarthealth.cards#immunization', 'https://smarthealth.cards#covid19'],
        credentialSubject: { fhirVersion: '4.0.1', fhirBundle: { resourceType: 'Bundle', type: 'collection', entry } },
        rid: 'MKyCxh7p6uQ',
      },
    }));
  });

  test('it keeps every rule for issuers', () => {
    const verdict = verifyCard(issued().shcText, { directory: ourDirectory, now: NOW, mode: 'conforms' });
    expect(verdict).toMatchObject({ answer: 'verified', violations: [], remarks: [] });
  });

  test('an implementation that is not ours accepts it, and refuses it once withdrawn', async () => {
    const card = issued();
    expect((await secondOpinion(card.shcText)).resources).toEqual(resourcesOf(card));
    const withdrawn = revocationList(ourKid, [{ rid: 'MKyCxh7p6uQ', upTo: NOW }], 1);
    await expect(secondOpinion(card.shcText, [withdrawn])).rejects.toThrow(/revoked/i);
  });

  test('it is different every time, its content digest is not', () => {
    const [first, second] = [issued(), issued()];
    expect(first.jws).not.toBe(second.jws);
    expect(first).toMatchObject({ kid: ourKid, nbf: 1795532400, doseCount: 3, leftOff: [] });
    expect(contentDigest(aCard())).toBe(contentDigest(aCard()));
  });

  const names: [string, CardRequest['patient'], object][] = [
    ['a name in parts', { family: ' Ñuñez-O’Brien ', given: ['Ana', '', 'María  José'] }, { family: 'Ñuñez-O’Brien', given: ['Ana', 'María José'] }],
    ['a name in one text', { text: '李 小龍' }, { text: '李 小龍' }],
    ['a family name alone', { family: 'Suharto', given: [] }, { text: 'Suharto' }],
    ['a given name alone', { given: ['Madonna'] }, { text: 'Madonna' }],
    ['a name typed with combining marks', { family: 'Nguyễn'.normalize('NFD'), given: ['An'] }, { family: 'Nguyễn', given: ['An'] }],
  ];
  test.each(names)('%s', (_, patient, expected) => {
    expect(resourcesOf(issued(aCard({ patient })))[0]?.name).toEqual([expected]);
  });

  test('a birth date goes on as far as it is known', () => {
    expect(resourcesOf(issued(aCard({ birthOn: '1951-01' as PartialDate })))[0]?.birthDate).toBe('1951-01');
  });

  test('a subpotent dose says so, any other says nothing', () => {
    const doses = [{ cvx: '208', givenOn: givenOn('2021-01-08'), subpotent: true }, { cvx: '208', givenOn: givenOn('2021-02-08'), subpotent: false }];
    expect(resourcesOf(issued(aCard({ doses }))).map((resource) => resource.isSubpotent)).toEqual([undefined, true, undefined]);
  });
});

describe('what keeps a card from being made', () => {
  const dose = { cvx: '208', givenOn: givenOn('2021-01-08') };
  const cases: [string, Partial<CardRequest>, string, string][] = [
    ['no name', { patient: { given: [' '] } }, 'patient', 'name_missing'],
    ['an empty text', { patient: { text: '' } }, 'patient', 'name_missing'],
    ['a name with a line break', { patient: { family: 'A\nB', given: ['C'] } }, 'patient', 'unprintable'],
    ['a name that turns the line around', { patient: { text: 'A \u202e B' } }, 'patient', 'unprintable'],
    ['half a character', { patient: { text: 'A\ud800' } }, 'patient', 'unprintable'],
    ['no doses', { doses: [] }, 'doses', 'no_doses'],
    ['a measles vaccine', { doses: [dose, { ...dose, cvx: '03' }] }, 'doses.1.cvx', 'not_a_covid_code'],
    ['a code that was never active', { doses: [{ ...dose, cvx: '225' }] }, 'doses.0.cvx', 'not_a_covid_code'],
    ['the unspecified code, undecided', { doses: [{ ...dose, cvx: '213' }] }, 'doses.0.cvx', 'unspecified_not_agreed'],
    ['an issuer without TLS', { issuer: 'http://cards.example.gov' }, 'issuer', 'issuer_invalid'],
    ['an issuer that ends in a slash', { issuer: `${OUR_ISSUER}/` }, 'issuer', 'issuer_invalid'],
    ['a rid that is too long', { rid: 'a'.repeat(25) }, 'rid', 'rid_invalid'],
  ];
  test.each(cases)('%s', (_, changes, field, reason) => {
    expect(issueCard(aCard(changes), ourKey, NOW)).toEqual({ ok: false, reason: 'invalid', problems: [{ field, reason }] });
  });

  test('the unspecified code goes on a card once somebody agreed', () => {
    expect(issued(aCard({ doses: [{ ...dose, cvx: '213' }], unspecifiedVaccineAgreed: true })).doseCount).toBe(1);
  });

  test.each([['207', true], ['334', true], ['500', true], ['521', true], ['522', false], ['226', false], ['', false]])('CVX %s on a card: %s', (cvx, expected) => {
    expect(isCovidCode(cvx)).toBe(expected);
  });
});

describe('a card too long for one code', () => {
  // Digits of π do not compress: each lot and performer costs its full length.
  const noise = (index: number, length: number) => BigInt(3141592653589793n ** BigInt(index + 9)).toString(36).toUpperCase().slice(3, 3 + length);
  const doses = (count: number, lot = 19, performer = 29) =>
    Array.from({ length: count }, (_, index) => ({
      cvx: ['208', '300', '309', '312', '229', '207'][index % 6] ?? '208',
      givenOn: givenOn(`20${20 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${String(((index * 7) % 27) + 1).padStart(2, '0')}`),
      lot: noise(index, lot),
      performer: noise(index + 50, performer),
    }));

  const grown = Array.from({ length: 60 }, (_, index) => issueCard(aCard({ doses: doses(index + 1) }), ourKey, NOW));
  const kept = grown.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));

  test('gives up lots, then performers, never a dose', () => {
    const steps = kept.map((card) => card.leftOff.join('+'));
    expect(steps.filter((step, index) => step !== steps[index - 1])).toEqual(['', 'lots', 'lots+performers']);
    expect(kept.map((card) => card.doseCount)).toEqual(kept.map((_, index) => index + 1));
    for (const card of kept) expect(resourcesOf(card)).toHaveLength(card.doseCount + 1);
  });

  test('never exceeds 1195 characters, and what it still carries is whole', () => {
    expect(Math.max(...kept.map((card) => card.jws.length))).toBeLessThanOrEqual(1195);
    for (const card of kept) {
      const { violations } = verifyCard(card.jws, { directory: ourDirectory, now: NOW, mode: 'conforms' });
      expect(violations).toEqual([]);
    }
  });

  test('is refused at last, with the oldest doses that would have to stay off', () => {
    const outcome = grown.at(-1);
    if (outcome === undefined || outcome.ok) throw new Error('60 doses fitted');
    expect(outcome.reason).toBe('too_long');
    expect(outcome.problems[0]).toEqual({ field: 'doses.0', reason: 'does_not_fit' });
    const rest = doses(60).slice(outcome.problems.length);
    expect(issueCard(aCard({ doses: rest }), ourKey, NOW).ok).toBe(true);
    expect(issueCard(aCard({ doses: doses(60).slice(outcome.problems.length - 1) }), ourKey, NOW).ok).toBe(false);
  });
});

describe('lots and performers', () => {
  test.each([
    ['EL0142', 'EL0142'], [' el0142 ', 'el0142'], ['Lot EL0142', 'EL0142'], ['LOT#EL0142', 'EL0142'], ['lot: 039K20A', '039K20A'],
    ['Lot No. 55', '55'], ['LOT0142', '0142'], ['PLOT7', 'PLOT7'], ['LOTUS1', 'LOTUS1'], ['EL0142 (lot)', 'EL0142 ()'],
    ['A'.repeat(19), 'A'.repeat(19)], ['A'.repeat(20), null], ['', null], ['lot', null], [undefined, null],
  ])('lot %j is %j on a card', (lot, expected) => {
    expect(lotOnCard(lot)).toBe(expected);
  });

  test.each([
    ['Hartford Clinic', 'Hartford Clinic'], ['A'.repeat(29), 'A'.repeat(29)], ['A'.repeat(30), null],
    ['Yale New Haven Hospital, Smilow Center', 'Yale New Haven Hospital'], ['Connecticut Department of Public Health', 'Connecticut Department of'],
    ['  two   spaces ', 'two spaces'], [undefined, null],
  ])('performer %j is %j on a card', (performer, expected) => {
    expect(performerOnCard(performer)).toBe(expected);
  });

  test('a lot or performer that cannot be shortened is reported as left off', () => {
    const doses = [{ cvx: '208', givenOn: givenOn('2021-01-08'), lot: 'A'.repeat(20), performer: 'B'.repeat(30) }];
    expect(issued(aCard({ doses })).leftOff).toEqual(['lots', 'performers']);
  });
});

describe('content digest', () => {
  const [first, second, third] = aCard().doses;
  const base = contentDigest(aCard());
  test('the order of doses, spaces, and how accents are typed make no difference', () => {
    if (!first || !second || !third) throw new Error('three doses');
    expect(contentDigest(aCard({ doses: [third, first, second] }))).toBe(base);
    expect(contentDigest(aCard({ patient: { family: ' Nguyễn '.normalize('NFD'), given: ['Łukasz', 'B.'] } }))).toBe(base);
    expect(contentDigest(aCard({ rid: 'other', issuer: 'https://other.example' }))).toBe(base);
  });

  test.each<[string, Partial<CardRequest>]>([
    ['another day of birth', { birthOn: '1951-01-21' as PartialDate }],
    ['another name', { patient: { family: 'Nguyễn', given: ['Łukasz'] } }],
    ['one dose fewer', { doses: aCard().doses.slice(1) }],
    ['another lot', { doses: aCard().doses.map((dose) => ({ ...dose, lot: 'X1' })) }],
    ['a subpotent dose', { doses: aCard().doses.map((dose) => ({ ...dose, subpotent: true })) }],
  ])('%s is another digest', (_, changes) => {
    expect(contentDigest(aCard(changes))).not.toBe(base);
    expect(base).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('keys and lists', () => {
  test("the thumbprint of RFC 7638's kind: the framework's key has the kid that it publishes", () => {
    const key = { kty: 'EC', crv: 'P-256', x: '11XvRWy1I2S0EyJlyf_bWfw_TQ5CJJNLw78bHXNxcgw', y: 'eZXwxvO1hvCY0KucrPfKo7yAyMT6Ajc3N7OkAB6VYy8' } as const;
    expect(thumbprint(key)).toBe('3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s');
  });

  test('published keys never carry d', () => {
    const key = { ...generateSigningKey(), crlVersion: 3 };
    const published = publicJwks([key, ourKey]);
    expect(JSON.stringify(published)).not.toContain(key.d);
    expect(Object.keys(published.keys[0] ?? {})).toEqual(['kty', 'use', 'alg', 'crv', 'x', 'y', 'kid', 'crlVersion']);
    expect(Object.keys(published.keys[1] ?? {})).toEqual(['kty', 'use', 'alg', 'crv', 'x', 'y', 'kid']);
  });

  test('a new key is due after a year', () => {
    expect(newKeyIsDue(new Date('2025-11-24T15:00:00Z'), new Date('2026-11-24T15:00:00Z'))).toBe(true);
    expect(newKeyIsDue(new Date('2025-11-24T15:00:00Z'), new Date('2026-11-24T14:59:59Z'))).toBe(false);
  });

  test('a rid is 11 characters, the same for one person under one key, another elsewhere', () => {
    const secret = Buffer.alloc(32, 7);
    const rid = revocationId(secret, ourKid, 'person');
    expect(rid).toMatch(/^[\w-]{11}$/);
    expect(revocationId(secret, ourKid, 'person')).toBe(rid);
    expect(new Set([rid, revocationId(secret, 'other', 'person'), revocationId(secret, ourKid, 'other'), revocationId(Buffer.alloc(32, 8), ourKid, 'person')]).size).toBe(4);
    expect(() => revocationId(Buffer.alloc(31), ourKid, 'person')).toThrow(RangeError);
  });

  test('a list withdraws the old card, in its very second too, and not its replacement', () => {
    const crls = [{ iss: OUR_ISSUER, ...revocationList(ourKid, [{ rid: 'MKyCxh7p6uQ', upTo: NOW }], 1) }];
    const later = new Date(NOW.getTime() + 1000);
    const replacement = issueCard(aCard(), ourKey, later);
    if (!replacement.ok) throw new Error(replacement.reason);
    const answer = (jws: string) => verifyCard(jws, { directory: ourDirectory, now: later, mode: 'read', crls });
    expect(answer(issued().jws)).toMatchObject({ answer: 'not_verified', reason: 'revoked' });
    expect(answer(replacement.value.jws)).toMatchObject({ answer: 'verified' });
  });

  test('of several withdrawals of one person the widest stays', () => {
    const at = (seconds: number) => new Date(seconds * 1000);
    const list = revocationList('k', [{ rid: 'b', upTo: at(5) }, { rid: 'b', upTo: at(9) }, { rid: 'b', upTo: at(7) }, { rid: 'a', upTo: at(1) }, { rid: 'a' }], 4);
    expect(list).toEqual({ kid: 'k', method: 'rid', ctr: 4, rids: ['a', 'b.10'] });
    expect(() => revocationList('k', [], 0)).toThrow(RangeError);
  });
});

describe('forms', () => {
  test('the text of a code writes two digits for each character', () => {
    expect(shcText('eyJ.-_')).toBe('shc:/567629010050');
    expect(() => shcText('a b')).toThrow(RangeError);
  });

  test('the file of a wallet', () => {
    expect(cardFile(['a.b.c'])).toEqual({ name: 'covid-19.smart-health-card', type: 'application/smart-health-card', text: '{"verifiableCredential":["a.b.c"]}' });
  });
});
