/** Where a copy may go, and whether an address is the one that it is said to be. */
import type { Problem } from '@/lib/platform/outcome';
import type { AddressSource } from './schema';

type Address = { readonly line1: string; readonly line2?: string | null | undefined; readonly city: string; readonly state: string; readonly zip: string };

const fiveDigits = (text: string): string => text.replace(/\b(\d{5})-\d{4}\b/g, '$1');

/** One spelling for an address written on one line or in parts: capitals, punctuation and ZIP+4 make no difference. */
const addressKey = (text: string): string =>
  fiveDigits(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const oneLine = ({ line1, line2, city, state, zip }: Address): string => [line1, line2 ?? '', city, state, zip].join(' ');

/** The address as it stands under the name in the envelope's window. */
export const addressLines = ({ line1, line2, city, state, zip }: Address): string[] =>
  [line1, line2 ?? '', `${city}, ${state} ${zip}`].filter((line) => line.trim() !== '');

export type KnownAddresses = {
  /** As the reviewer read them from accepted IDs. */
  readonly onIds: readonly string[];
  /** Current ones of the patient's record that no returned mail has marked bad. */
  readonly onRecord: readonly Address[];
};

const stands = (key: string, source: AddressSource, known: KnownAddresses): boolean => {
  if (source === 'accepted_id') return known.onIds.some((text) => addressKey(text) === key);
  return known.onRecord.some((address) => addressKey(oneLine(address)) === key);
};

const NOT_THERE = { accepted_id: 'not_on_accepted_id', on_record: 'not_on_record' } as const;

/** None when the address is where its source says; a submitted one makes no such claim, a second person looks at it. */
export function sourceProblems(lines: readonly string[], source: AddressSource, known: KnownAddresses): Problem[] {
  if (source === 'submitted') return [];
  return stands(addressKey(lines.join(' ')), source, known) ? [] : [{ field: 'address', reason: NOT_THERE[source] }];
}

type Receiver = { readonly receiverName?: string | undefined; readonly receiverAddress?: string | undefined };

/**
 * The receiver on the release must be the receiver of the mail (45 CFR 164.508(c)(1)(iii)): the same name, and the address
 * where the release gives one. A release whose receiver nobody read down names nobody.
 */
export function receiverProblems({ recipientName, addressLines: lines }: { readonly recipientName: string; readonly addressLines: readonly string[] }, receivers: readonly Receiver[]): Problem[] {
  const named = receivers.filter(({ receiverName }) => receiverName !== undefined && addressKey(receiverName) === addressKey(recipientName));
  if (named.length === 0) return [{ field: 'recipientName', reason: 'not_receiver_on_release' }];
  const there = named.some(({ receiverAddress }) => !receiverAddress || addressKey(receiverAddress) === addressKey(lines.join(' ')));
  return there ? [] : [{ field: 'address', reason: 'not_address_on_release' }];
}
