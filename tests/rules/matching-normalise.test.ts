import fc from 'fast-check';
import { compactKey, emailKey, familyParts, nameKey, phoneKey, splitSuffix, suffixKey } from '@/lib/patients/matching/normalise';
import { areNicknames } from '@/lib/patients/matching/nicknames';
import { isPlaceholderFamily, isPlaceholderGiven, realEmail, realPhone } from '@/lib/patients/matching/placeholders';
import { jaroWinkler, oneEdit, soundAlike } from '@/lib/patients/matching/similarity';
import { spellingOf } from '@/lib/patients/matching/spelling';
import { streetKey, zipKey } from '@/lib/patients/matching/streets';

describe('names in one spelling', () => {
  test.each([
    ['  Núñez-O’Brien ', 'nunez obrien'],
    ['Łukasz', 'lukasz'],
    ['Sørensen', 'sorensen'],
    ['Groß', 'gross'],
    ['Đorđević', 'dordevic'],
    ['Kaʻiulani', 'kaiulani'],
    ['St. John', 'st john'],
    ['ILGIN İPEK', 'ilgin ipek'],
    ['Æsa Þór', 'aesa thor'],
    ['李明', '李明'],
  ])('%s is stored as %s', (written, key) => expect(nameKey(written)).toBe(key));

  test('storing what is stored changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => nameKey(nameKey(text)) === nameKey(text) && compactKey(compactKey(text)) === compactKey(text)));
  });

  test('capitals never matter', () => {
    fc.assert(fc.property(fc.string(), (text) => nameKey(text.toUpperCase()) === nameKey(text.toLowerCase())));
  });

  test.each([
    ['Nowak-Bell', ['nowak', 'bell']],
    ['de la Cruz Ortiz', ['cruz', 'ortiz']],
    ['Nowak', []],
  ])('%s is also known by its parts', (family, parts) => expect(familyParts(family)).toEqual(parts));

  test.each([
    ['Bell Jr.', 'Bell', 'jr'],
    ['Bell, III', 'Bell', 'iii'],
    ['Bell', 'Bell', null],
    ['Jr', 'Jr', null],
  ])('the suffix typed with %s stands apart', (typed, family, suffix) => expect(splitSuffix(typed)).toEqual({ family, suffix }));

  test('the second of a name is Jr. or II', () => expect(suffixKey('II')).toBe(suffixKey('junior')));
});

describe('contacts and addresses in one spelling', () => {
  test.each([
    ['(860) 555-0134', '+18605550134'],
    ['860.555.0134 x12', '+18605550134'],
    ['+48 22 234 56 78', '+48222345678'],
    ['555-0134', null],
    ['', null],
  ])('phone %s is %s', (written, key) => expect(phoneKey(written)).toBe(key));

  test.each(['860-555-5555', '000-000-0000', '(999) 999-9999', '203 123 4567'])('%s stands for no phone', (written) => expect(realPhone(written)).toBeNull());
  test.each(['noemail@example.com', 'none@none.com', 'not an address'])('%s is no e-mail', (written) => expect(realEmail(written)).toBeNull());
  test('e-mail addresses lose blanks and capitals', () => expect(emailKey(' K.Nowak@Example.com ')).toBe('k.nowak@example.com'));

  test.each([
    ['18 Ashmun Street, Apt. 3', '18 ashmun st'],
    ['18 ASHMUN ST. #3', '18 ashmun st'],
    ['P.O. Box 12', 'pobox 12'],
    ['Homeless', null],
  ])('street %s is %s', (written, key) => expect(streetKey(written)).toBe(key));

  test.each([['06511-1234', '06511'], ['06511', '06511'], ['99999', null], ['651', null]])('ZIP %s is %s', (written, key) => expect(zipKey(written)).toBe(key));
});

describe('names that are not yet names', () => {
  test.each(['BABY BOY', 'Baby-Girl #2', 'newborn', 'TEST', 'Unknown', 'no first name'])('%s is missing as a first name', (name) => expect(isPlaceholderGiven(name)).toBe(true));
  test.each([['UNKNOWN', true], ['Boy', false], ['Test', true], ['Nowak', false]])('%s as a last name: missing is %s', (name, missing) =>
    expect(isPlaceholderFamily(name)).toBe(missing));
});

describe('likeness', () => {
  test.each([
    ['katherine', 'kathy', true],
    ['bill', 'will', true],
    ['katarzyna', 'karolina', false],
    ['anna', 'anna', false],
  ])('%s and %s are nicknames: %s', (a, b, same) => expect([areNicknames(a, b), areNicknames(b, a)]).toEqual([same, same]));

  test.each([['martha', 'marhta', 0.961], ['dixon', 'dicksonx', 0.813], ['abc', 'xyz', 0]])('Jaro-Winkler of %s and %s', (a, b, value) =>
    expect(jaroWinkler(a, b)).toBeCloseTo(value, 3));

  test('likeness does not depend on who comes first, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcde') }), fc.string({ unit: fc.constantFrom(...'abcde') }), (a, b) => {
        const alike = jaroWinkler(a, b);
        expect(alike).toBeCloseTo(jaroWinkler(b, a), 10);
        expect(alike >= 0 && alike <= 1).toBe(true);
        expect(oneEdit(a, b)).toBe(oneEdit(b, a));
      }),
    );
  });

  test('Meyer sounds like Maier, Lee does not prove Lou', () => expect([soundAlike('meyer', 'maier'), soundAlike('lee', 'lou')]).toEqual([true, false]));

  test.each([
    ['KATARZYNA', 'Katarzyna', 'capitals'],
    ['Jose', 'José', 'accent'],
    ['Nowak Bell', 'Nowak-Bell', 'hyphen'],
    ['OBrien', "O'Brien", 'apostrophe'],
    ['Katarzyna ', 'Katarzyna', 'space'],
    ['Bell', 'Bell', 'same'],
  ])('between %s and %s only this differs: %s', (a, b, spelling) => expect(spellingOf(a, b)).toBe(spelling));
});
