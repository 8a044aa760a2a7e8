/** The addresses a copy may be mailed to, each with where it stands: pure. */
import type { Address } from '@/lib/patients/schema';
import { addressLines, sourceProblems, type KnownAddresses } from '@/lib/records/destinations';
import type { AddressSource } from '@/lib/records/schema';

type Row = KnownAddresses['onRecord'][number];
export type AddressChoice = {
  readonly key: string;
  readonly source: AddressSource;
  readonly address: Address;
  readonly lines: readonly string[];
  /** The requester asked for the copy to go here. */
  readonly asked: boolean;
};

const plain = ({ line1, line2, city, state, zip }: Row): Address => ({ line1, ...(line2 ? { line2 } : {}), city, state, zip });
const same = (one: Row, other: Row): boolean => sourceProblems(addressLines(one), 'on_record', { onIds: [], onRecord: [other] }).length === 0;
const onId = (address: Row, text: string): boolean => sourceProblems(addressLines(address), 'accepted_id', { onIds: [text], onRecord: [] }).length === 0;

/** `27 Larkspur Ln, Hamden, CT 06514` in its parts; null where the commas do not say which is which. */
export function addressInParts(text: string): Address | null {
  const found = /^(.+?)(?:[,\n]\s*([^,\n]+))?[,\n]\s*([^,\n]+?)[,\s]+([A-Za-z]{2})[,\s]+(\d{5}(?:-\d{4})?)$/.exec(text.trim());
  const [, line1, line2, city, state, zip] = found ?? [];
  if (line1 === undefined || city === undefined || state === undefined || zip === undefined) return null;
  return { line1: line1.trim(), ...(line2 === undefined ? {} : { line2: line2.trim() }), city: city.trim(), state: state.toUpperCase(), zip };
}

/** One line for each place: the ID before the record before what was only submitted; `wanted` is where the requester wants it. */
export function addressChoices(known: KnownAddresses, submitted: readonly Row[], wanted: Row | null): readonly AddressChoice[] {
  const written = [...submitted, ...known.onRecord];
  const ids = known.onIds.flatMap((text) => written.find((address) => onId(address, text)) ?? addressInParts(text) ?? []);
  const offered = [
    ...ids.map((address) => ({ source: 'accepted_id' as const, address })),
    ...known.onRecord.map((address) => ({ source: 'on_record' as const, address })),
    ...submitted.map((address) => ({ source: 'submitted' as const, address })),
  ];
  return offered
    .filter(({ address }, at) => !offered.slice(0, at).some((earlier) => same(earlier.address, address)))
    .map(({ source, address }, at) => ({ key: `${source}-${at}`, source, address: plain(address), lines: addressLines(address), asked: wanted !== null && same(address, wanted) }));
}

/** What is chosen at first: where they asked for it, if that is proven; nothing when they asked for a place nobody has proved. */
export function firstAddress(choices: readonly AddressChoice[]): string {
  const asked = choices.find((choice) => choice.asked);
  if (asked !== undefined) return asked.source === 'submitted' ? '' : asked.key;
  const [first] = choices;
  return first === undefined || first.source === 'submitted' ? '' : first.key;
}
