/** 120 submissions of the past three weeks, of every kind and in every state. */
import { addDays, ageOn, asCalendarDate, officeDate, officeInstant } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import { random } from '../random';
import type { Random } from '../random';
import { DEFECTS, asOnRecord, corrected, defectFor, submittedWith } from './defects';
import { HERITAGES } from './heritage';
import { anyPlace } from './households';
import { namedSubmissions } from './named-submissions';
import { onOrBefore } from './office-days';
import { organizationFor, papersFor } from './papers';
import { phoneBook } from './phone-book';
import type { PhoneBook } from './phone-book';
import { progressOf, reference } from './progress';
import type { Place } from './rows';
import { submissionPlans } from './submission-plan';
import type { Plan, Who } from './submission-plan';
import type { CastSubject, CastSubmission } from './submission-types';
import { DEADLINES, GUESSES, MESSAGES, PARENTS_SAY, REPRESENTATIVES_SAY, SCHOOLS } from './submission-words';
import type { CastPatient } from './types';

type Office = { readonly patients: readonly CastPatient[]; readonly used: Set<string>; readonly book: PhoneBook; readonly now: Date; readonly today: CalendarDate };
type Person = { readonly onRecord: CastSubject; readonly patient: CastPatient | null; readonly age: number };

const ageOf = (birthOn: PartialDate | null, today: CalendarDate): number => {
  const full = birthOn === null ? null : asCalendarDate(birthOn);
  return full === null ? -1 : ageOn(full, today).years;
};

const FITS: Readonly<Record<Exclude<Who, 'nobody'>, (age: number, patient: CastPatient) => boolean>> = {
  adult: (age, { optedOutOn }) => age >= 18 && age < 64 && optedOutOn === null,
  child: (age, { optedOutOn, guardians }) => age >= 0 && age < 17 && optedOutOn === null && guardians.length > 0,
  elder: (age, { optedOutOn }) => age >= 64 && optedOutOn === null,
  opted_out: (age, { optedOutOn }) => age >= 18 && optedOutOn !== null,
};

/** Each person asks once; whoever asks twice is a duplicate and planned as one. */
function chosen(who: Exclude<Who, 'nobody'>, { patients, used, today }: Office, chance: Random): CastPatient {
  const free = patients.filter((patient) => !used.has(patient.key) && patient.deceasedOn === null && patient.restriction === null && patient.key.startsWith('household') && !patient.key.endsWith('-before-naming') && FITS[who](ageOf(patient.birthOn, today), patient));
  const patient = chance.pick(free);
  used.add(patient.key);
  return patient;
}

/** Somebody whom the registry never saw. */
function stranger({ today, book }: Office, chance: Random): Person {
  const heritage = chance.pick([HERITAGES.anglo, HERITAGES.italian, HERITAGES.black]);
  const [given, family] = [chance.pick(heritage.elderM), chance.pick(heritage.family)];
  const birthOn = addDays(today, -chance.int(12500, 22000));
  const onRecord: CastSubject = { given, middle: null, family, suffix: null, birthOn: birthOn as unknown as PartialDate, sex: 'M', phone: book.next('860'), email: book.mailbox(given, family), address: anyPlace(chance), patientKey: null, defect: null };
  return { onRecord, patient: null, age: ageOn(birthOn, today).years };
}

function personFor(plan: Plan, office: Office, chance: Random): Person {
  if (plan.who === 'nobody') return stranger(office, chance);
  const patient = chosen(plan.who, office, chance);
  return { onRecord: asOnRecord(patient), patient, age: ageOf(patient.birthOn, office.today) };
}

const missesPortal = ({ kind }: Plan): boolean => kind === 'record_not_found' || kind === 'record_correction';

/** Fixed cases wrote what the record has now; all others what it has not. */
function subjectFor(plan: Plan, { onRecord, patient, age }: Person, office: Office, chance: Random): { subject: CastSubject; wrong: CastSubject } {
  if (patient === null || !missesPortal(plan)) return { subject: onRecord, wrong: onRecord };
  const defect = defectFor(patient, age, chance);
  const wrong = submittedWith(onRecord, defect, { chance, book: office.book, place: anyPlace(chance), age });
  return plan.outcome === 'fixed' ? { subject: { ...onRecord, defect }, wrong } : { subject: wrong, wrong };
}

type Sender = { readonly given: string; readonly family: string; readonly phone: string | null; readonly email: string | null };

