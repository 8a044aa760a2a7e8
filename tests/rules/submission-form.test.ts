import { sharpness, photoProblems, type Grey } from '@/components/request/photo-check';
import { documentsOf } from '@/components/request/form-documents';
import { questionSchemas, type Answers } from '@/components/request/questions';
import { firstOpen, reachable, stepAfter, stepOfField, stepsOf, submissionOf, type Progress } from '@/components/request/steps';
import { CHECKLISTS } from '@/lib/documents/checklists';
import { calendarDateOf } from '@/lib/platform/dates';
import { RELATIONS, submissionSchema } from '@/lib/submissions/schema';

const today = calendarDateOf('2026-11-24');
const schemas = questionSchemas(today);
const none = { line1: '', line2: '', city: '', state: 'CT', zip: '' };

const answers: Answers = {
  who: { relation: 'self' },
  you: { given: ' Marisol ', family: 'Calderón Reyes' },
  birth: { birthOn: '1990-07-16', sex: '' },
  tried: { phone: '', email: ' Marisol@Example.com ' },
  address: none,
  contact: { phone: '860-555-0177', email: '' },
  delivery: { delivery: 'fax' },
  wants: { wants: ['covid_record'] },
  fax: { faxNumber: '(860) 555-0134' },
  deadline: { needed: 'no', on: '', reason: '' },
  message: { message: '' },
};
const complete: Progress = { answers, files: [{ id: 'd', kind: 'photo_id', name: 'id.jpg', size: 1 }] };

test('a full form is one the server takes', () => {
  const form = submissionOf(complete, 'es', today);
  expect(submissionSchema.safeParse(form).success).toBe(true);
  expect(form).toEqual({
    kind: 'record_not_found',
    language: 'es',
    relation: 'self',
    requester: { given: 'Marisol', family: 'Calderón Reyes' },
    phone: '860-555-0177',
    subjects: [{ given: 'Marisol', family: 'Calderón Reyes', birthOn: '1990-07-16', email: 'marisol@example.com' }],
    delivery: 'fax',
    wants: ['covid_record'],
    faxNumber: '(860) 555-0134',
  });
});

test('what is no longer asked for is not sent', () => {
  const changed = { ...complete, answers: { ...answers, person: { given: 'Ines', middle: '', family: 'Reyes', suffix: '' }, delivery: { delivery: 'portal' } } };
  const form = submissionOf(changed, 'en', today);
  expect(form?.wants).toEqual([]);
  expect(form?.faxNumber).toBeUndefined();
  expect(form?.subjects[0]?.given).toBe('Marisol');
});

test.each<[string, Partial<Progress>, string]>([
  ['no photo ID', { files: [] }, 'photo_id'],
  ['no name', { answers: { ...answers, you: { given: '', family: 'Reyes' } } }, 'you'],
  ['another person, not named yet', { answers: { ...answers, who: { relation: 'parent' } } }, 'person'],
  ['mail without an address', { answers: { ...answers, delivery: { delivery: 'mail' } } }, 'mail'],
  ['nothing', {}, 'check'],
])('lacking %s, the form leads to the page for it', (_, lacking, step) => {
  const progress = { ...complete, ...lacking };
  expect(firstOpen(progress, today)).toBe(step);
  expect(submissionOf(progress, 'en', today) === null).toBe(step !== 'check');
  expect(stepAfter('delivery', progress, true, today)).toBe(step);
});

test('nobody gets past a page that lacks something, also with the browser’s buttons', () => {
  const begun: Progress = { answers: { who: { relation: 'parent' } }, files: [] };
  expect(reachable('check', begun, today)).toBe('you');
  expect(reachable('fax', begun, today)).toBe('you');
  expect(reachable('who', begun, today)).toBe('who');
  expect(reachable('birth', complete, today)).toBe('birth');
});

test('only who asks about somebody else is asked for a second name', () => {
  expect(RELATIONS.filter((relation) => stepsOf({ who: { relation } }).includes('person'))).toEqual(['parent', 'guardian', 'power_of_attorney', 'conservator', 'other']);
});

test('parents and guardians are asked for other children, nobody else', () => {
  expect(RELATIONS.filter((relation) => stepsOf({ who: { relation } }).includes('children'))).toEqual(['parent', 'guardian']);
});

describe('several children', () => {
  const child = (given: string) => ({ given, middle: '', family: 'Reyes', suffix: '', birthOn: '2019-06-09', sex: '' });
  const family = (count: number): Progress => ({ ...complete, answers: { ...answers, who: { relation: 'parent' }, person: { given: 'Ines', middle: '', family: 'Reyes', suffix: '' }, children: { children: Array.from({ length: count }, (_, at) => child(`Child ${at}`)) } } });
  test('are one person each, reached as the first is', () => {
    const form = submissionOf(family(2), 'es', today);
    expect(form?.subjects.map(({ given, email }) => [given, email])).toEqual([['Ines', 'marisol@example.com'], ['Child 0', 'marisol@example.com'], ['Child 1', 'marisol@example.com']]);
    expect(submissionSchema.safeParse(form).success).toBe(true);
  });
  test('are eight at most', () => {
    expect(submissionOf(family(7), 'en', today)?.subjects).toHaveLength(8);
    expect(submissionOf(family(8), 'en', today)).toBeNull();
    const form = submissionOf(family(7), 'en', today);
    expect(submissionSchema.safeParse({ ...form, subjects: [...(form?.subjects ?? []), form?.subjects[0]] }).success).toBe(false);
  });
  test('typed before one turned out to ask for oneself are not sent', () => {
    const { answers: typed, files } = family(2);
    expect(submissionOf({ answers: { ...typed, who: { relation: 'self' } }, files }, 'en', today)?.subjects).toHaveLength(1);
  });
});

