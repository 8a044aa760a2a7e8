/** What can stand in a line of the log is a closed list; whatever else is thrown at it does not come out. */
import { LOGGABLE, log } from '@/lib/platform/log';
import { asRequest } from '@/lib/platform/request';

const ID = '0199f6a2-7b1c-7def-8a11-0242ac120002';

/** The lines written while something happens. */
function linesOf(act: () => void): { text: string; lines: Record<string, unknown>[] } {
  const said: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => said.push(String(chunk)) > 0);
  try {
    act();
  } finally {
    write.mockRestore();
  }
  const text = said.join('');
  return { text, lines: text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>) };
}

/** Every field a person has here, and where somebody in a hurry might put it. */
const PERSON = { given: 'Katarzyna', family: 'Nowak-Bell', birthOn: '1994-03-05', phone: '(203) 555-0177', normalized: '+12035550177', email: 'k.nowak@example.com', line1: '27 Larkspur Ln', zip: '06514', note: 'called twice', code: '482913', cookie: 'eyJhbGciOiJkaXIi.x', password: 'correct horse battery staple' };
const VALUES = Object.values(PERSON);

test('an object of a person leaves nothing but what is on the list', () => {
  const { text, lines } = linesOf(() => log.warn('case.odd', { ...PERSON, patient: PERSON, caseId: ID, count: 2 } as never));
  expect(lines).toEqual([{ at: expect.any(String), level: 'warn', event: 'case.odd', caseId: ID, count: 2, code: '(withheld)' }]);
  for (const value of VALUES) expect(text).not.toContain(value);
});

test.each(Object.keys(LOGGABLE).filter((key) => key !== 'place'))('a personal value in the listed field %s is withheld', (key) => {
  for (const value of [...VALUES, PERSON, [PERSON.family]]) {
    const { text } = linesOf(() => log.info('case.odd', { [key]: value } as never));
    expect(text).toContain('(withheld)');
    for (const personal of VALUES) expect(text).not.toContain(personal);
  }
});

test('an event that is none of ours is withheld too, and no line is forged', () => {
  const { text, lines } = linesOf(() => log.info('signed in: Nowak\n{"level":"info","event":"staff.signed_in"}'));
  expect(lines).toHaveLength(1);
  expect(text).not.toContain('Nowak');
});

test('a failure says where it was and not what it said, be its message made like a stack', () => {
  class Nowak extends Error {}
  const error = new Nowak(`duplicate key (family)=(Nowak-Bell)\n    at Nowak-Bell (1994-03-05)\n    at (203) 555-0177`);
  error.name = 'Katarzyna Nowak-Bell';
  Object.assign(error, { code: 'P2002', meta: PERSON });
  const { text, lines } = linesOf(() => log.failure('command.failed', error, { command: 'patient.create' }));
  expect(lines[0]).toMatchObject({ level: 'error', event: 'command.failed', command: 'patient.create', code: 'P2002', place: expect.stringContaining('log.test') });
  for (const value of [...VALUES, 'Nowak']) expect(text).not.toContain(value);
});

test('what is thrown and is no error says its kind', () => {
  expect(linesOf(() => log.failure('command.failed', PERSON.email)).lines[0]).toMatchObject({ place: 'string' });
});

test('each line of a request carries its id', () => {
  const { lines } = linesOf(() => asRequest(ID, () => (log.info('web.ready'), log.failure('look.failed', new Error('x')))));
  expect(lines.map((line) => line.requestId)).toEqual([ID, ID]);
  expect(linesOf(() => log.info('web.ready')).lines[0]).not.toHaveProperty('requestId');
});
