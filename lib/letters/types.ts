/** What a cover letter and a print batch say, as plain facts. */
import type { CalendarDate } from '@/lib/platform/dates';
import type { Agency, CovidRecordFacts, RecordFacts } from '@/lib/records/types';

export type LetterLanguage = 'en' | 'es';
export type RecordKind = 'full' | 'covid';

/** Whose record the reader asked for, and by what standing. */
export type LetterSubject =
  | { relation: 'self' }
  | { relation: 'child' | 'represented' | 'released'; name: string };

/** A record in the envelope, as the letter names it. */
export type EnclosedRecord = { kind: RecordKind; pages: number; doses: number; controlNumber: string; cardShown: boolean };

export type LetterFacts = {
  agency: Agency;
  letterOn: CalendarDate;
  caseNumber: string;
  dispatchCode: string;
  /** Name and address as they stand in the window, at most 5 lines. */
  recipient: readonly string[];
  /** The name after "Dear". */
  greetingName: string;
  subject: LetterSubject;
  /** Where the request form is: "recorddesk.example". */
  site: string;
  records: readonly EnclosedRecord[];
  specimen: boolean;
};

export type RecordInEnvelope = { kind: 'full'; facts: RecordFacts } | { kind: 'covid'; facts: CovidRecordFacts };

/** The letter's list of records is made from the records themselves, so the two cannot differ. */
export type Envelope = {
  language: LetterLanguage;
  letter: Omit<LetterFacts, 'records' | 'agency' | 'specimen'>;
  records: readonly RecordInEnvelope[];
};

export type PrintBatch = {
  batchCode: string;
  printedAt: Date;
  agency: Agency;
  envelopes: readonly Envelope[];
  specimen: boolean;
};

/** One line of the manifest: nothing about health. */
export type ManifestLine = { dispatchCode: string; caseNumber: string; receiver: string; pages: number };

export type PrintedEnvelope = {
  dispatchCode: string;
  /** Counted from 1 in the batch's PDF. */
  firstPage: number;
  pages: number;
  records: readonly { controlNumber: string; cardShown: boolean }[];
};
export type RenderedBatch = { bytes: Uint8Array; pages: number; envelopes: readonly PrintedEnvelope[] };
