/**
 * Every relation × the days around the 18th birthday × papers × flags, against a table that a person wrote from the rules
 * (domain 4) and not from the engine. Two birthdays: an ordinary one, and one of February 29.
 */
import fc from 'fast-check';
import { addDays, calendarDateOf, type CalendarDate } from '@/lib/platform/dates';
import { authority, type AuthorityVerdict } from '@/lib/policies/authority';
import type { SubjectFlag } from '@/lib/policies/authority-checks';
import { EVIDENCE_KINDS, RELATIONS, type Evidence, type EvidenceFacts, type EvidenceKind, type Relation } from '@/lib/policies/evidence';

const on = calendarDateOf;
const doc = (kind: EvidenceKind, facts: EvidenceFacts = {}): Evidence => ({ kind, facts });
const id = doc('photo_id', { showsBirthDate: true, holder: 'requester' });
const release = doc('release', { expiresOn: on('2099-01-31'), signedOn: on('2025-11-01'), records: ['full_record'], signedBy: 'subject', receiverName: 'Brightside Care' });

type Answers = { readonly complete: AuthorityVerdict; /** With any one paper missing. */ readonly lacking: AuthorityVerdict };
const both = (verdict: AuthorityVerdict): Answers => ({ complete: verdict, lacking: verdict });
const given = (complete: AuthorityVerdict): Answers => ({ complete, lacking: 'needs' });
type Row = { readonly papers: readonly Evidence[]; readonly minor: Answers; readonly adult: Answers; readonly dead: Answers };

const TABLE: Readonly<Record<Relation, Row>> = {
  self: { papers: [id], minor: given('supervisor_decides'), adult: given('may_have'), dead: given('supervisor_decides') },
  parent: { papers: [id, doc('birth_certificate')], minor: given('may_have'), adult: both('may_not'), dead: both('supervisor_decides') },
  guardian: { papers: [id, doc('guardianship', { basis: 'decree' })], minor: given('may_have'), adult: given('may_have'), dead: both('may_not') },
  foster_parent: { papers: [id, doc('guardianship', { basis: 'decree' })], minor: both('may_not'), adult: both('may_not'), dead: both('supervisor_decides') },
  child_protection: { papers: [doc('agency_id'), doc('commitment_order')], minor: given('may_have'), adult: both('may_not'), dead: both('supervisor_decides') },
  conservator: { papers: [id, doc('conservatorship', { over: 'person' })], minor: both('supervisor_decides'), adult: given('may_have'), dead: both('may_not') },
  power_of_attorney: { papers: [id, doc('power_of_attorney', { coversRecords: true, springing: 'no' })], minor: both('supervisor_decides'), adult: given('may_have'), dead: both('may_not') },
  health_care_representative: { papers: [id, doc('health_care_representative', { witnesses: 2 }), doc('incapacity_certificate')], minor: both('supervisor_decides'), adult: given('may_have'), dead: both('may_not') },
  executor: { papers: [id, doc('fiduciary_certificate')], minor: both('needs'), adult: both('needs'), dead: given('supervisor_decides') },
  employer: { papers: [release], minor: both('needs'), adult: given('may_have'), dead: both('supervisor_decides') },
  school: { papers: [id, release], minor: both('may_not'), adult: both('may_not'), dead: both('may_not') },
  provider: { papers: [id, release], minor: both('may_not'), adult: both('may_not'), dead: both('may_not') },
  other: { papers: [id, release], minor: both('supervisor_decides'), adult: both('supervisor_decides'), dead: both('supervisor_decides') },
};

/** Day before, day of, day after. */
const BIRTHDAYS = [
  ['2008-11-24', '2026-11-23', 'minor'],
  ['2008-11-24', '2026-11-24', 'adult'],
  ['2008-11-24', '2026-11-25', 'adult'],
  ['2008-02-29', '2026-02-28', 'minor'],
  ['2008-02-29', '2026-03-01', 'adult'],
  ['2008-02-29', '2026-03-02', 'adult'],
] as const;
const FLAGS = [[], ['opted_out'], ['emancipated'], ['protective_order'], ['address_confidentiality'], ['opted_out', 'protective_order']] as const satisfies readonly (readonly SubjectFlag[])[];

/** What a flag makes of an answer; read from the rules, in one place. */
function flagged(verdict: AuthorityVerdict, relation: Relation, stage: 'minor' | 'adult' | 'dead', flags: readonly SubjectFlag[]): AuthorityVerdict {
  if (flags.includes('opted_out')) return 'may_not';
  if (flags.includes('emancipated') && stage === 'minor' && (relation === 'parent' || relation === 'guardian')) return 'may_not';
  return flags.includes('protective_order') && verdict === 'may_have' ? 'supervisor_decides' : verdict;
}

const shortOfOne = (papers: readonly Evidence[]): Evidence[][] => [[], ...papers.map((paper) => papers.filter((one) => one !== paper))];
const ask = (relation: Relation, birthOn: string, today: CalendarDate, documents: readonly Evidence[], flags: readonly SubjectFlag[], deceasedOn: CalendarDate | null = null) =>
  authority({ relation, subject: { birthOn: on(birthOn), deceasedOn, flags }, requesterNamedOnRecord: false, documents, wanted: ['full_record'], today }).verdict;

