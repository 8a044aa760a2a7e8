/**
 * Who may have which record, as data. A decision keeps AUTHORITY_VERSION; change a row, raise the version.
 * The citations are what staff are shown beside a proposal; a person confirms each one.
 */
import type { LifeStage } from './age';
import type { BlockCode, ConditionCode, DoubtCode, RequirementCode } from './authority-checks';
import type { Relation } from './evidence';

export const AUTHORITY_VERSION = '2026-11-25';

export type AuthorityRule = {
  readonly id: string;
  readonly relation: Relation;
  readonly stage: LifeStage;
  /** The answer once nothing blocks, nothing is missing and nothing is doubtful. */
  readonly verdict: 'may_have' | 'may_not' | 'supervisor_decides';
  readonly citation: string;
  readonly requires: readonly RequirementCode[];
  /** Facts that end the right. */
  readonly blocks: readonly BlockCode[];
  /** Facts that take the decision to a supervisor. */
  readonly doubts: readonly DoubtCode[];
  /** What must hold of a copy that leaves under this rule. */
  readonly conditions: readonly ConditionCode[];
};

type Row = Pick<AuthorityRule, 'id' | 'relation' | 'stage' | 'verdict' | 'citation'> & Partial<AuthorityRule>;
const rule = (row: Row): AuthorityRule => ({ requires: [], blocks: [], doubts: [], conditions: [], ...row });

const OWN_ACCESS = '45 CFR 164.524';
const REPRESENTATIVE = '45 CFR 164.502(g)';

const PERSON: readonly AuthorityRule[] = [
  rule({ id: 'self_adult', relation: 'self', stage: 'adult', verdict: 'may_have', citation: OWN_ACCESS, requires: ['photo_id', 'birth_date_shown'] }),
  rule({ id: 'self_minor', relation: 'self', stage: 'minor', verdict: 'supervisor_decides', citation: `${REPRESENTATIVE}(3); C.G.S. 46b-150d`, requires: ['photo_id'] }),
  rule({ id: 'self_recorded_dead', relation: 'self', stage: 'deceased', verdict: 'supervisor_decides', citation: OWN_ACCESS, requires: ['photo_id'] }),
];

const PARENTS: readonly AuthorityRule[] = [
  rule({
    id: 'parent_of_minor',
    relation: 'parent',
    stage: 'minor',
    verdict: 'may_have',
    // A parent living apart has the same right: C.G.S. 46b-56.
    citation: `${REPRESENTATIVE}(3); C.G.S. 46b-56`,
    requires: ['photo_id', 'parentage'],
    blocks: ['order_ends_right', 'parental_rights_terminated', 'subject_emancipated'],
    conditions: ['leave_off_confidential_doses', 'hide_other_household', 'add_contacts_only'],
  }),
  rule({ id: 'parent_of_adult', relation: 'parent', stage: 'adult', verdict: 'may_not', citation: `${REPRESENTATIVE}(2); C.G.S. 1-1d` }),
];

const GUARDIANS: readonly AuthorityRule[] = [
  rule({
    id: 'guardian_of_minor',
    relation: 'guardian',
    stage: 'minor',
    verdict: 'may_have',
    citation: `${REPRESENTATIVE}(3); C.G.S. 45a-616`,
    requires: ['photo_id', 'guardianship_in_force'],
    blocks: ['order_ends_right', 'subject_emancipated'],
    doubts: ['temporary_custody'],
    conditions: ['leave_off_confidential_doses', 'hide_other_household'],
  }),
  rule({
    id: 'guardian_of_adult',
    relation: 'guardian',
    stage: 'adult',
    verdict: 'may_have',
    citation: `${REPRESENTATIVE}(2); C.G.S. 45a-669 ff`,
    requires: ['photo_id', 'guardianship_in_force'],
    blocks: ['order_ends_right'],
    doubts: ['temporary_custody'],
  }),
  rule({ id: 'guardian_after_death', relation: 'guardian', stage: 'deceased', verdict: 'may_not', citation: `${REPRESENTATIVE}(4)` }),
  rule({
    id: 'child_protection_of_minor',
    relation: 'child_protection',
    stage: 'minor',
    verdict: 'may_have',
    citation: 'C.G.S. 46b-129(j)',
    requires: ['agency_id', 'commitment_in_force'],
  }),
  rule({ id: 'child_protection_of_adult', relation: 'child_protection', stage: 'adult', verdict: 'may_not', citation: 'C.G.S. 46b-129(j); C.G.S. 1-1d' }),
  rule({ id: 'foster_parent_of_minor', relation: 'foster_parent', stage: 'minor', verdict: 'may_not', citation: 'C.G.S. 46b-129(j)' }),
  rule({ id: 'foster_parent_of_adult', relation: 'foster_parent', stage: 'adult', verdict: 'may_not', citation: `${REPRESENTATIVE}(2)` }),
];

