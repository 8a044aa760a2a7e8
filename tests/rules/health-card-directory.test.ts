import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { directoryOf } from '@/lib/health-cards/directory';
import { compactSnapshot } from '@/lib/health-cards/directory/snapshot';
import { vciDirectory } from '@/lib/health-cards/directory/vci';
import snapshot from '@/lib/health-cards/directory/vci.json';
import { issueResponse, readIssueRequest } from '@/lib/health-cards/issuing/operation';
import { thumbprintOf } from '@/lib/health-cards/verifying/signature';
import { verifyCard } from '@/lib/health-cards/verifying/verify-card';
import { EXAMPLES_HOLD, exampleCode, exampleIssuer } from '../fixtures/health-cards/examples';

describe('the packaged directory', () => {
  test('is whole, and says where it comes from and of what day', () => {
    expect(snapshot).toMatchObject({ asOf: '2026-08-22', licence: expect.stringContaining('CC BY 4.0') as string });
    expect(snapshot.source).toContain('vci-directory');
    expect(snapshot.issuers).toHaveLength(651);
    expect(new Set(snapshot.issuers.map((issuer) => issuer.iss)).size).toBe(651);
    expect(snapshot.issuers.flatMap((issuer) => issuer.keys)).toHaveLength(961);
  });

  test('every key has its own thumbprint as kid', () => {
    expect(snapshot.issuers.flatMap((issuer) => issuer.keys).filter((key) => thumbprintOf(key) !== key.kid)).toEqual([]);
  });

  test("knows Connecticut's issuer, and a shared kid only under those who list it", () => {
    const iss = 'https://smarthealthcard.iisregistry.net/connecticut/issuer';
    expect(vciDirectory().nameOf(iss)).toBe('CT Department of Public Health');
    const owners = new Map<string, string[]>();
    for (const issuer of snapshot.issuers) for (const key of issuer.keys) owners.set(key.kid, [...(owners.get(key.kid) ?? []), issuer.iss]);
    const shared = [...owners].filter(([, issuers]) => issuers.length > 1);
    expect(shared).toHaveLength(46);
    const [kid = '', [owner = ''] = []] = shared[0] ?? [];
    expect(vciDirectory().find(owner, kid)?.key.kid).toBe(kid);
    expect(vciDirectory().find('https://elsewhere.example', kid)).toBeNull();
  });

  test("never trusts the framework's example issuer, whose private key is public", () => {
    expect(verifyCard(exampleCode('00'), { directory: vciDirectory(), now: EXAMPLES_HOLD, mode: 'read' }).answer).toBe('partially_verified');
  });

  test('takes no key whose kid is another key, and reads counters written as text', () => {
    const [key] = exampleIssuer.keys;
    if (key === undefined) throw new Error('the example issuer has keys');
    const published = (kid: string) => ({ kty: 'EC', crv: 'P-256', x: key.x, y: key.y, kid, crlVersion: '7' });
    const issuer = { iss: 'https://a.example', name: 'A', website: 'https://a.example/' };
    const crls = [{ kid: key.kid, method: 'rid', ctr: '7', rids: ['x.1'] }];
    const { asOf, issuers } = compactSnapshot({ time: '2026-11-01T04:00:00Z', issuerInfo: [{ issuer, keys: [published(key.kid), published('other')], crls }] });
    const directory = directoryOf(asOf, issuers);
    expect(directory.asOf).toBe('2026-11-01');
    expect(directory.find('https://a.example', key.kid)).toEqual({
      name: 'A', key: { kid: key.kid, x: key.x, y: key.y, crlVersion: 7 }, revocations: { kid: key.kid, method: 'rid', ctr: 7, rids: ['x.1'] },
    });
    expect(directory.find('https://a.example', 'other')).toBeNull();
    expect(() => compactSnapshot({ issuerInfo: [] })).toThrow();
  });
});

describe('issuer and verifier', () => {
  const room = path.join(__dirname, '../../lib/health-cards');
  const importsOf = (folder: string): string[] =>
    readdirSync(path.join(room, folder)).flatMap((file) => {
      const text = readFileSync(path.join(room, folder, file), 'utf8');
      return [...text.matchAll(/from '(\.[^']+|@[^']+)'/g)].map(([, target = '']) =>
        target.startsWith('.') ? path.join(folder, target) : target,
      );
    });

  test('share no code: a mistake of the one is not repeated by the other', () => {
    const [issuing, verifying] = [importsOf('issuing'), importsOf('verifying')];
    expect(issuing.length * verifying.length).toBeGreaterThan(0);
    expect(verifying.filter((target) => issuing.includes(target))).toEqual([]);
    expect(verifying.filter((target) => !target.startsWith('verifying/') && target !== 'directory')).toEqual([]);
  });
});

describe('$health-cards-issue', () => {
  const asks = (...types: string[]) => ({ resourceType: 'Parameters', parameter: types.map((valueUri) => ({ name: 'credentialType', valueUri })) });
  test.each<[string, unknown, object]>([
    ['the COVID-19 card', asks('https://smarthealth.cards#covid19'), { ok: true, value: { wantsCovidCard: true } }],
    ['a card that is both', asks('https://smarthealth.cards#covid19', 'https://smarthealth.cards#immunization'), { ok: true, value: { wantsCovidCard: true } }],
    ['a card that is also a laboratory card', asks('https://smarthealth.cards#covid19', 'https://smarthealth.cards#laboratory'), { ok: true, value: { wantsCovidCard: false } }],
    ['no type', asks(), { ok: false, reason: 'credential_type_missing' }],
    ['something else than Parameters', { resourceType: 'Bundle' }, { ok: false, reason: 'invalid' }],
  ])('asked for %s', (_, body, expected) => {
    expect(readIssueRequest(body)).toMatchObject(expected);
  });

  test('answers with one parameter a card, or none', () => {
    expect(issueResponse(['a.b.c'])).toEqual({ resourceType: 'Parameters', parameter: [{ name: 'verifiableCredential', valueString: 'a.b.c' }] });
    expect(issueResponse([])).toEqual({ resourceType: 'Parameters' });
  });
});
