import type { CarrierReason } from './carriers';
import type { CardContent, ContentRemark } from './content';
import type { JwsReason } from './jws';
import type { Violation } from './conformance';

export type FailureReason =
  | CarrierReason
  | JwsReason
  | 'several_cards'
  | 'payload_invalid'
  | 'not_a_health_card'
  | 'key_not_in_directory'
  | 'signature_invalid'
  | 'not_yet_valid'
  | 'expired'
  | 'revoked';

export type Remark = ContentRemark | 'revocation_not_checked' | 'revocation_list_outdated' | 'directory_stale';

/** Which snapshot the answer rests on. */
export type DirectoryState = { readonly asOf: string; readonly ageDays: number; readonly stale: boolean };

type Answer = {
  readonly directory: DirectoryState;
  /** Every rule that the card breaks; null when they were not asked for. */
  readonly violations: readonly Violation[] | null;
};

export type Passed = Answer & {
  readonly answer: 'verified' | 'partially_verified';
  readonly reason: 'issuer_trusted' | 'issuer_not_in_directory';
  /** `name` comes from the directory, never from the card. */
  readonly issuer: { readonly iss: string; readonly name: string | null };
  readonly kid: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date | null;
  readonly content: CardContent;
  readonly remarks: readonly Remark[];
};

/** No content and no issuer: whatever a failed card says, it says without warrant. */
export type Failed = Answer & { readonly answer: 'not_verified'; readonly reason: FailureReason };

export type Verdict = Passed | Failed;
