/** Addresses, past and present. People move: a different one is weak evidence against. */
import { levelWeight } from './evidence';
import { nameKey } from './normalise';
import { SIMILAR } from './parameters';
import { jaroWinkler, oneEdit } from './similarity';
import { streetKey, zipKey } from './streets';
import type { Evidence, Level, PostalAddress, RecordedAddress } from './types';

const sameCity = (a: PostalAddress, b: PostalAddress): boolean =>
  nameKey(a.city) !== '' && nameKey(a.city) === nameKey(b.city) && nameKey(a.state) === nameKey(b.state);

/** The same house number and nearly the same street, or the same street and one slip in the number. */
function nearlySame(a: string, b: string): boolean {
  const [number = '', otherNumber = ''] = [a, b].map((street) => street.split(' ')[0]);
  if (number === otherNumber) return jaroWinkler(a, b) >= SIMILAR;
  return a.slice(number.length) === b.slice(otherNumber.length) && number.length > 2 && oneEdit(number, otherNumber);
}

function streetLevel(a: string, b: string, sameArea: boolean): Level {
  if (a === b) return sameArea ? 'exact' : 'similar';
  if (!sameArea) return 'different';
  return nearlySame(a, b) ? 'similar' : 'area';
}

export function addressLevel(a: PostalAddress, b: PostalAddress): Level {
  const [street, otherStreet] = [streetKey(a.line1), streetKey(b.line1)];
  const [zip, otherZip] = [zipKey(a.zip), zipKey(b.zip)];
  const sameZip = zip !== null && zip === otherZip;
  if (street !== null && otherStreet !== null) return streetLevel(street, otherStreet, sameZip || sameCity(a, b));
  if (sameZip) return 'area';
  return zip === null || otherZip === null || sameCity(a, b) ? 'missing' : 'different';
}

const written = (address: PostalAddress): string =>
  [address.line1, address.line2, address.city, `${address.state} ${address.zip}`].map((part) => part?.trim()).filter(Boolean).join(', ');

function compareAddress(submitted: PostalAddress, recorded: RecordedAddress): Evidence {
  const level = addressLevel(submitted, recorded);
  return { field: 'address', level, weight: levelWeight('address', level), submitted: written(submitted), onRecord: written(recorded), past: !recorded.current };
}

/** The submitted address against each on record; the best counts. */
export function compareAddresses(submitted: PostalAddress | null | undefined, addresses: readonly RecordedAddress[]): Evidence {
  const shown = submitted ? written(submitted) : '';
  const nothing: Evidence = { field: 'address', level: 'missing', weight: 0, submitted: shown || null, onRecord: addresses[0] ? written(addresses[0]) : null };
  if (!submitted) return nothing;
  const compared = addresses.map((address) => compareAddress(submitted, address)).filter(({ level }) => level !== 'missing');
  return compared.reduce<Evidence | null>((best, next) => (best === null || next.weight > best.weight ? next : best), null) ?? nothing;
}
