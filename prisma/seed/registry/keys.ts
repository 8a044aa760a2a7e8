/**
 * The stored spellings of invented people, by the rooms' own functions. Those take some ten microseconds a name, so each
 * surname, first name and street is asked once; `nameForms` of both together is every one of the first with every one of
 * the second (held by a test).
 */
import { nameForms } from '@/lib/patients/matching/blocking';
import { streetKey } from '@/lib/patients/matching/streets';

const MOST_KEPT = 200_000;
function once<K extends string, V>(make: (key: K) => V): (key: K) => V {
  const kept = new Map<K, V>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (kept.size < MOST_KEPT) kept.set(key, made);
    return made;
  };
}

type Half = { readonly key: string; readonly sound: string };
const familyHalves = once((family: string): readonly Half[] => {
  const forms = nameForms({ given: 'A', family });
  return forms.map((form) => ({ key: form.family, sound: form.familySound }));
});
const givenHalves = once((given: string): readonly Half[] => {
  const forms = nameForms({ given, family: 'A' });
  return forms.map((form) => ({ key: form.given, sound: form.givenSound }));
});

export function formsOf({ given, family }: { readonly given: string; readonly family: string }): { family: string; given: string; familySound: string; givenSound: string }[] {
  return familyHalves(family).flatMap((last) => givenHalves(given).map((first) => ({ family: last.key, given: first.key, familySound: last.sound, givenSound: first.sound })));
}

const streetHalf = once((street: string): string => (streetKey(`1 ${street}`) ?? '').replace(/^1 ?/, ''));

/** Of `18 Ashmun Street`: the number is no part of what is asked. */
export function streetOf(line1: string): string {
  const [, number = '', street = ''] = /^(\d+) (.*)$/.exec(line1) ?? [];
  return `${number} ${streetHalf(street)}`.trim();
}