describe.each(RELATIONS)('%s', (relation) => {
  const { papers, ...answers } = TABLE[relation];

  test.each(BIRTHDAYS)('born %s, on %s (%s): complete, and short of each paper, under every flag', (birthOn, today, stage) => {
    for (const flags of FLAGS) {
      expect([flags, ask(relation, birthOn, on(today), papers, flags)]).toEqual([flags, flagged(answers[stage].complete, relation, stage, flags)]);
      for (const documents of shortOfOne(papers)) expect([flags, documents, ask(relation, birthOn, on(today), documents, flags)]).toEqual([flags, documents, flagged(answers[stage].lacking, relation, stage, flags)]);
    }
  });

  test('after death, at whatever age', () => {
    for (const [birthOn, today] of BIRTHDAYS) {
      const dead = on('2026-01-15');
      expect(ask(relation, birthOn, on(today), papers, [], dead)).toBe(answers.dead.complete);
      for (const documents of shortOfOne(papers)) expect(ask(relation, birthOn, on(today), documents, [], dead)).toBe(answers.dead.lacking);
    }
  });
});

const anyDate = fc.integer({ min: -4000, max: 4000 }).map((offset) => addDays(on('2026-11-24'), offset));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const anyFacts: fc.Arbitrary<EvidenceFacts> = fc.record({
  expiresOn: maybe(anyDate),
  revokedOn: maybe(anyDate),
  showsBirthDate: maybe(fc.boolean()),
  holder: maybe(fc.constantFrom('subject', 'requester')),
  basis: maybe(fc.constantFrom('decree', 'temporary_custody')),
  effect: maybe(fc.constantFrom('ends_right', 'limits_right', 'terminates_parental_rights', 'protects', 'none')),
  over: maybe(fc.constantFrom('person', 'estate', 'both')),
  coversRecords: maybe(fc.boolean()),
  springing: maybe(fc.constantFrom('no', 'event_shown', 'event_not_shown')),
  witnesses: maybe(fc.integer({ min: 0, max: 3 })),
  records: maybe(fc.subarray(['full_record', 'covid_record'] as const)),
  signedBy: maybe(fc.constantFrom('subject', 'representative')),
  signedOn: maybe(anyDate),
  signerRelation: maybe(fc.constantFrom(...RELATIONS)),
  signerNamedOnRecord: maybe(fc.boolean()),
}) as fc.Arbitrary<EvidenceFacts>;
const anyPapers = fc.array(fc.record({ kind: fc.constantFrom(...EVIDENCE_KINDS), facts: anyFacts }), { maxLength: 6 });
const anyFlags = fc.subarray<SubjectFlag>(['opted_out', 'emancipated', 'address_confidentiality', 'protective_order']);
/** 18 or over on the day: up to 70 years and down to the birthday itself. */
const adultOn = fc.record({ today: anyDate, days: fc.integer({ min: 0, max: 25_000 }) }).map(({ today, days }) => {
  const eighteenYearsAgo = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`;
  const birth = today.endsWith('-02-29') ? `${eighteenYearsAgo.slice(0, 4)}-02-28` : eighteenYearsAgo;
  return { today, birthOn: addDays(on(birth), -days) };
});
const anyAdult = fc.record({ at: adultOn, documents: anyPapers, flags: anyFlags, named: fc.boolean(), restricted: fc.boolean(), wanted: fc.subarray(['full_record', 'covid_record'] as const) });
const RUNS = { numRuns: 1500 };

test('no paper, flag, registration or day gives an adult’s record to a parent, nor to a supervisor’s discretion', () => {
  fc.assert(
    fc.property(anyAdult, ({ at: { today, birthOn }, documents, flags, named, restricted, wanted }) => {
      const answer = authority({ relation: 'parent', subject: { birthOn, flags, restricted }, requesterNamedOnRecord: named, documents, wanted, today });
      expect(answer.verdict).toBe('may_not');
    }),
    RUNS,
  );
});

test('nor does a release that a parent signed for an adult', () => {
  const byParent = (documents: readonly Evidence[]): Evidence[] => documents.map(({ kind, facts }) => ({ kind, facts: kind === 'release' ? { ...facts, signedBy: 'representative', signerRelation: 'parent' } : facts }));
  const sound = doc('release', { ...release.facts, signedBy: 'representative', signerRelation: 'parent', signerNamedOnRecord: true, expiresOn: on('2099-01-01'), signedOn: on('2000-01-01'), records: ['full_record', 'covid_record'] });
  fc.assert(
    fc.property(anyAdult, ({ at: { today, birthOn }, documents, flags, named, wanted }) => {
      const { verdict } = authority({ relation: 'employer', subject: { birthOn, flags }, requesterNamedOnRecord: named, documents: [sound, ...byParent(documents)], wanted, today });
      expect(['may_not', 'needs']).toContain(verdict);
    }),
    RUNS,
  );
});

test('a parent’s own papers under any other name: without a court’s or the adult’s own act nobody but the person has the record', () => {
  const parental: readonly EvidenceKind[] = ['photo_id', 'supporting_id', 'birth_certificate', 'court_order', 'agency_id', 'emancipation_order'];
  fc.assert(
    fc.property(anyAdult, fc.constantFrom(...RELATIONS.filter((relation) => relation !== 'self')), ({ at: { today, birthOn }, documents, flags, named, wanted }, relation) => {
      const own = documents.filter(({ kind }) => parental.includes(kind));
      expect(authority({ relation, subject: { birthOn, flags }, requesterNamedOnRecord: named, documents: own, wanted, today }).verdict).not.toBe('may_have');
    }),
    RUNS,
  );
});
