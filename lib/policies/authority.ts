/**
 * May this requester have this record today? The engine proposes with rule, citation and the facts it used;
 * a person confirms, and an override has a reason and a supervisor.
 */
import { lifeStage } from './age';
import type { LifeStage } from './age';
import { BLOCKS, DOUBTS, REQUIREMENTS, soundRelease } from './authority-checks';
import type { AuthorityInput, BlockCode, Asked, ConditionCode, DoubtCode, Need } from './authority-checks';
import { AUTHORITY_RULES, AUTHORITY_VERSION, unforeseen } from './authority-rules';
import type { AuthorityRule } from './authority-rules';
import { POLICY_DEFAULTS } from './defaults';

export type AuthorityVerdict = 'may_have' | 'needs' | 'may_not' | 'supervisor_decides';
export type AuthorityReason = BlockCode | DoubtCode | 'opted_out' | 'age_unknown' | 'rule';

export type AuthorityAnswer = {
  readonly verdict: AuthorityVerdict;
  /** Why it is not simply yes: the block or doubt that decided, or `rule` when the table's row says so. */
  readonly because: AuthorityReason;
  readonly needs: readonly Need[];
  readonly conditions: readonly ConditionCode[];
  readonly cited: { readonly rule: string; readonly citation: string };
  readonly version: string;
  /** Everything the answer rests on, to be kept with the decision. */
  readonly facts: AuthorityInput & { readonly stage: LifeStage };
};

const ALWAYS_DOUBTED: readonly DoubtCode[] = ['restricted_record', 'order_in_file'];

const ruleFor = ({ relation, stage }: Asked): AuthorityRule =>
  AUTHORITY_RULES.find((row) => row.relation === relation && row.stage === stage) ?? unforeseen(relation, stage);

type Judgement = Pick<AuthorityAnswer, 'verdict' | 'because' | 'needs'>;

/** A release signed for somebody is as good as the signer's own right, and no better. */
function signerJudgement(asked: Asked): Judgement | null {
  const release = asked.relation === 'employer' ? soundRelease(asked) : null;
  if (release?.signedBy !== 'representative' || !release.signerRelation) return null;
  const signer = authority({ ...asked, relation: release.signerRelation, requesterNamedOnRecord: release.signerNamedOnRecord === true });
  return signer.verdict === 'may_have' ? null : signer;
}

/** Blocks before needs: nobody is asked for papers that could not help. Needs before doubts: a supervisor decides on a complete file. */
function judge(asked: Asked, row: AuthorityRule): Judgement {
  const because = row.blocks.find((code) => BLOCKS[code](asked));
  if (because !== undefined) return { verdict: 'may_not', because, needs: [] };
  const needs = row.requires.flatMap((code) => REQUIREMENTS[code](asked));
  if (needs.length > 0) return { verdict: 'needs', because: 'rule', needs };
  if (row.verdict === 'may_not') return { verdict: 'may_not', because: 'rule', needs };
  const signer = signerJudgement(asked);
  if (signer !== null) return signer;
  const doubt = [...row.doubts, ...ALWAYS_DOUBTED].find((code) => DOUBTS[code](asked));
  return doubt === undefined ? { verdict: row.verdict, because: 'rule', needs } : { verdict: 'supervisor_decides', because: doubt, needs };
}

function judgement(asked: Asked, row: AuthorityRule): Judgement {
  // Who opted out has no record that we may release, to anybody, until they opt in (RCSA 19a-7h-8).
  if (asked.subject.flags?.includes('opted_out')) return { verdict: 'may_not', because: 'opted_out', needs: [] };
  if (asked.stage === 'age_unknown' && row.id === 'unforeseen') {
    return { verdict: 'needs', because: 'age_unknown', needs: [{ document: null, reason: 'birth_date_unknown' }] };
  }
  return judge(asked, row);
}

/** Proposes an answer for the day given as `today`; ask again on the day of release. */
export function authority(input: AuthorityInput): AuthorityAnswer {
  const leapDayBirthday = input.leapDayBirthday ?? POLICY_DEFAULTS.leapDayBirthday;
  const stage = lifeStage(input.subject, input.today, leapDayBirthday);
  const asked: Asked = { ...input, stage, leapDayBirthday, idGraceDays: input.idGraceDays ?? POLICY_DEFAULTS.idGraceDays };
  const row = ruleFor(asked);
  // The address confidentiality program takes mail for its participants: C.G.S. 54-240e.
  const program = asked.subject.flags?.includes('address_confidentiality') ? (['mail_to_program_address_only'] as const) : [];
  return {
    ...judgement(asked, row),
    conditions: [...row.conditions, ...program],
    cited: { rule: row.id, citation: row.citation },
    version: AUTHORITY_VERSION,
    facts: asked,
  };
}
