/** What an administrator may change, and what holds until they do. A decision keeps the version it was made under. */
import type { CaseKind } from './case-kinds';

export type Policies = {
  readonly version: string;
  /** Business days from receipt (day 0) to the promise. */
  readonly targetDays: Readonly<Record<CaseKind, number>>;
  /** A claim without a keystroke for so long goes back to the queue; the draft stays. */
  readonly claimLapseMinutes: number;
  /** Requests of one person about one need that came so near to each other are proposed to be joined. */
  readonly joinWithinDays: number;
  /** An ID that ended no longer ago than this still shows who somebody is. */
  readonly idGraceDays: number;
  /** One accepted ID serves the whole household for so long. */
  readonly householdIdDays: number;
  /** Days for which a paper is kept after the last of its cases ended, by what it is for. */
  readonly retentionDays: Readonly<Record<'identity' | 'authority' | 'proof' | 'refused_file' | 'other', number>>;
  /** Business days without an answer until the requester is reminded, once. */
  readonly reminderBusinessDays: number;
  /** Business days without an answer until the case may end as unanswered. */
  readonly unansweredBusinessDays: number;
  /** Days ahead of an 18th birthday at which the sweep lists what will end. */
  readonly comingOfAgeDays: number;
  /** When somebody born on February 29 turns 18: the year is never a leap year. */
  readonly leapDayBirthday: 'march_1' | 'february_28';
  /** A copy that left no longer ago than this stops the next one at the last-mile gate. */
  readonly recentCopyDays: number;
  /** So many other patients with a contact make that contact a reason for a second person. */
  readonly sharedContactPatients: number;
  /** Doses from elsewhere are added only for residents who show it. */
  readonly residenceProofAsked: boolean;
  /** How an opt-out may reach us (RCSA 19a-7h-8 asks for it in writing). */
  readonly optOutChannels: readonly ('form' | 'mail' | 'fax')[];
  /** The birth years up to which records print ages in years only. */
  readonly ageInYearsBeforeBirthYear: number;
};

export const POLICY_DEFAULTS: Policies = {
  version: '2026-11-01',
  // Copies by mail or fax carry the published promise of 1 to 3 business days; the rest asks for a match or a provider's answer.
  targetDays: {
    record_not_found: 5,
    missing_doses: 5,
    out_of_state_update: 5,
    record_request: 3,
    third_party_release: 3,
    record_correction: 5,
    opt_out: 5,
    opt_in: 5,
    other: 5,
  },
  claimLapseMinutes: 30,
  joinWithinDays: 30,
  idGraceDays: 60,
  householdIdDays: 90,
  // Authority and proof six years, as HIPAA's own paperwork (45 CFR 164.530(j)(2)); the image of an ID no longer than a question about it may come.
  retentionDays: { identity: 90, authority: 2190, proof: 2190, refused_file: 30, other: 365 },
  reminderBusinessDays: 5,
  unansweredBusinessDays: 20,
  comingOfAgeDays: 30,
  // The law of age counts whole years; the later day keeps the parent's right one day longer and opens nothing early to anybody.
  leapDayBirthday: 'march_1',
  recentCopyDays: 14,
  sharedContactPatients: 5,
  residenceProofAsked: true,
  optOutChannels: ['form', 'mail', 'fax'],
  ageInYearsBeforeBirthYear: 2000,
};
