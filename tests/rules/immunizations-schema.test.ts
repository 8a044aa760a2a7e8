import { recordDoseSchema, voidDoseSchema } from '@/lib/immunizations/schema';

const ID = 'abcdefghijklmnopqrstuv';
const dose = {
  caseId: ID,
  patientId: ID,
  cvx: '03',
  givenOn: '2023-02-22',
  source: '02',
  evidence: { documentId: ID, page: 1, region: { x: 0.1, y: 0.2, w: 0.5, h: 0.1 } },
};
const problemOf = (more: object): string | undefined => {
  const read = recordDoseSchema.safeParse({ ...dose, ...more });
  return read.success ? undefined : read.error.issues[0]?.path.join('.');
};

it('reads a dose from paper, open unless said otherwise', () => {
  expect(recordDoseSchema.parse(dose)).toMatchObject({ cvx: '03', confidential: false, acceptedReasons: [] });
});

it('takes an empty box for a blank', () => {
  const { lot, mvx, tradeName } = recordDoseSchema.parse({ ...dose, lot: ' ', mvx: '', tradeName: '' });
  expect([lot, mvx, tradeName]).toEqual([undefined, undefined, undefined]);
});

it('composes letters, so that a lot compares with itself', () => {
  expect(recordDoseSchema.parse({ ...dose, organization: 'Cli\u0301nica' }).organization).toBe('Cl\u00EDnica');
});

it.each<readonly [string, object, string]>([
  ['a dose given by us', { source: '00' }, 'source'],
  ['a source that does not exist', { source: '09' }, 'source'],
  ['a month', { givenOn: '2023-02' }, 'givenOn'],
  ['a day that does not exist', { givenOn: '2023-02-30' }, 'givenOn'],
  ['words for a code', { cvx: 'MMR' }, 'cvx'],
  ['hidden characters in a lot', { lot: 'W01\u202E8842' }, 'lot'],
  ['a control character in a lot', { lot: 'W01\u00008842' }, 'lot'],
  ['a lot of fifty characters', { lot: 'W'.repeat(50) }, 'lot'],
  ['a region outside the page', { evidence: { ...dose.evidence, region: { x: 0.8, y: 0, w: 0.5, h: 0.1 } } }, 'evidence.region'],
  ['a region without size', { evidence: { ...dose.evidence, region: { x: 0, y: 0, w: 0, h: 0.1 } } }, 'evidence.region'],
  ['page 0', { evidence: { documentId: ID, page: 0 } }, 'evidence.page'],
  ['a reason for what no reason lifts', { acceptedReasons: [{ problem: 'before_birth', reason: 'x' }] }, 'acceptedReasons.0.problem'],
  ['a reason without words', { acceptedReasons: [{ problem: 'lot_malformed', reason: ' ' }] }, 'acceptedReasons.0.reason'],
  ['two reasons for one problem', { acceptedReasons: [1, 2].map((n) => ({ problem: 'lot_malformed', reason: `${n}` })) }, 'acceptedReasons'],
  ['a field that is not ours', { recordedById: ID }, ''],
])('refuses %s', (_, more, path) => expect(problemOf(more)).toBe(path));

it('voids with a reason only', () => {
  expect(voidDoseSchema.safeParse({ doseId: ID, version: 0, reason: 'Not hers' }).success).toBe(true);
  expect(voidDoseSchema.safeParse({ doseId: ID, version: 0, reason: '' }).success).toBe(false);
});