const REPRESENTATIVES: readonly AuthorityRule[] = [
  rule({
    id: 'conservator_of_adult',
    relation: 'conservator',
    stage: 'adult',
    verdict: 'may_have',
    citation: `${REPRESENTATIVE}(2); C.G.S. 45a-656`,
    requires: ['photo_id', 'conservatorship_in_force'],
    blocks: ['estate_only', 'order_ends_right'],
  }),
  rule({ id: 'conservator_after_death', relation: 'conservator', stage: 'deceased', verdict: 'may_not', citation: `${REPRESENTATIVE}(4)` }),
  rule({
    id: 'agent_of_adult',
    relation: 'power_of_attorney',
    stage: 'adult',
    verdict: 'may_have',
    citation: `${REPRESENTATIVE}(2); C.G.S. 1-350 ff`,
    requires: ['photo_id', 'power_of_attorney_in_force'],
    blocks: ['power_revoked', 'power_without_records', 'order_ends_right'],
  }),
  rule({ id: 'agent_after_death', relation: 'power_of_attorney', stage: 'deceased', verdict: 'may_not', citation: `${REPRESENTATIVE}(4); C.G.S. 1-350 ff` }),
  rule({
    id: 'health_care_representative_of_adult',
    relation: 'health_care_representative',
    stage: 'adult',
    verdict: 'may_have',
    citation: `${REPRESENTATIVE}(2); C.G.S. 19a-570 ff`,
    requires: ['photo_id', 'representative_appointed', 'incapacity_certified'],
    blocks: ['representative_revoked', 'order_ends_right'],
  }),
  rule({ id: 'representative_after_death', relation: 'health_care_representative', stage: 'deceased', verdict: 'may_not', citation: `${REPRESENTATIVE}(4)` }),
  rule({
    id: 'executor_of_deceased',
    relation: 'executor',
    stage: 'deceased',
    verdict: 'supervisor_decides',
    citation: `${REPRESENTATIVE}(4)`,
    requires: ['photo_id', 'fiduciary_certificate_in_force'],
  }),
  rule({ id: 'executor_of_minor', relation: 'executor', stage: 'minor', verdict: 'may_not', citation: `${REPRESENTATIVE}(4)`, requires: ['death_recorded'] }),
  rule({ id: 'executor_of_adult', relation: 'executor', stage: 'adult', verdict: 'may_not', citation: `${REPRESENTATIVE}(4)`, requires: ['death_recorded'] }),
];

const RELEASED = { verdict: 'may_have', citation: '45 CFR 164.508(c)', requires: ['release_complete'], conditions: ['receiver_named_on_release', 'only_records_on_release'] } as const;
const ROUTED = { verdict: 'may_not', citation: 'C.G.S. 19a-7h; their own access to the registry' } as const;

const BODIES: readonly AuthorityRule[] = [
  // For a minor a parent or guardian signed, so the copy is a parent's copy.
  rule({ id: 'employer_about_minor', relation: 'employer', stage: 'minor', ...RELEASED, conditions: [...RELEASED.conditions, 'leave_off_confidential_doses'] }),
  rule({ id: 'employer_about_adult', relation: 'employer', stage: 'adult', ...RELEASED }),
  ...(['minor', 'adult', 'deceased', 'age_unknown'] as const).flatMap((stage) => [
    rule({ id: `school_routed_${stage}`, relation: 'school', stage, ...ROUTED }),
    rule({ id: `provider_routed_${stage}`, relation: 'provider', stage, ...ROUTED }),
    // Attorney, subpoena, media: 45 CFR 164.512(e) and the rest of that section.
    rule({ id: `other_routed_${stage}`, relation: 'other', stage, verdict: 'supervisor_decides', citation: '45 CFR 164.512' }),
  ]),
];

export const AUTHORITY_RULES: readonly AuthorityRule[] = [...PERSON, ...PARENTS, ...GUARDIANS, ...REPRESENTATIVES, ...BODIES];

/** Where the table has no row (a parent of the dead, an agent for a child) a supervisor decides. */
export const unforeseen = (relation: Relation, stage: LifeStage): AuthorityRule =>
  rule({ id: 'unforeseen', relation, stage, verdict: 'supervisor_decides', citation: REPRESENTATIVE });