function senderOf(plan: Plan, { patient }: Person, subject: CastSubject, office: Office, chance: Random): Sender {
  if (plan.relation === 'self') return { given: subject.given, family: subject.family, phone: subject.phone ?? office.book.next('203'), email: subject.email };
  const named = plan.relation === 'parent' ? patient?.guardians[0] : undefined;
  const heritage = chance.pick([HERITAGES.anglo, HERITAGES.italian, HERITAGES.polish]);
  const [given, family] = [named?.given ?? chance.pick([...heritage.F, ...heritage.M]), named?.family ?? (plan.relation === 'guardian' ? subject.family : chance.pick(heritage.family))];
  return { given, family, phone: subject.phone ?? office.book.next('203'), email: subject.email ?? office.book.mailbox(given, family) };
}

/** Brothers and sisters on the same form: one case each. */
function siblings(plan: Plan, { patient }: Person, phone: string | null, { patients, used, today }: Office, chance: Random): CastSubject[] {
  if (patient === null || plan.relation !== 'parent' || plan.kind !== 'record_not_found' || plan.state !== 'new' || !chance.chance(0.6)) return [];
  const more = patients.filter(({ key, householdKey, birthOn, optedOutOn, guardians }) => householdKey === patient.householdKey && key !== patient.key && !used.has(key) && !key.endsWith('-before-naming') && optedOutOn === null && guardians.length > 0 && ageOf(birthOn, today) < 18);
  more.forEach(({ key }) => used.add(key));
  return more.map((sibling) => ({ ...asOnRecord(sibling), phone, defect: phone === null ? null : 'new_phone' }));
}

const AGE_DAYS = { new: [0, 2], in_progress: [1, 8], waiting_on_requester: [5, 16], waiting_on_provider: [4, 15], waiting_on_registry: [4, 14], on_hold: [6, 12], needs_second_review: [1, 6], ready_to_send: [1, 5], closed: [7, 21] } as const;

/** Forms come at any hour; paper and calls while the office is open. */
function receivedAt(plan: Plan, { now, today }: Office, chance: Random): Date {
  const [least, most] = AGE_DAYS[plan.state];
  const form = plan.channel === 'form';
  const drawn = addDays(today, -chance.int(least, most));
  const hour = form ? chance.weighted([[chance.int(7, 11), 4], [chance.int(12, 17), 4], [chance.int(18, 22), 3]]) : chance.int(9, 15);
  const minute = chance.int(0, 59);
  const at = officeInstant(form ? drawn : onOrBefore(drawn), hour, minute);
  if (at.getTime() < now.getTime() - 600_000) return at;
  const before = addDays(today, -1);
  return officeInstant(form ? before : onOrBefore(before), hour, minute);
}

const stage = (age: number): keyof typeof DEADLINES => (age >= 64 ? 'elder' : age >= 24 ? 'adult' : age >= 17 ? 'young' : 'child');

function deadlineOf(plan: Plan, age: number, today: CalendarDate, chance: Random): CastSubmission['deadline'] {
  if (age < 0 || plan.outcome === 'spam' || plan.kind === 'other' || !chance.chance(0.36)) return null;
  return { on: addDays(today, chance.int(2, 40)), reason: chance.pick(DEADLINES[stage(age)]) };
}

type Destination = Pick<CastSubmission, 'wants' | 'delivery' | 'mailTo' | 'faxNumber'>;

function destination(plan: Plan, sender: Sender, place: Place, organization: string | null, chance: Random): Destination {
  const wants = chance.pick([['full_record'], ['full_record'], ['covid_record'], ['full_record', 'covid_record']] as const);
  const name = organization ?? `${sender.given} ${sender.family}`;
  if (plan.relation === 'employer') return { wants: [...wants.slice(0, 1)], delivery: 'fax', mailTo: null, faxNumber: '(203) 555-0190' };
  if (plan.kind === 'record_request' || plan.outcome === 'cannot_use_portal' || (plan.state === 'ready_to_send' && chance.chance(0.7))) return { wants: [...wants], delivery: 'mail', mailTo: { name, ...place }, faxNumber: null };
  return { wants: missesPortal(plan) && chance.chance(0.5) ? [...wants] : [], delivery: 'portal', mailTo: null, faxNumber: null };
}

const speaksSpanish = ({ family }: CastSubject): boolean => HERITAGES.puerto_rican.family.some((name) => family.includes(name));

