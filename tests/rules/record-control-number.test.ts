import { newControlNumber, parseControlNumber } from '@/lib/records/control-number';

const ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a new number has three blocks of four signs that nobody takes for others', () => {
  for (let i = 0; i < 500; i++) expect(newControlNumber()).toMatch(/^[1-9A-HJKMNP-TV-Z]{4}(-[1-9A-HJKMNP-TV-Z]{4}){2}$/);
});

test('numbers do not repeat', () => {
  expect(new Set(Array.from({ length: 2000 }, newControlNumber)).size).toBe(2000);
});

test('a number is read as people type it', () => {
  const number = newControlNumber();
  for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ''), ` ${number.replaceAll('-', ' ')} `, number.replaceAll('1', 'I'), number.replaceAll('1', 'l'), number.replaceAll('V', 'u')])
    expect(parseControlNumber(typed)).toBe(number);
});

test.each(['', '7K4M-92QX', '7K4M-92QX-3TFD-A', '7K4M-92QX-3TF0', 'C-2041', '7K4M/92QX/3TFD'])('%j is no control number', (typed) => {
  expect(parseControlNumber(typed)).toBeNull();
});

test('every single wrong sign is noticed', () => {
  const number = newControlNumber();
  [...number].forEach((sign, at) => {
    for (const wrong of ALPHABET) {
      if (sign !== '-' && wrong !== sign) expect(parseControlNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBeNull();
    }
  });
});

test('two signs that changed places are noticed', () => {
  const signs = [...newControlNumber().replaceAll('-', '')];
  for (let a = 0; a < signs.length; a++) {
    for (let b = a + 1; b < signs.length; b++) {
      const swapped = signs.with(a, signs[b] ?? '').with(b, signs[a] ?? '').join('');
      if (signs[a] !== signs[b]) expect(parseControlNumber(swapped)).toBeNull();
    }
  }
});
