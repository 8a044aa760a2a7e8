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

/** Everything on a letter's sheet but its running text. */
export type LetterHead = {
  agency: Agency;
  letterOn: CalendarDate;
  caseNumber: string;
  dispatchCode: string;
  /** Name and address as they stand in the window, at most 5 lines. */
  recipient: readonly string[];
  /** The name after "Dear". */
  greetingName: string;
  /** Where the request form is: "recorddesk.example". */
  site: string;
  specimen: boolean;
};

export type LetterFacts = LetterHead & { subject: LetterSubject; records: readonly EnclosedRecord[] };

/** Endings of which a letter tells; with a copy its cover letter does. */
export const LETTER_OUTCOMES = ['fixed', 'doses_added', 'referred_elsewhere', 'no_connecticut_record', 'refused', 'unanswered'] as const;
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number];

/** A paper that was sent back: what is wrong with it and what to do, in the letter's language. */
export type ReturnedPaper = { wrong: string; todo: string };

/** The word on how a case ended: nothing about health, and nobody's name but the reader's. */
export type OutcomeFacts = LetterHead & { outcome: LetterOutcome; /** `S-7K4M-92QX`. */ reference: string; returned: readonly ReturnedPaper[] };

export type RecordInEnvelope = { kind: 'full'; facts: RecordFacts } | { kind: 'covid'; facts: CovidRecordFacts };

/** The letter's list of records is made from the records themselves, so the two cannot differ. */
export type RecordEnvelope = {
  language: LetterLanguage;
  letter: Omit<LetterFacts, 'records' | 'agency' | 'specimen'>;
  records: readonly RecordInEnvelope[];
};
/** A letter alone. */
export type WordEnvelope = { language: LetterLanguage; letter: Omit<OutcomeFacts, 'agency' | 'specimen'>; records: readonly [] };
export type Envelope = RecordEnvelope | WordEnvelope;

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
