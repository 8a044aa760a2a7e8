/** What we take from strangers (security requirements 11). Safe in the browser, where the form says it before sending. */
export const LIMITS = {
  fileBytes: 15 * 1024 * 1024,
  files: 8,
  submissionBytes: 40 * 1024 * 1024,
  pixels: 50_000_000,
  pdfPages: 20,
  /** A fax or a stack on the mail room's scanner: TIFF, from staff alone. */
  scanPages: 50,
  fileName: 120,
} as const;

/** Longest side of a derivative page, and of its thumbnail. */
export const PAGE_PIXELS = 2200;
export const THUMB_PIXELS = 240;

/** Why a file has no pages to look at: the file itself, or one of our limits (the last four). */
export const HINDRANCES = ['unreadable', 'encrypted', 'too_many_pages', 'too_many_pixels', 'took_too_long', 'too_much_memory'] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** Why a file was refused for good. `altered`: what lies in the store is not what was received, however often it is asked. */
export const REFUSALS = [...HINDRANCES, 'infected', 'altered'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What stood in the way of a try, so that there will be another: none of these says anything of the file. */
export const SETBACKS = ['store_away', 'object_missing', 'altered', 'scanner_away', 'program_missing', 'took_too_long', 'too_much_memory'] as const;
export type Setback = (typeof SETBACKS)[number];