test.each([
  ['self', ['photo_id'], ['vaccination_proof']],
  ['parent', ['photo_id'], ['birth_certificate', 'vaccination_proof']],
  ['guardian', ['photo_id', 'guardianship'], ['vaccination_proof']],
  ['power_of_attorney', ['photo_id', 'power_of_attorney'], ['vaccination_proof']],
  ['conservator', ['photo_id', 'conservatorship'], ['vaccination_proof']],
  ['other', ['photo_id'], ['other', 'vaccination_proof']],
] as const)('papers asked of: %s', (relation, needed, welcome) => {
  const asked = documentsOf(relation);
  expect(asked.filter((one) => one.needed).map(({ kind }) => kind)).toEqual(needed);
  expect(asked.filter((one) => !one.needed).map(({ kind }) => kind)).toEqual(welcome);
  expect(asked.every(({ kind }) => Object.hasOwn(CHECKLISTS, kind))).toBe(true);
});

const reasons = (read: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) => read.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

test.each([
  ['an e-mail without a domain', schemas.tried.safeParse({ phone: '', email: 'ana@' }), [['email', 'not_an_email']]],
  ['a phone number too short', schemas.tried.safeParse({ phone: '555-0134', email: '' }), [['phone', 'not_a_phone']]],
  ['no way to reach anybody', schemas.contact.safeParse({ phone: '', email: ' ' }), [['email', 'missing']]],
  ['a ZIP code of four digits', schemas.address.safeParse({ ...none, line1: '88 Example Street', city: 'Hartford', zip: '6106' }), [['zip', 'not_a_zip']]],
  ['a state spelled out', schemas.address.safeParse({ ...none, line1: '88 Example Street', city: 'Hartford', zip: '06106', state: 'Conn' }), [['state', 'not_a_state']]],
  ['a deadline that is over', schemas.deadline.safeParse({ needed: 'yes', on: '2026-11-23', reason: 'School' }), [['on', 'in_the_past']]],
  ['a deadline without a day or reason', schemas.deadline.safeParse({ needed: 'yes', on: '', reason: '' }), [['on', 'not_a_date'], ['on', 'in_the_past'], ['reason', 'missing']]],
  ['nothing chosen', schemas.who.safeParse({ relation: null }), [['relation', 'missing']]],
  ['no record chosen', schemas.wants.safeParse({ wants: [] }), [['wants', 'missing']]],
  ['a name of 101 letters', schemas.you.safeParse({ given: 'A'.repeat(101), family: 'B' }), [['given', 'too_long']]],
])('%s', (_, read, expected) => {
  expect(reasons(read)).toEqual(expected);
});

test('today is a deadline that can still be kept; a state in small letters is read', () => {
  expect(schemas.deadline.parse({ needed: 'yes', on: '2026-11-24', reason: 'School' })).toEqual({ on: '2026-11-24', reason: 'School' });
  expect(schemas.address.parse({ ...none, line1: '88 Example Street', city: 'Hartford', zip: '06106', state: 'ct' })?.state).toBe('CT');
});

test.each([
  ['subjects.0.birthOn', 'birth'],
  ['subjects.0.address.zip', 'address'],
  ['subjects.0.family', 'you'],
  ['subjects.1.given', 'children'],
  ['email', 'contact'],
  ['mailTo', 'mail'],
  ['deadline.on', 'deadline'],
  ['documents', 'photo_id'],
])('a problem with %s is mended on the page "%s"', (field, step) => {
  expect(stepOfField(field, answers)).toBe(step);
});

const picture = (bright: (x: number, y: number) => number): Grey => ({ width: 100, height: 80, points: Uint8ClampedArray.from({ length: 8000 }, (_, i) => bright(i % 100, Math.floor(i / 100))) });
const print = picture((x, y) => ((x >> 1) + (y >> 1)) % 3 === 0 ? 30 : 220);
const shaken = picture((x) => 120 + x);
const large = { width: 3000, height: 2000 };

test.each([
  ['sharp print', large, print, []],
  ['a picture without edges', large, shaken, ['too_blurry']],
  ['a picture in the dark', large, picture(() => 20), ['too_dark']],
  ['a thumbnail of sharp print', { width: 640, height: 480 }, print, ['too_small']],
])('photo check: %s', (_, size, grey, problems) => {
  expect(photoProblems(size, grey)).toEqual(problems);
});

test('print is sharper than its blur', () => {
  expect(sharpness(print)).toBeGreaterThan(1000);
  expect(sharpness(shaken)).toBeLessThan(1);
});
