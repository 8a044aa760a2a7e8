/** One small question for each code of the authority table; the table says which are asked of whom. */
import { addDays } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import type { LeapRule, LifeStage } from './age';
import type { Evidence, EvidenceFacts, EvidenceKind, RecordKind, Relation } from './evidence';

export type SubjectFlag = 'opted_out' | 'emancipated' | 'address_confidentiality' | 'protective_order';

export type AuthorityInput = {
  readonly relation: Relation;
  readonly subject: {
    readonly birthOn: PartialDate | CalendarDate | null;
    readonly deceasedOn?: CalendarDate | null;
    /** Sealed, staff's family, protected address, VIP: supervisor only. */
    readonly restricted?: boolean;
    readonly flags?: readonly SubjectFlag[];
  };
  /** Named as parent on the subject's own record by birth registration; what a requester says is no fact. */
  readonly requesterNamedOnRecord: boolean;
  /** Accepted documents only. */
  readonly documents: readonly Evidence[];
  readonly wanted: readonly RecordKind[];
  /** The day of release. */
  readonly today: CalendarDate;
  readonly idGraceDays?: number;
  readonly leapDayBirthday?: LeapRule;
};
/** The input with what follows from it. */
export type Asked = AuthorityInput & { readonly stage: LifeStage; readonly idGraceDays: number; readonly leapDayBirthday: LeapRule };

/** What is still missing: which document would bring it (null: none does), and a stable code. */
export type Need = { readonly document: EvidenceKind | null; readonly reason: string };

const factsOf = (asked: Asked, kind: EvidenceKind): readonly EvidenceFacts[] =>
  asked.documents.filter((document) => document.kind === kind).map((document) => document.facts);
const inForce = (facts: EvidenceFacts, asked: Asked): boolean =>
  (!facts.expiresOn || facts.expiresOn >= asked.today) && (!facts.revokedOn || facts.revokedOn > asked.today);

/** Satisfied by any one document of the kind; otherwise why the first of them does not do: not in force, or what its facts lack. */
function lacks(asked: Asked, kind: EvidenceKind, reason: (facts: EvidenceFacts) => string | null): readonly Need[] {
  const found = factsOf(asked, kind);
  if (found.length === 0) return [{ document: kind, reason: `${kind}_missing` }];
  const reasons = found.map((facts) => (inForce(facts, asked) ? reason(facts) : `${kind}_not_in_force`));
  const first = reasons.every((code) => code !== null) ? reasons[0] : null;
  return first ? [{ document: kind, reason: first }] : [];
}
const anyInForce = (kind: EvidenceKind) => (asked: Asked): readonly Need[] => lacks(asked, kind, () => null);

/** The ID of whoever asks: the child's own passport says nothing about the parent at the door. */
function photoId(asked: Asked): readonly Need[] {
  const all = factsOf(asked, 'photo_id');
  const found = asked.relation === 'self' ? all : all.filter(({ holder }) => holder !== 'subject');
  if (found.length === 0) return [{ document: 'photo_id', reason: all.length === 0 ? 'photo_id_missing' : 'photo_id_not_own' }];
  const usable = found.some(({ expiresOn }) => !expiresOn || addDays(expiresOn, asked.idGraceDays) >= asked.today);
  return usable ? [] : [{ document: 'photo_id', reason: 'photo_id_expired' }];
}

function birthDateShown(asked: Asked): readonly Need[] {
  const shown = factsOf(asked, 'photo_id').some((facts) => facts.showsBirthDate !== false);
  const second = factsOf(asked, 'supporting_id').length + factsOf(asked, 'birth_certificate').length > 0;
  return shown || second || factsOf(asked, 'photo_id').length === 0 ? [] : [{ document: 'supporting_id', reason: 'id_without_birth_date' }];
}

function powerReason(facts: EvidenceFacts): string | null {
  if (facts.coversRecords === undefined) return 'powers_not_read';
  if (facts.springing === undefined) return 'springing_not_read';
  return facts.springing === 'event_not_shown' ? 'springing_event_not_shown' : null;
}

/** Who may sign for another person; each one's right is then asked by its own row. */
const SIGNERS: readonly Relation[] = ['parent', 'guardian', 'child_protection', 'power_of_attorney', 'health_care_representative', 'conservator'];
const knownSigner = ({ signerRelation }: EvidenceFacts): boolean => signerRelation !== undefined && SIGNERS.includes(signerRelation);

