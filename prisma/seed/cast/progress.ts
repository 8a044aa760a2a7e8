/** How far a case has come: who has it, what it waits for, how it ended. */
import { addDays, officeDate, officeInstant } from '@/lib/platform/dates';
import type { CorrectedField, RiskCode } from '@/lib/patients/risk';
import type { Random } from '../random';
import { onOrAfter } from './office-days';
import type { Plan } from './submission-plan';
import type { CastProgress } from './submission-types';
import { CLOSED_REASONS, NOTES, WAIT_REASONS } from './submission-words';

const SIGNS = '123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As the form gives them out (lib/records/control-number.ts): eleven drawn signs and one that checks them. */
export function reference(chance: Random): string {
  const drawn = Array.from({ length: 11 }, () => chance.pick([...SIGNS]));
  const weighted = drawn.reduce((sum, sign, at) => sum + (at + 1) * SIGNS.indexOf(sign), 0) % 31;
  const check = [...SIGNS].find((_, value) => (weighted + 12 * value) % 31 === 0) ?? '';
  return `S-${[...drawn, check].join('').match(/.{4}/g)?.join('-') ?? ''}`;
}

type Story = {
  readonly plan: Plan;
  readonly receivedAt: Date;
  readonly now: Date;
  readonly language: 'en' | 'es';
  readonly chance: Random;
  readonly corrections: CastProgress['corrections'];
  readonly fields: readonly CorrectedField[];
};

const BY_LANGUAGE = { en: ['dana-whitfield', 'kofi-mensah', 'ewa-lipska', 'maria-ortiz'], es: ['maria-ortiz', 'luis-caraballo'] } as const;
const TRAINED = { third_party_release: 'terrence-boykin', opt_out: 'terrence-boykin', opt_in: 'terrence-boykin', other: 'terrence-boykin' } as const;

function staffFor({ plan, language, chance }: Story): string | null {
  if (plan.state === 'new') return null;
  if (plan.outcome === 'suspected_false') return 'ruth-abelson';
  if (plan.kind in TRAINED) return TRAINED[plan.kind as keyof typeof TRAINED];
  // Ewa Lipska is not trained for doses.
  const able = BY_LANGUAGE[language].filter((key) => key !== 'ewa-lipska' || !plan.kind.includes('dose') && plan.kind !== 'out_of_state_update');
  return chance.pick(able);
}

/** Office hours of a later day, never after `latest`. */
function laterAt(from: Date, days: number, latest: Date, chance: Random): Date {
  const on = onOrAfter(addDays(officeDate(from), days));
  const at = officeInstant(on, chance.int(9, 15), chance.int(0, 59));
  const floor = new Date(Math.max(at.getTime(), from.getTime() + 1_200_000));
  return floor < latest ? floor : new Date(from.getTime() + (latest.getTime() - from.getTime()) * 0.8);
}

/** The risks that the rules of correction would name for these fields (lib/patients/risk.ts has the last word). */
function risksOf(fields: readonly CorrectedField[]): RiskCode[] {
  const birth = fields.includes('birthOn');
  const name = fields.includes('family') || fields.includes('given');
  const contact = fields.includes('phone') || fields.includes('email');
  const risks: (RiskCode | false)[] = [birth && name && 'name_and_birth_date', birth && !name && 'birth_date_alone', contact && 'contact_and_record'];
  const found = risks.filter((risk): risk is RiskCode => risk !== false);
  return found.length > 0 ? found : ['destination_unproven'];
}

function waitOf({ plan, receivedAt, now, chance }: Story): CastProgress['wait'] {
  const reasons = WAIT_REASONS[plan.state];
  if (reasons === undefined) return null;
  const [clearer = '', valid = '', missing = ''] = reasons;
  const reason = plan.state !== 'waiting_on_requester' ? chance.pick(reasons) : plan.relation === 'employer' || plan.relation === 'power_of_attorney' ? missing : chance.pick([clearer, valid]);
  return { reason, fromAt: laterAt(receivedAt, 2, now, chance), stopsClock: plan.state === 'waiting_on_requester' };
}

export function progressOf(story: Story): CastProgress {
  const { plan, receivedAt, now, chance, corrections, fields } = story;
  const staffKey = staffFor(story);
  const claimedAt = staffKey === null ? null : laterAt(receivedAt, plan.state === 'closed' ? 1 : 0, now, chance);
  const closed = plan.state === 'closed';
  const unlinked = plan.who === 'nobody' || plan.outcome === 'spam' || plan.outcome === 'duplicate' || plan.outcome === 'withdrawn';
  return {
    state: plan.state,
    outcome: plan.outcome,
    staffKey,
    claimedAt,
    linked: !unlinked && plan.state !== 'new' && (plan.state !== 'in_progress' || chance.chance(0.5)),
    wait: waitOf(story),
    secondReview: plan.state === 'needs_second_review' ? { reason: 'ID accepted, rest of the record agrees', risks: risksOf(fields), fields } : null,
    corrections,
    closedAt: closed && claimedAt !== null ? laterAt(claimedAt, chance.int(0, 4), now, chance) : null,
    closedReason: plan.outcome === null ? null : (CLOSED_REASONS[plan.outcome] ?? null),
    duplicateOf: null,
    note: plan.state !== 'new' && chance.chance(0.25) ? chance.pick(NOTES) : null,
  };
}
