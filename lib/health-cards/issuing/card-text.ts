/** How free text of the registry becomes text of a card: short, composed, one space between words. */

const LOT_LIMIT = 20;
const PERFORMER_LIMIT = 30;

/** NFC, controls and runs of white space as one space, no ends. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** "Lot #EL0142", "LOT: EL0142" and "LOT0142" name the lot after the word; a card carries the number alone. */
const withoutTheWord = (lot: string): string =>
  lot.replace(/(?<!\p{L})lot(?!\p{L})\s*(?:(?:number|num|no)(?!\p{L})\.?)?[\s#:.]*/giu, '');

/**
 * The lot number as a card may carry it, or null. A lot of 20 characters or more is left off whole:
 * a shortened lot number would be another lot.
 */
export function lotOnCard(lot: string | undefined): string | null {
  const number = withoutTheWord(tidy(lot ?? '')).trim();
  return number === '' || number.length >= LOT_LIMIT ? null : number;
}

/** Where the dose was given, in fewer than 30 characters, cut between words; null when not even one word fits. */
export function performerOnCard(performer: string | undefined): string | null {
  const name = tidy(performer ?? '');
  if (name.length < PERFORMER_LIMIT) return name === '' ? null : name;
  const cut = name.slice(0, PERFORMER_LIMIT).lastIndexOf(' ');
  return cut <= 0 ? null : name.slice(0, cut).replace(/[\s,;&/-]+$/u, '');
}
