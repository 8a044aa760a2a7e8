/** Phones and e-mail addresses, past and present. A clinic's own number identifies nobody. */
import { bits, levelWeight } from './evidence';
import { SHARED_CONTACT } from './parameters';
import { realEmail, realPhone } from './placeholders';
import { oneEdit } from './similarity';
import type { Evidence, Level, RecordedContact } from './types';

type Kind = RecordedContact['kind'];

const keyOf = (kind: Kind, value: string): string | null => (kind === 'phone' ? realPhone(value) : realEmail(value));

function levelOf(kind: Kind, a: string, b: string): Level {
  if (a === b) return 'exact';
  if (kind === 'phone') return a.slice(-7) === b.slice(-7) ? 'last_seven' : 'different';
  return oneEdit(a, b) ? 'near' : 'different';
}

/** Whose contact it is caps what agreement says: a household's is shared by people who are easily confused. */
function weightOf(kind: Kind, level: Level, owner: RecordedContact['owner']): number {
  const weight = levelWeight(kind, level);
  return owner === 'shared' ? Math.min(weight, bits(SHARED_CONTACT)) : weight;
}

function compareContact(kind: Kind, submitted: string, contact: RecordedContact): Evidence {
  const [a, b] = [keyOf(kind, submitted), keyOf(kind, contact.value)];
  const level = a === null || b === null || contact.owner === 'clinic' ? 'missing' : levelOf(kind, a, b);
  return {
    field: kind,
    level,
    weight: weightOf(kind, level, contact.owner),
    submitted,
    onRecord: contact.value,
    past: Boolean(contact.endedAt ?? contact.badAt),
    owner: contact.owner,
  };
}

const better = (best: Evidence, next: Evidence): Evidence => {
  if (next.level === 'missing') return best;
  return best.level === 'missing' || next.weight > best.weight ? next : best;
};

/** Every submitted contact of a kind against every one on record; the best pair counts, once. */
export function compareContacts(kind: Kind, submitted: readonly string[], contacts: readonly RecordedContact[]): Evidence {
  const given = submitted.filter((value) => value.trim() !== '');
  const recorded = contacts.filter((contact) => contact.kind === kind);
  const pairs = given.flatMap((value) => recorded.map((contact) => compareContact(kind, value, contact)));
  const nothing: Evidence = { field: kind, level: 'missing', weight: 0, submitted: given[0] ?? null, onRecord: recorded[0]?.value ?? null };
  return pairs.reduce(better, pairs[0] ?? nothing);
}
