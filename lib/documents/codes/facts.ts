/** What is kept of a code that was read: what a reviewer compares, and nothing else that stands in it. */
import { z } from 'zod';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The back of a driver license or state ID. Its number, address and measures are not kept. */
const licenceFacts = z.strictObject({
  kind: z.literal('licence'),
  family: z.string().max(100),
  given: z.string().max(100),
  middle: z.string().max(100).nullable(),
  suffix: z.string().max(10).nullable(),
  /** The barcode has room for so many letters only: a longer name is cut. */
  cut: z.boolean(),
  birthOn: date.nullable(),
  /** Null: it says of no day that it ends. */
  expiresOn: date.nullable(),
  /** The state that issued it, where it is one; `CT`. */
  state: z.string().max(3).nullable(),
});
export type LicenceFacts = z.output<typeof licenceFacts>;

/** A SMART Health Card. Its text is not kept: the card is read again from the page when its doses are asked for. */
const healthCardFacts = z.strictObject({ kind: z.literal('health_card'), codes: z.int().min(1) });

/** The box of a vaccine. */
const vaccineBoxFacts = z.strictObject({
  kind: z.literal('vaccine_box'),
  gtin: z.string().regex(/^\d{14}$/),
  /** The ten digits of the National Drug Code, without hyphens; null: the maker's number is not one of this country. */
  ndc: z.string().regex(/^\d{10}$/).nullable(),
  lot: z.string().max(20).nullable(),
  expiresOn: date.nullable(),
});
export type VaccineBoxFacts = z.output<typeof vaccineBoxFacts>;

export const readFactsSchema = z.discriminatedUnion('kind', [licenceFacts, healthCardFacts, vaccineBoxFacts]);
export type ReadFacts = z.output<typeof readFactsSchema>;