/** The release's own elements are ticked in its review; here stand those that time, scope and signer decide. */
const releaseReason = (asked: Asked) => (facts: EvidenceFacts): string | null => {
  if (!facts.expiresOn) return 'release_without_expiry';
  if (!facts.signedOn || facts.signedOn > asked.today) return 'release_without_signing_date';
  if (!asked.wanted.every((record) => facts.records?.includes(record))) return 'release_does_not_cover_record';
  if (facts.signedBy === undefined) return 'release_signer_not_read';
  if (facts.signedBy === 'subject' && asked.stage === 'minor') return 'release_signed_by_minor';
  return facts.signedBy === 'representative' && !knownSigner(facts) ? 'release_signer_relation_unknown' : null;
};

/** A release that passes on its face, for the question of who signed it. */
export const soundRelease = (asked: Asked): EvidenceFacts | null =>
  factsOf(asked, 'release').find((facts) => inForce(facts, asked) && releaseReason(asked)(facts) === null) ?? null;

export const REQUIREMENTS = {
  photo_id: photoId,
  birth_date_shown: birthDateShown,
  parentage: (asked) => (asked.requesterNamedOnRecord ? [] : anyInForce('birth_certificate')(asked)),
  guardianship_in_force: (asked) => lacks(asked, 'guardianship', (facts) => (facts.basis === undefined ? 'guardianship_basis_not_read' : null)),
  agency_id: anyInForce('agency_id'),
  commitment_in_force: anyInForce('commitment_order'),
  conservatorship_in_force: (asked) => lacks(asked, 'conservatorship', (facts) => (facts.over === undefined ? 'conservatorship_scope_not_read' : null)),
  power_of_attorney_in_force: (asked) => lacks(asked, 'power_of_attorney', powerReason),
  representative_appointed: (asked) => lacks(asked, 'health_care_representative', (facts) => ((facts.witnesses ?? 0) < 2 ? 'two_witnesses_missing' : null)),
  incapacity_certified: anyInForce('incapacity_certificate'),
  fiduciary_certificate_in_force: anyInForce('fiduciary_certificate'),
  death_recorded: () => [{ document: null, reason: 'death_not_recorded' }],
  release_complete: (asked) => lacks(asked, 'release', releaseReason(asked)),
} as const satisfies Record<string, (asked: Asked) => readonly Need[]>;
export type RequirementCode = keyof typeof REQUIREMENTS;

const orderSays = (...effects: readonly EvidenceFacts['effect'][]) => (asked: Asked): boolean =>
  factsOf(asked, 'court_order').some((facts) => effects.includes(facts.effect) && inForce(facts, asked));
const all = (kind: EvidenceKind, fact: (facts: EvidenceFacts) => boolean) => (asked: Asked): boolean =>
  factsOf(asked, kind).length > 0 && factsOf(asked, kind).every(fact);
const revoked = (asked: Asked) => (facts: EvidenceFacts): boolean => Boolean(facts.revokedOn && facts.revokedOn <= asked.today);

export const BLOCKS = {
  order_ends_right: orderSays('ends_right', 'limits_right'),
  parental_rights_terminated: orderSays('terminates_parental_rights'),
  subject_emancipated: (asked) => (asked.subject.flags ?? []).includes('emancipated') || factsOf(asked, 'emancipation_order').length > 0,
  estate_only: all('conservatorship', (facts) => facts.over === 'estate'),
  power_revoked: (asked) => all('power_of_attorney', revoked(asked))(asked),
  power_without_records: all('power_of_attorney', (facts) => facts.coversRecords === false),
  representative_revoked: (asked) => all('health_care_representative', revoked(asked))(asked),
} as const satisfies Record<string, (asked: Asked) => boolean>;
export type BlockCode = keyof typeof BLOCKS;

export const DOUBTS = {
  temporary_custody: (asked) => !factsOf(asked, 'guardianship').some((facts) => facts.basis === 'decree' && inForce(facts, asked)),
  restricted_record: (asked) => asked.subject.restricted === true,
  // Any court order goes to a supervisor, also one that seems to change nothing: reading it wrong is how a record reaches the wrong household.
  order_in_file: (asked) => (asked.subject.flags ?? []).includes('protective_order') || factsOf(asked, 'court_order').some((facts) => inForce(facts, asked)),
} as const satisfies Record<string, (asked: Asked) => boolean>;
export type DoubtCode = keyof typeof DOUBTS;

export type ConditionCode =
  | 'leave_off_confidential_doses'
  | 'hide_other_household'
  | 'add_contacts_only'
  | 'receiver_named_on_release'
  | 'only_records_on_release'
  | 'mail_to_program_address_only';
