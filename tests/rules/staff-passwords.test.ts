import { SHORTEST_PASSWORD, passwordProblem } from '@/lib/staff/password-rules';
import common from '@/lib/staff/common-passwords.json';

const ABOUT = { name: 'Nadia Oyelaran-Fitzwilliam', email: 'nadia.oyelaran@example.org' };

test.each([
  ['plum ladder eleven quietly', null],
  ['trombone Knotweed gravel', null],
  ['x7Kq-vR2m_9TzLwB', null],
  ['284719384756102', null],
  ['Übergrößenträger mit Hut', null],
  ['fourteen chars', 'too_short'],
  ['', 'too_short'],
  ['a'.repeat(201), 'too_long'],
  ['aaaaaaaaaaaaaaaaaaaa', 'too_common'],
  ['abababababababababab', 'too_common'],
  ['passwordpassword', 'too_common'],
  ['P@ssw0rd!P@ssw0rd!', 'too_common'],
  ['password12345678', 'too_common'],
  ['123456789012345678', 'too_common'],
  ['987654321987654321', 'too_common'],
  ['qwertyuiopasdfghjkl', 'too_common'],
  ['QWERTYUIOP-poiuytrewq', 'too_common'],
  ['iloveyouiloveyou', 'too_common'],
  ['1qaz2wsx3edc4rfv', 'too_common'],
  ['Connecticut2026!', 'too_common'],
  ['Immunization-Registry', 'too_common'],
  ['Record Desk Hartford', 'too_common'],
  ['Nadia Oyelaran 1984', 'too_common'],
  ['Fitzwilliam-Fitzwilliam', 'too_common'],
])('%j: %s', (password, problem) => {
  expect(passwordProblem(password, ABOUT)).toBe(problem);
});

test('every entry of the public list that is long enough is refused, and every common word said three times', () => {
  expect(common.whole.filter((entry) => passwordProblem(entry, ABOUT) === null)).toEqual([]);
  const thrice = common.words.map((word) => word.repeat(Math.ceil(SHORTEST_PASSWORD / word.length)));
  expect(thrice.filter((password) => passwordProblem(password, ABOUT) === null)).toEqual([]);
});

test('length is counted as people count letters: accents typed in two ways are one', () => {
  expect(passwordProblem('ñandú ñandú ñan'.normalize('NFD').slice(0, 14), ABOUT)).toBe('too_short');
  expect(passwordProblem('trömböne knotwé'.normalize('NFD'), ABOUT)).toBeNull();
});
