import { createHash } from 'node:crypto';
import type { RecordKind } from '@/lib/policies/evidence';
import type { DoseOnRecord, RecordFacts } from './types';

const doseKey = ({ cvx, givenOn, vaccineText, ageText, sourceText, lot, organization, groupNames }: DoseOnRecord): string =>
  JSON.stringify([givenOn, cvx, vaccineText, ageText, sourceText, lot ?? null, organization ?? null, groupNames]);

/**
 * SHA-256 of what a record says, 32 bytes: the same facts give the same digest, whatever the time, the control number or the code of the card.
 * A digest of the file would not do: its code is random. The order in which doses were read makes no difference. No errors.
 * @example
 * recordDigest('full_record', facts).toString('hex') // 'a3f1…', the same tomorrow
 */
export function recordDigest(kind: RecordKind, { person, doses }: Pick<RecordFacts, 'person' | 'doses'>): Buffer {
  const { given, middle, family, suffix, birthOn } = person;
  const said = { kind, person: [given, middle ?? null, family, suffix ?? null, birthOn], doses: doses.map(doseKey).sort() };
  return createHash('sha256').update(JSON.stringify(said)).digest();
}
