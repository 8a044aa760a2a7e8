/** The first of two stages: rows that keys led to, ranked by what stands in the index alone, so that few patients are fetched. Pure. */
import { birthDateLevel } from './birth-dates';
import type { BlockingKey } from './blocking';
import { areNicknames } from './nicknames';
import { compactKey, nameKey } from './normalise';
import { NEAR, SIMILAR } from './parameters';
import { jaroWinkler, soundAlike } from './similarity';
import type { Level, Subject } from './types';
import type { PartialDate } from '@/lib/platform/dates';

/** What a key led to: a name form, or a patient alone where a contact or a street did. */
export type Row = { readonly patientId: string; readonly by: BlockingKey['by']; readonly family: string | null; readonly given: string | null; readonly birthOn: string | null };

/** Patients fetched and compared for one person. */
export const MOST_COMPARED = 40;

/** About the bits of the full model, rounded: enough to tell who is worth a closer look. */
const BIRTH: Readonly<Partial<Record<Level, number>>> = { exact: 14, swapped: 9, one_digit: 6, two_parts: 3, partial: 6, different: -5, missing: 0 };
const NAME = { same: 9, near: 6, alike: 3, other: -4 } as const;
const OTHER_KEYS: Readonly<Partial<Record<BlockingKey['by'], number>>> = { phone: 12, email: 13, street: 12, sound_and_zip: 3 };

type Sent = { readonly family: string; readonly given: string; readonly givenWords: string; readonly birthOn: PartialDate | null };

function nameBits(sent: string, recorded: string): number {
  if (sent === '' || recorded === '') return 0;
  if (sent === recorded) return NAME.same;
  const alike = jaroWinkler(sent, recorded);
  if (alike >= NEAR) return NAME.near;
  return alike >= SIMILAR || soundAlike(sent, recorded) ? NAME.alike : NAME.other;
}

/** The better of both ways to read two boxes. */
function namesBits({ family, given, givenWords }: Sent, row: Row): number {
  const [rowFamily, rowGiven] = [(row.family ?? '').replaceAll(' ', ''), (row.given ?? '').replaceAll(' ', '')];
  const first = Math.max(nameBits(given, rowGiven), areNicknames(givenWords, row.given ?? '') ? NAME.near : NAME.other);
  return Math.max(nameBits(family, rowFamily) + first, nameBits(family, rowGiven) + nameBits(given, rowFamily) - 2);
}

function rowBits(sent: Sent, row: Row): number {
  if (row.family === null) return 0;
  return namesBits(sent, row) + (BIRTH[birthDateLevel(sent.birthOn, row.birthOn as PartialDate | null)] ?? 0);
}

/**
 * Patients by how much their best row and their other keys say, the most promising first, at most as many as are worth fetching.
 *
 * @example sift(subject, rows).length <= MOST_COMPARED // true
 */
export function sift(subject: Subject, rows: readonly Row[]): string[] {
  const sent: Sent = { family: compactKey(subject.family), given: compactKey(subject.given), givenWords: nameKey(subject.given), birthOn: subject.birthOn };
  const [named, keys] = [new Map<string, number>(), new Map<string, Set<BlockingKey['by']>>()];
  for (const row of rows) {
    const bits = rowBits(sent, row);
    named.set(row.patientId, Math.max(named.get(row.patientId) ?? Number.NEGATIVE_INFINITY, bits));
    if (OTHER_KEYS[row.by] !== undefined) keys.set(row.patientId, (keys.get(row.patientId) ?? new Set()).add(row.by));
  }
  const total = ([id, bits]: readonly [string, number]): number => [...(keys.get(id) ?? [])].reduce((sum, by) => sum + (OTHER_KEYS[by] ?? 0), bits);
  return [...named].map((each) => [each[0], total(each)] as const).sort((a, b) => b[1] - a[1]).slice(0, MOST_COMPARED).map(([id]) => id);
}
