/** What a record says, as plain facts. Whoever gathers them decides what is on it; the paper adds nothing and leaves nothing off. */
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';

export type Agency = {
  /** "Connecticut Department of Public Health" */
  department: string;
  /** "Immunization Program" */
  program: string;
  /** "410 Capitol Ave, MS #11 MUN" */
  street: string;
  /** "Hartford, CT 06134" */
  city: string;
  /** "(860) 509-7929" */
  phone: string;
};

export type PersonOnRecord = {
  given: string;
  middle?: string;
  family: string;
  suffix?: string;
  birthOn: CalendarDate | PartialDate;
};

export type DoseOnRecord = {
  cvx: string;
  /** Every vaccine group the dose counts for; it is listed under each. */
  groupNames: readonly string[];
  /** Vaccine with its trade name: "MMR (M-M-R II)". */
  vaccineText: string;
  givenOn: CalendarDate;
  /** "4 months", "1 day before 1st birthday". */
  ageText: string;
  /** "Provider", "Paper record", "Other state". */
  sourceText: string;
  lot?: string;
  organization?: string;
};

export type RecordFacts = {
  controlNumber: string;
  /** The instant up to which the registry was read. */
  asOf: Date;
  person: PersonOnRecord;
  doses: readonly DoseOnRecord[];
  agency: Agency;
  /** Draws "SPECIMEN" across the head: the demo's people are fictitious and its paper must say so. */
  specimen: boolean;
};

/** Horizontal runs of dark modules; x and y in modules from the upper left corner of the code, without quiet zone. */
export type QrRuns = { size: number; runs: readonly { x: number; y: number; length: number }[] };

/** Exactly what the code holds, for the values in clear beside it. A lot or organization left off the card is left off here. */
export type ShownOnCard = {
  name: string;
  birthOn: CalendarDate | PartialDate;
  doses: readonly { givenOn: CalendarDate; vaccineText: string; lot?: string; organization?: string }[];
};

export type CardOnRecord = { qr: QrRuns; shown: ShownOnCard };
export type CardLeftOut = 'too_long' | 'not_possible';

export type CovidRecordFacts = RecordFacts & ({ card: CardOnRecord } | { cardLeftOut: CardLeftOut });

/** `cardShown` is false also when a card was given but its values did not fit beside the code. */
export type RenderedRecord = { bytes: Uint8Array; pages: number; cardShown: boolean };
