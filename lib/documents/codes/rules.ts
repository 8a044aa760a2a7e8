/** From the codes on a page to what is kept of them, and which papers are looked at for what. */
import type { CalendarDate } from '@/lib/platform/dates';
import { showsAPerson, type DocumentKind } from '../checklists';
import { readLicence } from './aamva';
import type { ReadFacts } from './facts';
import { readVaccineBox } from './gs1';
import type { Code } from './read-pages.child';

const CODED: readonly DocumentKind[] = ['photo_id', 'supporting_id', 'agency_id', 'vaccination_proof', 'other'];

/** Papers on which a license, a health card or a box may be. */
export const mayCarryCodes = (kind: DocumentKind): boolean => CODED.includes(kind);

/** Papers whose picture should stand in one request only. */
export const isUnlike = (kind: DocumentKind): boolean => showsAPerson(kind) || kind === 'agency_id';

function factsOf({ format, text }: Code, today: CalendarDate): ReadFacts | null {
  if (format === 'PDF417') return readLicence(text);
  return format === 'DataMatrix' ? readVaccineBox(text, today) : null;
}

/** Each fact once; the chunks of a health card are one card. */
export function factsOn(codes: readonly Code[], today: CalendarDate): readonly ReadFacts[] {
  const cards = codes.filter(({ text }) => /^shc:\//i.test(text)).length;
  const read = codes.flatMap((code) => factsOf(code, today) ?? []);
  const once = [...new Map(read.map((facts) => [JSON.stringify(facts), facts])).values()];
  return cards === 0 ? once : [...once, { kind: 'health_card', codes: cards }];
}