function messageOf(plan: Plan, { defect }: CastSubject, language: 'en' | 'es', chance: Random): string {
  if (plan.outcome === 'spam') return 'Grow your practice with certified e-mail lists. Reply today.';
  const guess = defect === null ? undefined : GUESSES[defect];
  if (plan.kind !== 'record_not_found') return chance.pick(MESSAGES[plan.kind][language]);
  if (plan.relation === 'parent') return chance.pick(PARENTS_SAY[language]);
  if (plan.relation !== 'self') return chance.pick(REPRESENTATIVES_SAY[language]);
  return chance.pick((guess !== undefined && chance.chance(0.6) ? guess : MESSAGES.record_not_found)[language]);
}

function submission(plan: Plan, number: number, office: Office, chance: Random): CastSubmission {
  const person = personFor(plan, office, chance);
  const { subject, wrong } = subjectFor(plan, person, office, chance);
  const sender = senderOf(plan, person, subject, office, chance);
  const language = speaksSpanish(subject) && chance.chance(0.9) ? 'es' : 'en';
  const place = subject.address ?? anyPlace(chance);
  const received = receivedAt(plan, office, chance);
  const organization = plan.relation === 'school' ? chance.pick(SCHOOLS) : organizationFor({ plan, chance });
  const message = messageOf(plan, subject, language, chance);
  const paper = { plan, subject, requester: { given: sender.given, family: sender.family, middle: plan.relation === 'self' ? subject.middle : null }, address: place, message, language, today: officeDate(received), chance } as const;
  return {
    key: `submission-${number}`,
    caseNumber: null,
    reference: reference(chance.fork('reference')),
    kind: plan.kind,
    channel: plan.channel,
    language,
    receivedAt: received,
    relation: plan.relation,
    requester: { given: sender.given, family: sender.family },
    organization,
    email: sender.email,
    phone: sender.phone,
    subjects: [subject, ...siblings(plan, person, subject.defect === 'new_phone' || subject.defect === 'moved' ? subject.phone : null, office, chance)],
    ...destination(plan, sender, place, organization, chance),
    deadline: deadlineOf(plan, person.age, office.today, chance),
    message: plan.channel === 'form' || plan.outcome === 'spam' ? message : null,
    documents: papersFor(paper),
    progress: progressOf({ plan, receivedAt: received, now: office.now, language, chance, corrections: plan.outcome === 'fixed' && subject.defect !== null ? corrected(subject, wrong, subject.defect) : [], fields: subject.defect === null ? [] : DEFECTS[subject.defect].fields }),
  };
}

/** The same need again, by telephone or fax: the earlier request goes on, this one ends. */
function repeated(plan: Plan, number: number, earlier: CastSubmission, now: Date, chance: Random): CastSubmission {
  const receivedAt_ = new Date(Math.min(earlier.receivedAt.getTime() + 26 * 3_600_000, now.getTime() - 7_200_000));
  const progress = progressOf({ plan, receivedAt: receivedAt_, now, language: earlier.language, chance, corrections: [], fields: [] });
  return { ...earlier, key: `submission-${number}`, caseNumber: null, reference: reference(chance.fork('reference')), channel: plan.channel, receivedAt: receivedAt_, subjects: earlier.subjects.slice(0, 1), message: null, documents: [], progress: { ...progress, duplicateOf: earlier.key } };
}

/** The same for a seed and a moment. `patients` is the cast of the same seed and day. */
export function submissions(seed: number, now: Date, patients: readonly CastPatient[]): CastSubmission[] {
  const chance = random(seed).fork('submissions');
  const today = officeDate(now);
  const taken = patients.flatMap(({ contacts }) => contacts.map(({ value }) => value));
  const office: Office = { patients, used: new Set(), book: phoneBook(chance.fork('phones'), ['(860) 555-0134', ...taken]), now, today };
  const made: CastSubmission[] = [...namedSubmissions(now, chance.fork('named'))];
  for (const [at, plan] of submissionPlans().entries()) {
    const own = chance.fork(`submission-${at}`);
    const earlier = plan.outcome === 'duplicate' ? made.find(({ kind, relation, progress, key }) => kind === plan.kind && relation === plan.relation && progress.state === 'in_progress' && !made.some((one) => one.progress.duplicateOf === key)) : undefined;
    made.push(earlier === undefined ? submission(plan, at + 1, office, own) : repeated(plan, at + 1, earlier, now, own));
  }
  return made.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}
