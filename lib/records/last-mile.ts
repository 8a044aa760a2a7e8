/** What is asked before a copy is prepared, and all of it again when it is approved, put into a batch and printed. */
import type { AuthorityAnswer } from '@/lib/policies/authority';
import type { Problem } from '@/lib/platform/outcome';
import { receiverProblems, sourceProblems, type KnownAddresses } from './destinations';
import type { AddressSource } from './schema';

/** How things stand now: gathered by `standingOf`. */
export type Standing = {
  readonly patientId: string;
  readonly patientVersion: number;
  readonly authority: AuthorityAnswer;
  readonly known: KnownAddresses;
  /** Another copy of this person's record left within the policy's days. */
  readonly sentLately: boolean;
};

export type Destination = { readonly addressSource: AddressSource; readonly recipientName: string; readonly addressLines: readonly string[] };
export type Prepared = Destination & { readonly patientId: string; readonly patientVersion: number; readonly needsSecond: boolean };

/** Each field says where it is mended: a document, the requester's authority. */
export function authorityProblems({ verdict, because, needs, cited }: AuthorityAnswer): Problem[] {
  if (verdict === 'needs') return needs.map(({ document, reason }) => ({ field: document === null ? 'authority' : `documents.${document}`, reason }));
  if (verdict !== 'may_not') return [];
  return [{ field: 'authority', reason: because === 'rule' ? 'may_not_have' : because, detail: cited.rule }];
}

/** A second person looks at an address that nobody proved, at what the rules leave to a supervisor, and at a second copy in a short time. */
export const asksSecond = ({ authority, sentLately }: Standing, { addressSource }: Pick<Destination, 'addressSource'>): boolean =>
  addressSource === 'submitted' || authority.verdict === 'supervisor_decides' || sentLately;

/** What the rule asks of a copy that leaves under it, as far as the envelope can break it. */
function conditionProblems({ conditions, facts }: AuthorityAnswer, destination: Destination): Problem[] {
  const receivers = facts.documents.filter(({ kind }) => kind === 'release').map((release) => release.facts);
  const program = conditions.includes('mail_to_program_address_only') && destination.addressSource !== 'on_record';
  return [
    ...(conditions.includes('receiver_named_on_release') ? receiverProblems(destination, receivers) : []),
    ...(program ? [{ field: 'address', reason: 'program_address_only' }] : []),
  ];
}

export const standingProblems = (standing: Standing, destination: Destination): Problem[] => [
  ...authorityProblems(standing.authority),
  ...sourceProblems(destination.addressLines, destination.addressSource, standing.known),
  ...conditionProblems(standing.authority, destination),
];

/**
 * Why a prepared copy may not go on as it is: somebody turned 18, opted out or was corrected, a document ended, an address went bad.
 * Codes: `no_patient`, `patient_changed`, `record_changed`, `second_person_now_needed`, those of the authority and of the address.
 */
export function lastMileProblems(prepared: Prepared, standing: Standing | null): Problem[] {
  if (standing === null) return [{ field: 'patient', reason: 'no_patient' }];
  if (standing.patientId !== prepared.patientId) return [{ field: 'patient', reason: 'patient_changed' }];
  const corrected = standing.patientVersion !== prepared.patientVersion;
  const unseen = asksSecond(standing, prepared) && !prepared.needsSecond;
  return [
    ...(corrected ? [{ field: 'patient', reason: 'record_changed' }] : []),
    ...standingProblems(standing, prepared),
    ...(unseen ? [{ field: 'release', reason: 'second_person_now_needed' }] : []),
  ];
}
