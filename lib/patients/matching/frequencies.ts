/** How many people share a name: agreeing on Kowalczyk says more than agreeing on Smith. */
import table from './name-frequencies.json';

const PER = 100_000;
const FAMILY: ReadonlyMap<string, number> = new Map(Object.entries(table.family));
const GIVEN: ReadonlyMap<string, number> = new Map(Object.entries(table.given));
/** A name outside the table is rarer than its last row; not rarer than this, or one misspelt twin name would decide alone. */
const RARE = { family: 4 / PER, given: 3 / PER };

/** Share of people with this last name, 0 to 1, by its normalised form. */
export const familyShare = (key: string): number => Math.max((FAMILY.get(key) ?? 0) / PER, RARE.family);

/** Share of people with this first name, 0 to 1, both sexes together. */
export const givenShare = (key: string): number => Math.max((GIVEN.get(key) ?? 0) / PER, RARE.given);
